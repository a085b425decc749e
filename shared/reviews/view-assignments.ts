import type { Applications } from '../applications/application.port.ts';
import { type Application, receiptNumber } from '../applications/application.ts';
import { isReviewerOf, isSelf, isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Cursors } from '../table/cursor.ts';
import { owedBy } from './before-reviewers.ts';
import type { ConflictKind } from './conflict.ts';
import type { Reviews } from './review.port.ts';
import type { Review } from './review.ts';
import { nameOf } from './reviewer-names.ts';
import { type Member, type PoolPorts, poolOf, reasonOf, reviewersOf } from './reviewer-pool.ts';
import { staffClearance } from './staff-clearance.ts';

type Ports = PoolPorts & {
  applications: Pick<Applications, 'sentInRound' | 'applicantsIn' | 'allSent'>;
  rounds: Pick<Rounds, 'find'>;
  reviews: Pick<Reviews, 'ofRound' | 'allOfReviewer'>;
  cursors: Cursors;
};

/** A reviewer's place on one application: taken, lost to a conflict, or free to be given. */
export type AssignedReview = {
  readonly reviewId: string;
  readonly version: number;
  /** The reviewer as they are known today; two reviews may be one person's, whose accounts were merged. */
  readonly by: string;
  readonly name: string;
  readonly status: Review['status'];
  readonly conflict?: ConflictKind | undefined;
  readonly conflictReason?: string | undefined;
  /** Kept from who still has to review the application: it may say what they make of it. */
  readonly declineReason?: string | undefined;
};
export type Candidate = {
  readonly reviewerId: string;
  readonly name: string;
  /** Why this reviewer can't be given this application. */
  readonly conflict?: ConflictKind | undefined;
  /** In their own words, where they declared it before anything was theirs. */
  readonly conflictReason?: string | undefined;
  /** Assignments in the round so far, without those of applications that who asks is kept from. */
  readonly load: number;
};
export type ApplicationAssignments = Pick<Application, 'id' | 'pair' | 'title' | 'status'> & {
  readonly receipt: string;
  readonly reviews: readonly AssignedReview[];
  readonly candidates: readonly Candidate[];
  /** How many reviewers are still missing. */
  readonly missing: number;
};
export type Assignments = {
  readonly round: Round;
  readonly items: readonly ApplicationAssignments[];
  /** Applications on this page that this person is kept from. */
  readonly kept: number;
  readonly reviewers: number;
  readonly next?: string | undefined;
};
type Input = { roundId: string; cursor?: string | undefined };

/** Who reviews what in a round and who still could, 50 applications a page, for staff. Linear in the round's reviews. */
export const viewAssignments =
  (ports: Ports): UseCase<Input, Assignments, NotFound | InvalidInput> =>
  async (actor, { roundId, cursor }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const scope = `assignments:${roundId}:${actor.personId}`;
    const position = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const [round, page, reviews, applicants, others, named, reviewers, conflict] = await Promise.all([
      ports.rounds.find(roundId),
      ports.applications.sentInRound(roundId, position),
      ports.reviews.ofRound(roundId),
      ports.applications.applicantsIn(roundId),
      ports.applications.allSent(roundId),
      ports.interests.namedIn(roundId),
      reviewersOf(ports, roundId),
      staffClearance(ports)(actor, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const assignable = page.items.filter(({ status }) => status === 'submitted' || status === 'in-review');
    const seen = assignable.filter((application) => !conflict(application));
    // A tie with a rival names it, and a load counts it: not one that this person is kept from.
    const known = others.filter((application) => !conflict(application));
    const owed = owedBy(actor, reviews);
    const pool = await poolOf(ports, { roundId, reviews, reviewers, applicants, others: known, named });
    return ok({
      round,
      items: seen.map((application) =>
        assignmentsOf(application, round, { viewer: actor, owes: owed.has(application.id), reviews, pool }),
      ),
      kept: assignable.length - seen.length,
      reviewers: reviewers.length,
      ...(page.next && { next: ports.cursors.seal(scope, page.next) }),
    });
  };

type Shown = { viewer: Person; owes: boolean; reviews: readonly Review[]; pool: readonly Member[] };

const assignmentsOf = (
  application: Application,
  round: Round,
  { viewer, owes, reviews: ofRound, pool }: Shown,
): ApplicationAssignments => {
  const { id, pair, title, status } = application;
  const reviews = ofRound.filter((review) => review.applicationId === id);
  const current = reviews.filter((review) => review.status !== 'removed');
  const of = (review: Review): AssignedReview => {
    const member = pool.find(({ personId }) => personId === review.reviewerId);
    const conflict = review.status === 'conflicted' ? 'declared' : member?.conflictWith(application);
    const { id: reviewId, version, status } = review;
    const declineReason = owes ? undefined : review.declineReason;
    const conflictReason = review.conflictReason ?? (member && reasonOf(member, id));
    const name = nameOf(member?.known);
    const by = member?.known.account.id ?? review.reviewerId;
    return { reviewId, version, by, name, status, conflict, conflictReason, declineReason };
  };
  const candidates = pool
    .filter(({ personId, known }) => {
      const has = current.some(({ reviewerId }) => isSelf(known.actor, reviewerId));
      // A former id among the reviews leads to the same person, who stands in the pool already.
      // Nobody is offered themselves: a colleague assigns them.
      const isAnother = !has && !isSelf(viewer, personId);
      return isAnother && personId === known.account.id && isReviewerOf(known.actor, round.id);
    })
    .map((member): Candidate => {
      const { personId, known, load } = member;
      const declared = reviews.some(
        (review) => isSelf(known.actor, review.reviewerId) && review.conflictReason,
      );
      const conflict = declared ? 'declared' : member.conflictWith(application);
      const conflictReason = reasonOf(member, id);
      return { reviewerId: personId, name: nameOf(known), conflict, conflictReason, load };
    })
    .sort((a, b) => a.load - b.load || (a.name < b.name ? -1 : 1));
  const assigned = current.map(of).sort((a, b) => (a.name < b.name ? -1 : 1));
  const working = assigned.filter(({ conflict, status }) => !conflict && status !== 'declined');
  // Two reviews by one person, whose accounts were merged, are one opinion.
  const missing = Math.max(0, round.reviewersPerApplication - new Set(working.map(({ by }) => by)).size);
  return { id, pair, title, status, receipt: receiptNumber(id), reviews: assigned, candidates, missing };
};
