import * as z from 'zod';
import { deriveId, idSchema } from '../kernel/ids.ts';
import { lineSchema } from '../kernel/text.ts';

/** A whole domain as it stands after the @: `city.oita.lg.jp`. No provider's, under which anybody has an address. */
const anybodys =
  /^(?:(?:co|or|ne|go|ac|ed|lg|gr|ad)\.jp|gmail\.com|yahoo\.co\.jp|outlook\.(?:com|jp)|hotmail\.com|icloud\.com)$/;
export const domainSchema = lineSchema(190)
  .transform((typed) => typed.toLowerCase().replace(/^@/, ''))
  .pipe(z.string().regex(/^(?=.{4,190}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/))
  .refine((domain) => !anybodys.test(domain), 'anybodys');

/** A domain that staff have found to be a Japanese office's own, with what shows it. One per partnership and domain. */
export const officeDomainSchema = z.object({
  partnershipId: idSchema,
  domain: z.string(),
  version: z.int().positive(),
  status: z.enum(['recorded', 'withdrawn']),
  /** What shows it: the page of the city's own site, a letter, a call. */
  evidence: z.string(),
  recordedBy: idSchema,
  recordedAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().exactOptional(),
});
export type OfficeDomain = z.output<typeof officeDomainSchema>;

/** A domain's place in a key, which may hold no dots. */
export const domainKey = (domain: string): string => deriveId('office-domain', domain);

/**
 * How far an answer can be trusted: it came from a domain that staff recorded as the city's, or from an address that
 * the applicant entered and nobody looked at. Who answered is verified in neither case.
 */
export const trustSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recorded'), evidence: z.string(), recordedAt: z.iso.datetime() }),
  z.object({ kind: z.literal('entered') }),
]);
export type Trust = z.output<typeof trustSchema>;

/** Of the records of this very domain, those for this partnership and still standing count. */
export const trustIn = (records: readonly OfficeDomain[], partnershipId: string): Trust => {
  const found = records.find((one) => one.partnershipId === partnershipId && one.status === 'recorded');
  return found
    ? { kind: 'recorded', evidence: found.evidence, recordedAt: found.recordedAt }
    : { kind: 'entered' };
};
