import type { Actor } from '../kernel/actor.ts';
import { hashToken } from '../kernel/link-token.ts';
import type { Confirmations } from './confirmation.port.ts';
import type { Confirmation } from './confirmation.ts';

/** What the holder of a link was asked; undefined for whoever holds none, and for a link that was taken back. */
export const confirmationByLink = async (
  confirmations: Pick<Confirmations, 'findByLink'>,
  actor: Actor,
): Promise<Confirmation | undefined> => {
  if (actor.kind !== 'link') return undefined;
  const found = await confirmations.findByLink(hashToken('confirm-exchange', actor.token));
  return found?.status === 'revoked' ? undefined : found;
};
