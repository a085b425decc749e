import { hashToken } from '../kernel/link-token.ts';
import type { AlumInvitations } from './alum-invitation.port.ts';
import type { AlumInvitation } from './alum-invitation.ts';

/** The invitation that a mailed token opens, whatever has become of it; undefined for a token that was made up or replaced. */
export const alumInvitationByToken = async (
  invitations: Pick<AlumInvitations, 'find'>,
  token: string,
): Promise<AlumInvitation | undefined> => {
  const id = token.split('.')[0] ?? '';
  if (!/^[A-Za-z0-9-]{1,64}$/.test(id)) return undefined;
  const found = await invitations.find(id);
  return found?.tokenHash === hashToken('alum-invitation', token) ? found : undefined;
};
