import type { Application } from '../applications/application.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { InvalidInput, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { instantsOf, type Round } from '../programs/round.ts';
import { type Assessment, emptyAssessment, foreignCriteria, missingFrom } from './assessment.ts';
import type { ReviewClosed } from './review.errors.ts';
import type { ReviewChange } from './review.port.ts';
import {
  type Review,
  type ReviewAction,
  type ReviewDraft,
  type ReviewFile,
  type ReviewStatus,
  reviewIdOf,
  reviewSteps,
} from './review.ts';

type By = { readonly by: string; readonly at: Date };

/** The first assignment of this pair, or a new one after it was removed. */
export const assign = (
  application: Pick<Application, 'id' | 'roundId' | 'organisationId' | 'pair'>,
  reviewerId: string,
  { by, at }: By,
  removed?: Review,
): Result<ReviewChange, StepRefused> => {
  const fresh: Review = {
    id: reviewIdOf(application.id, reviewerId),
    version: 1,
    status: 'assigned',
    roundId: application.roundId,
    applicationId: application.id,
    reviewerId,
    organisationId: application.organisationId,
    pair: application.pair,
    assignedAt: at.toISOString(),
    assignedBy: by,
  };
  const event = (review: Review) => eventOf(review, 'review-assigned', { by, at }, { reviewerId });
  if (!removed) return ok({ review: fresh, events: [event(fresh)] });
  const status = statusAfter(removed, 'assign');
  if (!status.ok) return status;
  const review = { ...fresh, version: removed.version + 1 };
  return ok({ review, events: [event(review)] });
};

/** No conflict: from here on the application is open to the reviewer. */
export const declareNone = ({ review, draft }: ReviewFile, by: By): Result<ReviewChange, StepRefused> => {
  const set = { declaredAt: by.at.toISOString(), conflictReason: undefined };
  const stepped = step(
    review,
    'declare-none',
    by,
    { type: 'review-declared', data: { conflict: 'none' } },
    set,
  );
  if (!stepped.ok) return stepped;
  // After a removal the earlier draft is still there, and goes on.
  const first = { version: 1, savedAt: by.at.toISOString(), assessment: emptyAssessment };
  return ok({ ...stepped.value, ...(!draft && { draft: first }) });
};

/** A conflict: the application closes to the reviewer for good, and a review already submitted no longer counts. */
export const declareConflict = (
  review: Review,
  reason: string,
  by: By,
): Result<ReviewChange, StepRefused> => {
  const set = { declaredAt: by.at.toISOString(), conflictReason: reason };
  const event = { type: 'review-declared', data: { conflict: 'conflict' } };
  return step(review, 'declare-conflict', by, event, set);
};

/** Given back to staff, with a reason that is none of a conflict: the application closes to the reviewer. */
export const decline = (review: Review, reason: string, by: By): Result<ReviewChange, StepRefused> =>
  step(review, 'decline', by, { type: 'review-declined' }, { declineReason: reason });

export const remove = (review: Review, by: By): Result<ReviewChange, StepRefused> =>
  step(review, 'remove', by, { type: 'review-removed' }, {});

/** The draft's next version, from the version its writer had read. Leaves no event. */
export const saveDraft = (
  { review, draft }: ReviewFile,
  round: Pick<Round, 'rubric'>,
  { version, assessment }: { version: number; assessment: Assessment },
  at: Date,
): Result<ReviewDraft, InvalidInput | Stale | StepRefused> => {
  const status = statusAfter(review, 'save');
  if (!status.ok) return status;
  const fields = foreignCriteria(round.rubric, assessment);
  if (fields.length > 0) return fail({ kind: 'invalid-input', fields });
  const current = draft?.version ?? 0;
  if (version !== current) return fail({ kind: 'stale', current });
  return ok({ version: current + 1, savedAt: at.toISOString(), assessment });
};

type Submitting = { version: number; assessment: Assessment; key: string };

/**
 * What counts from now on. A review counts when the gateway received it at or before `reviewDue` in the round's zone;
 * a later one is refused with both instants, and its words stay in the draft.
 */
export const submit = (
  file: ReviewFile,
  round: Pick<Round, 'rubric' | 'opens' | 'closes' | 'reviewDue' | 'zone' | 'graceMinutes'>,
  { version, assessment, key }: Submitting,
  by: By,
): Result<ReviewChange, InvalidInput | Stale | StepRefused | ReviewClosed> => {
  const status = statusAfter(file.review, 'submit');
  if (!status.ok) return status;
  const { reviewDue } = instantsOf(round);
  const refused = { reviewDue: reviewDue.toISOString(), receivedAt: by.at.toISOString() };
  if (by.at > reviewDue) return fail({ kind: 'review-closed', ...refused });
  return counted(file, round, { action: 'submit', version, assessment, key }, by);
};

/** A submitted review changed while it is discussed, whatever its deadline was; the reason stays with the revision. */
export const revise = (
  file: ReviewFile,
  round: Pick<Round, 'rubric'>,
  revising: Submitting & { reason: string },
  by: By,
): Result<ReviewChange, InvalidInput | Stale | StepRefused> =>
  counted(file, round, { action: 'revise', ...revising }, by);

type Counting = Submitting & { action: 'submit' | 'revise'; reason?: string };

const counted = (
  file: ReviewFile,
  round: Pick<Round, 'rubric'>,
  { action, version, assessment, key, reason }: Counting,
  by: By,
): Result<ReviewChange, InvalidInput | Stale | StepRefused> => {
  const draft = saveDraft(file, round, { version, assessment }, by.at);
  if (!draft.ok) return draft;
  const fields = missingFrom(round.rubric, assessment);
  if (fields.length > 0) return fail({ kind: 'invalid-input', fields });

  const earlier = file.review.submitted;
  const no = (earlier?.no ?? 0) + 1;
  const at = by.at.toISOString();
  const { scores, confidence } = assessment;
  const first = earlier && { firstAt: earlier.firstAt ?? earlier.at };
  const set = { submitted: { no, at, ...first, scores, ...(confidence && { confidence }) } };
  const type = action === 'submit' ? 'review-submitted' : 'review-revised';
  const stepped = step(file.review, action, by, { type, data: { no } }, set);
  const submission = { no, at, key, assessment, ...(reason !== undefined && { reason }) };
  return stepped.ok ? ok({ ...stepped.value, draft: draft.value, submission }) : stepped;
};

const statusAfter = (review: Review, action: ReviewAction): Result<ReviewStatus, StepRefused> => {
  const steps: Partial<Record<ReviewAction, ReviewStatus>> = reviewSteps[review.status];
  const status = steps[action];
  return status ? ok(status) : fail({ kind: 'step-refused', current: review.status, action });
};

type Fact = { readonly type: string; readonly data?: DomainEvent['data'] };

const step = (
  from: Review,
  action: ReviewAction,
  by: By,
  { type, data }: Fact,
  set: Partial<Review>,
): Result<ReviewChange, StepRefused> => {
  const status = statusAfter(from, action);
  if (!status.ok) return status;
  const review = { ...from, ...set, status: status.value, version: from.version + 1 };
  return ok({ review, events: [eventOf(review, type, by, data)] });
};

const eventOf = (
  review: Review,
  type: string,
  { by, at }: By,
  data: DomainEvent['data'] = {},
): DomainEvent => ({
  id: `${review.id}/${type}/${review.version}`,
  subject: `application#${review.applicationId}`,
  type,
  at: at.toISOString(),
  by,
  data: { reviewId: review.id, ...data },
});
