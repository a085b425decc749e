import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';

/** Work that searches or carries out what was found. A new kind is one line here, and one in `functions/container/optimise.ts`. */
export const planJobKinds = ['plan-assignment', 'apply-assignment', 'plan-portfolio'] as const;
/** Work on alumni and partnerships, done by another function: `functions/container/study.ts`. */
export const matchJobKinds = ['plan-introductions', 'try-match-weights', 'rebuild-matches'] as const;
/** Work on what staff have filtered, done by another function: `functions/container/export.ts`. */
export const listJobKinds = ['write-export', 'write-mailing', 'rebuild-roster'] as const;
export const jobKinds = [...planJobKinds, ...matchJobKinds, ...listJobKinds] as const;
export type PlanJobKind = (typeof planJobKinds)[number];
export type MatchJobKind = (typeof matchJobKinds)[number];
export type ListJobKind = (typeof listJobKinds)[number];
export type JobKind = (typeof jobKinds)[number];

export const jobStatuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof jobStatuses)[number];
export type JobAction = 'begin' | 'report' | 'put-back' | 'finish' | 'fail' | 'cancel';

type Steps = Readonly<Record<JobStatus, Partial<Record<JobAction, JobStatus>>>>;

/**
 * What may follow what. `begin` from `running` is another try, once the lease of the one before has run out; `put-back`
 * is a try that failed where another may not.
 */
export const jobSteps = {
  queued: { begin: 'running', fail: 'failed', cancel: 'cancelled' },
  running: {
    begin: 'running',
    report: 'running',
    'put-back': 'queued',
    finish: 'done',
    fail: 'failed',
    cancel: 'cancelled',
  },
  done: {},
  failed: {},
  cancelled: {},
} as const satisfies Steps;

/** Why a job failed, by the code of its words; what the work itself says comes with it. */
export const jobReasons = ['gave-up', 'facts-missing', 'refused', 'too-large'] as const;
export type JobReason = (typeof jobReasons)[number];

/** Work that takes longer than a request may. It holds ids and counts, never a person's data. */
export const jobSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  kind: z.enum(jobKinds),
  /** The round it belongs to; work on alumni belongs to none. */
  roundId: idSchema.exactOptional(),
  /** What it works on, which also holds its result: a plan's id. */
  about: idSchema,
  status: z.enum(jobStatuses),
  askedBy: idSchema,
  askedAt: z.iso.datetime(),
  /** How far it is, in steps that the work itself names; `total` is 0 until it knows. */
  done: z.int().min(0),
  total: z.int().min(0),
  /** How often it was begun. */
  tries: z.int().min(0),
  /** Until then the try that runs is taken to be alive. */
  leaseUntil: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  reason: z.enum(jobReasons).optional(),
});
export type Job = z.output<typeof jobSchema>;

/** Tries before a job is given up. The queue brings one more, which says so. */
export const mostTries = 3;

export const isOver = ({ status }: Pick<Job, 'status'>): boolean =>
  status === 'done' || status === 'failed' || status === 'cancelled';

/** A try that stopped without a word: its lease has run out, and no other has begun. */
export const hasStalled = ({ status, leaseUntil }: Pick<Job, 'status' | 'leaseUntil'>, now: Date): boolean =>
  status === 'running' && leaseUntil !== undefined && now.getTime() > Date.parse(leaseUntil);
