import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import type { LinkExpired, NotFound } from '../kernel/failure.ts';
import { deriveId, idSchema } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { MailedAlready } from './account.errors.ts';

const lifeHours = 24;
const pauseMinutes = 15;

/** Someone's claim that an address is theirs too, until the link that went there is opened. One a person at a time. */
export const addressProofSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  personId: idSchema,
  tokenHash: z.string(),
  email: z.email(),
  /** Stands for the request that made this version: the same request sent again sends no second mail. */
  requestKey: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  usedAt: z.iso.datetime().exactOptional(),
});
export type AddressProof = z.output<typeof addressProofSchema>;
export type AddressProofChange = { readonly proof: AddressProof; readonly events: readonly DomainEvent[] };

/** One key a person: who asks again replaces what they asked before. */
export const proofIdOf = (personId: string): string => deriveId(personId, 'address-proof');

const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

type Asked = Pick<AddressProof, 'personId' | 'tokenHash' | 'email' | 'requestKey'>;

/**
 * A new link in place of the earlier one. The same address gets no second one while the first is good, and any other
 * waits a quarter of an hour: nobody is mailed again and again.
 */
export const askProof = (
  earlier: AddressProof | undefined,
  asked: Asked,
  at: Date,
): Result<AddressProofChange, MailedAlready> => {
  const until = earlier && !earlier.usedAt ? pauseOf(earlier, asked.email) : undefined;
  if (until && at < until) return fail({ kind: 'mailed-already', until: until.toISOString() });
  const proof: AddressProof = {
    ...asked,
    id: proofIdOf(asked.personId),
    version: (earlier?.version ?? 0) + 1,
    createdAt: at.toISOString(),
    expiresAt: later(at, lifeHours * 60).toISOString(),
  };
  return ok({ proof, events: [proofEvent(proof, 'address-asked', at)] });
};

const pauseOf = ({ email, createdAt, expiresAt }: AddressProof, asked: string): Date =>
  email === asked ? new Date(expiresAt) : later(new Date(createdAt), pauseMinutes);

/** Open until, and not at, its last instant; once. */
export const useProof = (
  proof: AddressProof,
  at: Date,
): Result<AddressProofChange, NotFound | LinkExpired> => {
  if (proof.usedAt) return fail({ kind: 'not-found' });
  if (at >= new Date(proof.expiresAt)) return fail({ kind: 'link-expired', expiredAt: proof.expiresAt });
  const used = { ...proof, version: proof.version + 1, usedAt: at.toISOString() };
  return ok({ proof: used, events: [proofEvent(used, 'address-proven', at)] });
};

const proofEvent = ({ id, version, personId }: AddressProof, type: string, at: Date): DomainEvent => ({
  id: `${id}/${version}`,
  subject: `person#${personId}`,
  type,
  at: at.toISOString(),
  by: personId,
  data: {},
});
