import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { proseSchema } from '../kernel/text.ts';
import type { Round } from '../programs/round.ts';

export const complaintStatuses = ['received', 'under-review', 'upheld', 'not-upheld', 'withdrawn'] as const;
export type ComplaintStatus = (typeof complaintStatuses)[number];
export type ComplaintAction = 'file' | 'take-up' | 'uphold' | 'reject' | 'withdraw';

type Steps = Readonly<Record<ComplaintStatus, Partial<Record<ComplaintAction, ComplaintStatus>>>>;

/** What may follow what. A colleague may take over what another took up; what is settled stays settled. */
export const complaintSteps = {
  received: { 'take-up': 'under-review', withdraw: 'withdrawn' },
  'under-review': {
    'take-up': 'under-review',
    uphold: 'upheld',
    reject: 'not-upheld',
    withdraw: 'withdrawn',
  },
  upheld: {},
  'not-upheld': {},
  withdrawn: { file: 'received' },
} as const satisfies Steps;

const words = proseSchema(4000).pipe(z.string().min(1));
/** What the applicant says went wrong, and what they ask for. */
export const complaintTermsSchema = z.strictObject({ text: words });
export const settlementTermsSchema = z.strictObject({ outcome: z.enum(['uphold', 'reject']), reason: words });

/** An applicant's complaint about how its application was handled or decided: one for an application. */
export const complaintSchema = z.object({
  applicationId: idSchema,
  roundId: idSchema,
  version: z.int().positive(),
  status: z.enum(complaintStatuses),
  text: z.string(),
  filedBy: idSchema,
  filedAt: z.iso.datetime(),
  /** Who looks at it: somebody who neither reviewed the application nor decided it. */
  handledBy: idSchema.exactOptional(),
  settled: z.object({ reason: z.string(), by: idSchema, at: z.iso.datetime() }).exactOptional(),
});
export type Complaint = z.output<typeof complaintSchema>;

/**
 * The last instant at which a complaint counts: the end of the day, in the round's zone, that lies the round's number of days
 * after the announcement. Undefined before it.
 */
export const complaintsUntil = (
  round: Pick<Round, 'announcedAt' | 'complaintDays' | 'zone'>,
): Date | undefined => {
  if (!round.announcedAt) return undefined;
  const day = Temporal.Instant.from(round.announcedAt).toZonedDateTimeISO(round.zone).toPlainDate();
  const next = day.add({ days: round.complaintDays + 1 });
  // The day after begins where this one ends, also where a clock change moves midnight.
  return new Date(next.toZonedDateTime(round.zone).epochMilliseconds - 1);
};
