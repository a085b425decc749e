import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { ReviewsStillDue } from './discussion.errors.ts';
import type { RoundDiscussions } from './discussion.port.ts';
import type { RoundDiscussion, RoundDiscussionAction } from './round-discussion.ts';
import { moveRoundDiscussion } from './round-discussion-steps.ts';

type Ports = {
  rounds: Pick<Rounds, 'find'>;
  roundDiscussions: Pick<RoundDiscussions, 'find' | 'save'>;
};
/** `version` is the discussion's as it was seen; 0 where it was never opened. */
type Input = { roundId: string; action: RoundDiscussionAction; early: boolean; version: number };
type Failures = NotFound | Conflict | Stale | StepRefused | ReviewsStillDue;

/**
 * Staff open a round's discussion or close it. Reviewers with a review in are told by mail when it opens, once, by
 * what follows the event; nobody gets mail when it closes or opens again.
 */
export const moveDiscussion =
  ({ rounds, roundDiscussions }: Ports): UseCase<Input, RoundDiscussion, Failures> =>
  async (actor, { roundId, action, early, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, found] = await Promise.all([rounds.find(roundId), roundDiscussions.find(roundId)]);
    if (!round) return fail({ kind: 'not-found' });
    // A second click: it is open, or closed, already.
    if (found && found.status === (action === 'open' ? 'open' : 'closed')) return ok(found);
    const moved = moveRoundDiscussion(
      round,
      found,
      { action, early },
      { by: actor.personId, now: receivedAt },
    );
    if (!moved.ok) return moved;
    const current = found?.version ?? 0;
    if (version !== current) return fail({ kind: 'stale', current });
    const saved = await roundDiscussions.save(moved.value);
    return saved.ok ? ok(moved.value.discussion) : saved;
  };
