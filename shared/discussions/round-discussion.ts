import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import type { Round } from '../programs/round.ts';

export const roundDiscussionStatuses = ['not-open', 'open', 'closed'] as const;
export type RoundDiscussionStatus = (typeof roundDiscussionStatuses)[number];
export const roundDiscussionActions = ['open', 'close'] as const;
export type RoundDiscussionAction = (typeof roundDiscussionActions)[number];

type Steps = Readonly<
  Record<RoundDiscussionStatus, Partial<Record<RoundDiscussionAction, RoundDiscussionStatus>>>
>;

/** What may follow what. A closed discussion can be read on, and opened again until the round is announced. */
export const roundDiscussionSteps = {
  'not-open': { open: 'open' },
  open: { close: 'closed' },
  closed: { open: 'open' },
} as const satisfies Steps;

/** Whether a round's applications are discussed: one item per round, absent until it is opened for the first time. */
export const roundDiscussionSchema = z.object({
  roundId: idSchema,
  version: z.int().positive(),
  status: z.enum(roundDiscussionStatuses),
  /** The last time it was opened or closed, and by whom. */
  at: z.iso.datetime(),
  by: idSchema,
});
export type RoundDiscussion = z.output<typeof roundDiscussionSchema>;

/** Whether words are taken: opened by staff, and nothing announced yet. */
export const takesWords = (
  discussion: RoundDiscussion | undefined,
  { announcedAt }: Pick<Round, 'announcedAt'>,
): boolean => discussion?.status === 'open' && announcedAt === undefined;
