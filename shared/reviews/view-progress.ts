import type { People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import { instantsOf, type Round } from '../programs/round.ts';
import { isBeforeReviewers } from './before-reviewers.ts';
import { type Progress, progressOf } from './progress.ts';
import type { Reviews } from './review.port.ts';
import { isCleared } from './review.ts';
import { namesOf, reviewersNames } from './reviewer-names.ts';
import { byReviewer, type ReviewerProgress } from './reviewer-progress.ts';
import { type ClearancePorts, staffClearance } from './staff-clearance.ts';

type Ports = ClearancePorts & {
  applications: Pick<Applications, 'allSent'>;
  rounds: Pick<Rounds, 'find'>;
  reviews: Pick<Reviews, 'ofRound' | 'allOfReviewer' | 'draftsOf'>;
  people: Pick<People, 'find' | 'reviewersOf'>;
};

export type RoundProgress = {
  readonly round: Round;
  /** The instant of the answer: what is overdue is so by this one. */
  readonly at: string;
  readonly progress: Progress;
  /** Who is overdue first, then who has most to do. */
  readonly reviewers: readonly (ReviewerProgress & { readonly name: string })[];
  /** How many applications are left out of every count because of a conflict. */
  readonly kept: number;
};

/** How far each reviewer of a round is, for staff; no score, no word of a review. Linear in the round's reviews. */
export const viewProgress =
  (ports: Ports): UseCase<{ roundId: string }, RoundProgress, NotFound> =>
  async (actor, { roundId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, listed, { reviews, drafts }, conflict, known] = await Promise.all([
      ports.rounds.find(roundId),
      ports.applications.allSent(roundId),
      withDrafts(ports, roundId),
      staffClearance(ports)(actor, roundId),
      reviewersNames(ports.people, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const concerned = listed.filter(isBeforeReviewers);
    const seen = concerned.filter((application) => !conflict(application));
    const ids = new Set(seen.map(({ id }) => id));
    const counted = reviews.filter(
      ({ applicationId, status }) => ids.has(applicationId) && status !== 'removed',
    );
    // Only who is no reviewer any more is left to be asked for.
    const left = counted.map(({ reviewerId }) => reviewerId).filter((id) => !known.has(id));
    const names = new Map([...known, ...(left.length > 0 ? await namesOf(ports.people, left) : [])]);
    const isPast = receivedAt > instantsOf(round).reviewDue;
    return ok({
      round,
      at: receivedAt.toISOString(),
      progress: progressOf(round, seen, counted),
      reviewers: byReviewer([...names.keys()], counted, drafts, isPast)
        .map((one) => ({ ...one, name: names.get(one.reviewerId) ?? '' }))
        .toSorted((a, b) => b.overdue - a.overdue || b.open - a.open || (a.name < b.name ? -1 : 1)),
      kept: concerned.length - seen.length,
    });
  };

/** The round's reviews, and when the drafts among them were last kept. */
const withDrafts = async ({ reviews: store }: Ports, roundId: string) => {
  const reviews = await store.ofRound(roundId);
  const drafts = await store.draftsOf(reviews.filter(({ status }) => isCleared(status)));
  return { reviews, drafts };
};
