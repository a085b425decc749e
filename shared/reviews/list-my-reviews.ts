import type { Applications } from '../applications/application.port.ts';
import { findConflicts } from '../conflicts/find-conflicts.ts';
import { keptBy } from '../conflicts/finding.ts';
import type { Interests } from '../conflicts/interests.port.ts';
import type { PersonFacts } from '../conflicts/person-facts.ts';
import { isReviewerOf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import { weightedHundredths } from '../ranking/weighted-score.ts';
import type { Cursors } from '../table/cursor.ts';
import { applyingOrganisations } from './applying-organisations.ts';
import type { Reviews } from './review.port.ts';
import { isCleared, type Review } from './review.ts';
import { type ReviewRound, reviewRound } from './review-round.ts';
import { declaredBeside } from './staff-clearance.ts';
import type { StaffConflicts } from './staff-conflict.port.ts';

type Ports = {
  reviews: Pick<Reviews, 'ofReviewer' | 'allOfReviewer'>;
  rounds: Pick<Rounds, 'find'>;
  staffConflicts: Pick<StaffConflicts, 'ofPerson'>;
  applications: Pick<Applications, 'ofOrganisation' | 'allSent'>;
  interests: Interests;
  cursors: Cursors;
};

/** One line of a reviewer's queue: the pair, what is due, and their own score; nothing of the application. */
export type QueuedReview = {
  readonly id: string;
  /** `withdrawn` is the applicant's doing, and said only of what the reviewer had begun to read. */
  readonly status: Exclude<Review['status'], 'removed'> | 'withdrawn';
  /** Left out with a conflict: then not even this is shown. */
  readonly pair?: Review['pair'] | undefined;
  readonly round: ReviewRound;
  readonly assignedAt: string;
  readonly submittedAt?: string | undefined;
  /** The reviewer's own weighted mean, in points. */
  readonly score?: number | undefined;
};

/**
 * The reviewer's queue, newest assignment first. Rounds whose role was taken away are not in it, nor what the applicant
 * has withdrawn before it was opened.
 */
export const listMyReviews =
  (ports: Ports): UseCase<{ cursor?: string | undefined }, Page<QueuedReview>, NotFound | InvalidInput> =>
  async (actor, { cursor }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const scope = `reviews:${actor.personId}`;
    const position = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const [{ items, next }, earlier, facts] = await Promise.all([
      ports.reviews.ofReviewer(actor.personId, position),
      // What came with merged accounts stands below the last page's own.
      Promise.all((actor.formerly ?? []).map((id) => ports.reviews.allOfReviewer(id))),
      ports.interests.ofPerson(actor),
    ]);
    const mine = [...items, ...(next ? [] : earlier.flat())].filter(
      ({ roundId, status }) => status !== 'removed' && isReviewerOf(actor, roundId),
    );
    const rounds = await roundsOf(ports, facts, mine);
    return ok({
      items: mine.flatMap((review) => rounds.get(review.roundId)?.(review) ?? []),
      ...(next && { next: ports.cursors.seal(scope, next) }),
    });
  };

const roundsOf = async (ports: Ports, facts: PersonFacts, reviews: readonly Review[]) => {
  const ids = [...new Set(reviews.map(({ roundId }) => roundId))];
  const lines = await Promise.all(
    ids.map(async (roundId) => {
      const [round, applying, others, named, declared] = await Promise.all([
        ports.rounds.find(roundId),
        applyingOrganisations(ports)(facts.person, roundId),
        ports.applications.allSent(roundId),
        ports.interests.namedIn(roundId),
        declaredBeside(ports)(facts.person, roundId),
      ]);
      const sent = new Map(others.map((application) => [application.id, application]));
      const line = (review: Review): QueuedReview | undefined => {
        if (!round || review.status === 'removed') return undefined;
        const { id, pair, assignedAt, submitted, status } = review;
        const base = { id, assignedAt, round: reviewRound(round) };
        // Given back, it is out of their hands: nothing more is told of what in themselves would meet it.
        if (status === 'declined') return { ...base, pair, status };
        const application = sent.get(review.applicationId);
        const found = application && findConflicts(facts, application, { applying, others, named, declared });
        if (status === 'conflicted' || (found && keptBy(found))) return { ...base, status: 'conflicted' };
        if (application?.status === 'withdrawn')
          return isCleared(status) ? { ...base, pair, status: 'withdrawn' } : undefined;
        const hundredths = submitted && weightedHundredths(round.rubric, submitted.scores);
        return {
          ...base,
          pair,
          status,
          ...(submitted && { submittedAt: submitted.at }),
          ...(hundredths !== undefined && { score: hundredths / 100 }),
        };
      };
      return [roundId, line] as const;
    }),
  );
  return new Map(lines);
};
