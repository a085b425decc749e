import type { KnownPerson } from '../accounts/account.port.ts';
import { idsOf, isReviewerOf, isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import { instantsOf, type Round } from '../programs/round.ts';
import { isBeforeReviewers } from './before-reviewers.ts';
import { type Progress, progressOf } from './progress.ts';
import type { Reviews } from './review.port.ts';
import { isCleared, type Review } from './review.ts';
import { nameOf } from './reviewer-names.ts';
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
    const people = await everybody(ports, standing.people, counted);
    // One person whose accounts were merged may have reviews under each.
    const personOf = (id: string) => people.get(id)?.account.id ?? id;
    const own = counted.map((review) => ({ ...review, reviewerId: personOf(review.reviewerId) }));
    const panel = [...people.values()].filter(({ actor: one }) => isReviewerOf(one, roundId));
    // Who is there for what the reader is kept from alone would tell who reviewed it.
    const told = new Set([...panel.map(({ account }) => account.id), ...own.map((one) => one.reviewerId)]);
    const isPast = receivedAt > instantsOf(round).reviewDue;
    return ok({
      round,
      at: receivedAt.toISOString(),
      progress: progressOf(round, seen, counted),
      reviewers: byReviewer([...told], own, drafts, isPast)
        .map((one) => ({ ...one, name: nameOf(people.get(one.reviewerId)) }))
        .toSorted((a, b) => b.overdue - a.overdue || b.open - a.open || (a.name < b.name ? -1 : 1)),
      kept: concerned.length - seen.length,
    });
  };

type Known = ReadonlyMap<string, KnownPerson>;

/** By every id they have had: only who is no reviewer any more and has no review in is left to be asked for. */
const everybody = async ({ people }: Pick<Ports, 'people'>, known: Known, reviews: readonly Review[]) => {
  const left = [...new Set(reviews.map(({ reviewerId }) => reviewerId))].filter((id) => !known.has(id));
  const found = await Promise.all(left.map((id) => people.find(id)));
  const asked = found.flatMap((one) => one ?? []);
  return new Map([
    ...known,
    ...asked.flatMap((one) => idsOf(one.actor).map((id): [string, KnownPerson] => [id, one])),
  ]);
};
