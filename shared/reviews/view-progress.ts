import { isReviewerOf, isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import { instantsOf, type Round } from '../programs/round.ts';
import { isBeforeReviewers } from './before-reviewers.ts';
import { type Progress, progressOf } from './progress.ts';
import type { Reviews } from './review.port.ts';
import { isCleared } from './review.ts';
import { nameOf, namesOf } from './reviewer-names.ts';
import { byReviewer, type ReviewerProgress } from './reviewer-progress.ts';
import { asWork } from './set-aside.ts';
import { staffClearance } from './staff-clearance.ts';
import { roundReviews, type StandingReviewsPorts } from './standing-reviews.ts';

type Ports = StandingReviewsPorts & {
  rounds: Pick<Rounds, 'find'>;
  reviews: Pick<Reviews, 'draftsOf'>;
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
    const sent = ports.applications.allSent(roundId);
    const stored = ports.reviews.ofRound(roundId);
    const [round, listed, standing, drafts, conflict] = await Promise.all([
      ports.rounds.find(roundId),
      sent,
      roundReviews(ports)(roundId, { sent, stored }),
      stored.then((all) => ports.reviews.draftsOf(all.filter(({ status }) => isCleared(status)))),
      staffClearance(ports)(actor, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const concerned = listed.filter(isBeforeReviewers);
    const seen = concerned.filter((application) => !conflict(application));
    const ids = new Set(seen.map(({ id }) => id));
    const counted = asWork(standing).filter(
      ({ applicationId, status }) => ids.has(applicationId) && status !== 'removed',
    );
    // Who is there for what the reader is kept from alone would tell who reviewed it.
    const working = new Set(counted.map(({ reviewerId }) => reviewerId));
    const told = [...standing.people].filter(
      ([id, { actor: one }]) => working.has(id) || isReviewerOf(one, roundId),
    );
    const known = new Map(told.map(([id, person]) => [id, nameOf(person)]));
    // Only who is no reviewer any more and has no review in is left to be asked for.
    const left = [...working].filter((id) => !known.has(id));
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
