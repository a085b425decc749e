import type { DomainEvent } from '../kernel/event.ts';
import type { StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { instantsOf, type Round } from '../programs/round.ts';
import type { ReviewsStillDue } from './discussion.errors.ts';
import type { RoundDiscussionChange } from './discussion.port.ts';
import {
  type RoundDiscussion,
  type RoundDiscussionAction,
  type RoundDiscussionStatus,
  roundDiscussionSteps,
} from './round-discussion.ts';

type Move = {
  readonly action: RoundDiscussionAction;
  /** Opens although reviews are still due: said on purpose, and kept in the event. */
  readonly early: boolean;
};
type Act = { readonly by: string; readonly now: Date };

/** Opens a round's discussion once reviews are in, or earlier where that is said; closes it; opens it again. */
export const moveRoundDiscussion = (
  round: Round,
  from: RoundDiscussion | undefined,
  { action, early }: Move,
  { by, now }: Act,
): Result<RoundDiscussionChange, StepRefused | ReviewsStillDue> => {
  const current = from?.status ?? 'not-open';
  const steps: Partial<Record<RoundDiscussionAction, RoundDiscussionStatus>> = roundDiscussionSteps[current];
  const status = steps[action];
  if (!status) return fail({ kind: 'step-refused', current, action });
  if (round.announcedAt || round.status === 'draft')
    return fail({ kind: 'step-refused', current: round.announcedAt ? 'announced' : 'draft', action });
  const { reviewDue } = instantsOf(round);
  const isEarly = now <= reviewDue;
  if (action === 'open' && isEarly && !early)
    return fail({ kind: 'reviews-still-due', reviewDue: reviewDue.toISOString() });
  const at = now.toISOString();
  const discussion = { roundId: round.id, version: (from?.version ?? 0) + 1, status, at, by };
  const event: DomainEvent = {
    id: `${round.id}/discussion/${discussion.version}`,
    subject: `round#${round.id}`,
    type: action === 'open' ? 'discussion-opened' : 'discussion-closed',
    at,
    by,
    data: { early: action === 'open' && isEarly ? 1 : 0 },
  };
  return ok({ discussion, events: [event] });
};
