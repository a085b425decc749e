import * as z from 'zod';
import { confirmationStatuses, domainOf } from '../applications/confirmation.ts';
import type { Sight } from '../applications/sight.ts';
import type { Beside } from '../endorsements/answer-beside.ts';
import { trustIn, trustSchema } from '../endorsements/office-domain.ts';
import { redacted } from './redaction.ts';

/** What the Japanese office answered, as one reader may read it, and how far that can be trusted. */
export const officeAnswerSchema = z.object({
  status: z.enum(confirmationStatuses),
  answeredAt: z.iso.datetime().optional(),
  /** Empty where organisations are hidden, and so is the evidence. */
  domain: z.string(),
  trust: trustSchema.optional(),
  arrivesOn: z.string(),
  leavesOn: z.string(),
  /** Free words that may name people: empty where those are hidden. */
  hosts: z.string(),
  hopes: z.string(),
  note: z.string(),
});
export type OfficeAnswer = z.output<typeof officeAnswerSchema>;

/** Never who answered or approved it: a committee judges the plan and not the clerk. */
export const officeAnswer = (
  { confirmation, records }: Beside,
  partnershipId: string,
  sight: Sight,
): OfficeAnswer => {
  const { status, asked, answer } = confirmation;
  const trust = answer && trustIn(records, partnershipId);
  const free = (text: string | undefined) => (sight.organisations ? (text ?? '') : '');
  return {
    status,
    answeredAt: answer?.at,
    domain: free(domainOf(asked.email)),
    trust: trust?.kind === 'recorded' ? { ...trust, evidence: free(trust.evidence) } : trust,
    arrivesOn: answer?.arrivesOn ?? '',
    leavesOn: answer?.leavesOn ?? '',
    hosts: free(answer?.hosts),
    hopes: free(answer?.hopes),
    note: redacted(sight.redaction, 'confirmation.note', answer?.note ?? ''),
  };
};
