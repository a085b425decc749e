import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import type { Stale, StepRefused } from '../kernel/failure.ts';
import { deriveId, idSchema } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { proseSchema } from '../kernel/text.ts';
import type { Review } from './review.ts';

const flagStatuses = ['raised', 'settled'] as const;

/** What may follow what. A flag is settled once, with a note. */
export const flagSteps = { raised: { settle: 'settled' }, settled: {} } as const satisfies Readonly<
  Record<(typeof flagStatuses)[number], Partial<Record<'settle', (typeof flagStatuses)[number]>>>
>;

export const flagWordsSchema = proseSchema(1000).pipe(z.string().min(1));

/** A reviewer's word to staff about an application: neither applicants nor other reviewers ever see it. */
export const flagSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  status: z.enum(flagStatuses),
  reviewId: idSchema,
  reviewerId: idSchema,
  applicationId: idSchema,
  organisationId: idSchema,
  roundId: idSchema,
  pair: z.object({ us: z.string(), jp: z.string(), jpJa: z.string() }),
  reason: z.string(),
  raisedAt: z.iso.datetime(),
  /** Staff's answer; its reviewer reads it. */
  note: z.string().optional(),
  settledAt: z.iso.datetime().optional(),
  settledBy: idSchema.optional(),
});
export type Flag = z.output<typeof flagSchema>;
export type FlagChange = { readonly flag: Flag; readonly events: readonly DomainEvent[] };

/** A flag of this review; the request's key lets its retry find it raised. */
export const raise = (
  { id: reviewId, reviewerId, applicationId, organisationId, roundId, pair }: Review,
  { reason, key }: { reason: string; key: string },
  at: Date,
): FlagChange => {
  const flag: Flag = {
    id: deriveId(reviewId, 'flag', key),
    version: 1,
    status: 'raised',
    reviewId,
    reviewerId,
    applicationId,
    organisationId,
    roundId,
    pair,
    reason,
    raisedAt: at.toISOString(),
  };
  return { flag, events: [eventOf(flag, 'review-flagged', reviewerId, at)] };
};

export const settle = (
  flag: Flag,
  { note, version }: { note: string; version: number },
  { by, at }: { by: string; at: Date },
): Result<FlagChange, Stale | StepRefused> => {
  const steps: { settle?: 'settled' } = flagSteps[flag.status];
  const { settle: status } = steps;
  if (!status) return fail({ kind: 'step-refused', current: flag.status, action: 'settle' });
  if (version !== flag.version) return fail({ kind: 'stale', current: flag.version });
  const settledAt = at.toISOString();
  const settled = { ...flag, status, note, settledAt, settledBy: by, version: version + 1 };
  return ok({ flag: settled, events: [eventOf(settled, 'flag-settled', by, at)] });
};

const eventOf = (flag: Flag, type: string, by: string, at: Date): DomainEvent => ({
  id: `${flag.id}/${flag.version}`,
  subject: `application#${flag.applicationId}`,
  type,
  at: at.toISOString(),
  by,
  data: { reviewId: flag.reviewId, flagId: flag.id },
});
