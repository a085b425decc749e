import type { People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { stepApplication } from '../applications/application-steps.ts';
import { keptBy } from '../conflicts/finding.ts';
import type { Interests } from '../conflicts/interests.port.ts';
import { isReviewerOf, isSelf, isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import { instantsOf, phaseAt, type Round } from '../programs/round.ts';
import type { ConflictOfInterest, OwnAssignment, ReviewsRead, RoundStillOpen } from './review.errors.ts';
import type { Reviews } from './review.port.ts';
import { type Review, reviewIdOf } from './review.ts';
import { assign } from './review-steps.ts';
import { reviewerConflicts } from './reviewer-conflicts.ts';
import { staffClearance } from './staff-clearance.ts';
import type { StaffConflicts } from './staff-conflict.port.ts';

type Ports = {
  reviews: Pick<Reviews, 'find' | 'allOfReviewer' | 'ofApplication' | 'save'>;
  applications: Pick<Applications, 'find' | 'ofOrganisation' | 'allSent'>;
  rounds: Pick<Rounds, 'find'>;
  people: Pick<People, 'find'>;
  staffConflicts: Pick<StaffConflicts, 'ofPerson'>;
  interests: Interests;
};
type Input = { roundId: string; applicationId: string; reviewerId: string };
type Failures =
  | NotFound
  | Conflict
  | InvalidInput
  | StepRefused
  | ConflictOfInterest
  | OwnAssignment
  | ReviewsRead
  | RoundStillOpen;

/**
 * Staff without a conflict give an application to a reviewer without one, once the round's last instant has passed.
 * The first assignment begins the application's review in the same transaction. Staff who review get theirs from a
 * colleague, and before a review is in that they could have read. Nobody gets mail.
 */
export const assignReviewer = (ports: Ports): UseCase<Input, Review, Failures> => {
  const attempt = attemptWith(ports);
  return async (actor, input, call) => {
    const first = await attempt(actor, input, call);
    // Two members of staff at the same moment: the second look finds the review begun, or this pair assigned.
    return first.ok || first.failure.kind !== 'conflict' ? first : attempt(actor, input, call);
  };
};

const attemptWith =
  (ports: Ports): UseCase<Input, Review, Failures> =>
  async (actor, { roundId, applicationId, reviewerId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [application, round, reviewer, found, conflictOfStaff] = await Promise.all([
      ports.applications.find(applicationId),
      ports.rounds.find(roundId),
      ports.people.find(reviewerId),
      ports.reviews.find(reviewIdOf(applicationId, reviewerId)),
      staffClearance(ports)(actor, roundId),
    ]);
    if (!application || !round || application.roundId !== roundId || conflictOfStaff(application))
      return fail({ kind: 'not-found' });
    const { id = reviewerId, formerly } = reviewer?.account ?? {};
    // Whoever reviews it under a former account reviews it: nobody counts twice.
    const existing = formerly ? await underAnyOf(ports, applicationId, [id, ...formerly]) : found;
    const stands = existing?.review.status;
    // Given back, or lost to a conflict: whoever asks for it again must not take it for done.
    if (stands === 'declined') return fail({ kind: 'step-refused', current: 'declined', action: 'assign' });
    if (stands === 'conflicted') return fail({ kind: 'conflict-of-interest', reason: 'declared' });
    if (existing && stands !== 'removed') return ok(existing.review);
    if (isSelf(actor, reviewerId)) return fail({ kind: 'own-assignment' });
    const open = takesAssignments(round, application, receivedAt);
    if (!open.ok) return open;
    if (!reviewer || !isReviewerOf(reviewer.actor, roundId))
      return fail({ kind: 'invalid-input', fields: [{ path: 'reviewerId', code: 'not-a-reviewer' }] });
    // What the reviewer once declared outlives a removal.
    const reason = existing?.review.conflictReason
      ? 'declared'
      : await interestOf(ports, reviewer.actor, application);
    if (reason) return fail({ kind: 'conflict-of-interest', reason });
    if (isStaff(reviewer.actor) && (await hasReviews(ports, applicationId)))
      return fail({ kind: 'reviews-read' });

    const by = { by: actor.personId, at: receivedAt };
    const assigned = assign(application, existing?.review.reviewerId ?? id, by, existing?.review);
    if (!assigned.ok) return assigned;
    const begun = application.status === 'submitted' && stepApplication(application, 'begin-review', by);
    if (begun && !begun.ok) return begun;
    const saved = await ports.reviews.save({ ...assigned.value, ...(begun && { application: begun.value }) });
    return saved.ok ? ok(assigned.value.review) : saved;
  };

/** The review that one of these ids has of the application; one that stands before one that was removed. */
const underAnyOf = async ({ reviews }: Ports, applicationId: string, ids: readonly string[]) => {
  const files = await Promise.all(ids.map((id) => reviews.find(reviewIdOf(applicationId, id))));
  const held = files.flatMap((file) => file ?? []);
  return held.find(({ review }) => review.status !== 'removed') ?? held[0];
};

/** Whether a review of it has ever been in, also one that counts no more. */
const hasReviews = async ({ reviews }: Ports, applicationId: string) =>
  (await reviews.ofApplication(applicationId)).some(({ review }) => review.submitted !== undefined);

const takesAssignments = (
  round: Round,
  { status }: Application,
  at: Date,
): Result<void, RoundStillOpen | StepRefused> => {
  const phase = phaseAt(round, at);
  if (phase === 'announced' || phase === 'cancelled')
    return fail({ kind: 'step-refused', current: phase, action: 'assign' });
  if (phase !== 'closed')
    return fail({ kind: 'round-still-open', lastInstant: instantsOf(round).lastInstant.toISOString() });
  return status === 'submitted' || status === 'in-review'
    ? ok(undefined)
    : fail({ kind: 'step-refused', current: status, action: 'assign' });
};

const interestOf = async (ports: Ports, reviewer: Person, application: Application) =>
  keptBy((await reviewerConflicts(ports)(reviewer, application.roundId))(application));
