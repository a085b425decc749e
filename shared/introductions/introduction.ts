import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { proseSchema } from '../kernel/text.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';

export const introductionStatuses = [
  'suggested',
  'requested',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
  'connected',
  'joined',
  'closed',
] as const;
export type IntroductionStatus = (typeof introductionStatuses)[number];
export const introductionActions = [
  'request',
  'accept',
  'decline',
  'expire',
  'withdraw',
  'connect',
  'join',
  'close',
  'leave',
] as const;
export type IntroductionAction = (typeof introductionActions)[number];
type Steps = Readonly<Record<IntroductionStatus, Partial<Record<IntroductionAction, IntroductionStatus>>>>;

/**
 * What may follow what. `suggested` is a place in a ranked list and is stored nowhere. A coordinator's request holds the
 * partnership's yes, so the alum's goes on from `accepted` to `connected` at once; a chapter lead's does not. Joining again
 * changes the role.
 */
export const introductionSteps = {
  suggested: { request: 'requested' },
  requested: { accept: 'accepted', decline: 'declined', expire: 'expired', withdraw: 'withdrawn' },
  accepted: { connect: 'connected', decline: 'declined', expire: 'expired', withdraw: 'withdrawn' },
  declined: {},
  expired: {},
  withdrawn: {},
  connected: { join: 'joined', close: 'closed', leave: 'closed' },
  joined: { join: 'joined', leave: 'closed' },
  closed: {},
} as const satisfies Steps;

export const joinedRoles = ['delegate', 'interpreter', 'board', 'advisor'] as const;
export type JoinedRole = (typeof joinedRoles)[number];
export const outcomeKinds = ['joined', 'helped-once', 'no-fit'] as const;

/** Days an alum has for an answer, and after a chapter lead's request the partnership for its own. */
export const answerDays = 21;

const words = proseSchema(1000);
/** Why this alum, and for what. The page asks to leave addresses out. */
export const noteSchema = words.pipe(z.string().min(1));
export const outcomeTermsSchema = z.strictObject({ kind: z.enum(outcomeKinds), text: words.default('') });
export type OutcomeTerms = z.output<typeof outcomeTermsSchema>;

export const introductionSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  status: z.enum(introductionStatuses).exclude(['suggested']),
  partnershipId: idSchema,
  alumId: idSchema,
  /** Who the alum is: for the platform alone, until both sides have said yes. */
  personId: idSchema,
  asked: z.object({
    by: idSchema,
    as: z.enum(['coordinator', 'lead']),
    at: z.iso.datetime(),
    note: z.string(),
  }),
  /** Whose coordinators know of it: of a chapter lead's request every organisation of the partnership, until one says yes. */
  organisationId: idSchema.exactOptional(),
  /** The alum's chapter, while its leads may know of it. */
  chapter: jetaaChapterSchema.exactOptional(),
  /** The last instant at which an answer counts, exclusive. */
  expiresAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().exactOptional(),
  connected: z.object({ by: idSchema, at: z.iso.datetime() }).exactOptional(),
  joined: z.object({ role: z.enum(joinedRoles), at: z.iso.datetime() }).exactOptional(),
  leftAt: z.iso.datetime().exactOptional(),
  /** What came of it, in the coordinator's words. */
  outcome: z
    .object({ kind: z.enum(outcomeKinds), text: z.string(), by: idSchema, at: z.iso.datetime() })
    .exactOptional(),
});
export type Introduction = z.output<typeof introductionSchema>;

/** Waits for somebody's answer. */
export const isOpen = ({ status }: Pick<Introduction, 'status'>): boolean =>
  status === 'requested' || status === 'accepted';

/** As it stands this instant: what nobody answered in time has expired, whether or not it has been written down. */
export const statusAt = (
  introduction: Pick<Introduction, 'status' | 'expiresAt'>,
  now: Date,
): IntroductionStatus =>
  isOpen(introduction) && now >= new Date(introduction.expiresAt) ? 'expired' : introduction.status;

/** Whether both have said yes, and it stands: only then does either see who the other is and how to write to them. */
export const isShared = (status: IntroductionStatus): boolean =>
  status === 'connected' || status === 'joined';

/** What whoever asked is told: a decline reads as an answer that never came. */
export type ToldStatus = Exclude<IntroductionStatus, 'suggested' | 'declined' | 'expired'> | 'not-taken-up';
export const toldStatus = (status: IntroductionStatus): ToldStatus =>
  status === 'declined' || status === 'expired' || status === 'suggested' ? 'not-taken-up' : status;

/** Where the action leads from here; undefined if it cannot be taken. */
export const introductionAfter = (
  status: IntroductionStatus,
  action: IntroductionAction,
): IntroductionStatus | undefined => {
  const steps: Partial<Record<IntroductionAction, IntroductionStatus>> = introductionSteps[status];
  return steps[action];
};

/** What lists know of an introduction: no word of anybody's. Kept with the alum's own items, by time. */
export const introductionMarkSchema = introductionSchema
  .pick({
    id: true,
    version: true,
    status: true,
    partnershipId: true,
    alumId: true,
    personId: true,
    organisationId: true,
    chapter: true,
    expiresAt: true,
    joined: true,
    leftAt: true,
  })
  .extend({ at: z.iso.datetime() });
export type IntroductionMark = z.output<typeof introductionMarkSchema>;

export const markOf = ({
  asked,
  answeredAt: _answered,
  connected: _connected,
  outcome: _outcome,
  ...known
}: Introduction): IntroductionMark => ({ ...known, at: asked.at });

/** A partnership somebody is part of as an alum, or was until they left it. */
export type JoinedPartnership = {
  readonly partnershipId: string;
  readonly role: JoinedRole;
  readonly until?: string;
};

/** One or none: what an introduction came to. */
export const joinedIn = ({
  partnershipId,
  joined,
  leftAt,
}: Pick<Introduction, 'partnershipId' | 'joined' | 'leftAt'>): readonly JoinedPartnership[] =>
  joined ? [{ partnershipId, role: joined.role, ...(leftAt && { until: leftAt }) }] : [];
