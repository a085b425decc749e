import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { isBeforeReviewers } from '../reviews/before-reviewers.ts';
import type { Reviews } from '../reviews/review.port.ts';
import type { Clearance } from './propose-decision.ts';
import type { RemarksShelf } from './remarks.port.ts';
import { type Remark, type Remarks, type RemarksAction, remarksFrom } from './remarks.ts';
import { stepRemarks } from './remarks-steps.ts';

export type RemarksPorts = {
  applications: Pick<Applications, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  reviews: Pick<Reviews, 'ofApplication'>;
  remarks: RemarksShelf;
  clearance: Clearance;
};

type Seen = {
  readonly application: Application;
  readonly round: Round;
  /** What the reviewers wrote for the applicant. */
  readonly written: readonly Remark[];
  readonly stands: Remarks | undefined;
};

/** For staff whom the committee's door lets in. */
const seenBy = async (
  { applications, rounds, reviews, remarks, clearance }: RemarksPorts,
  person: Person,
  applicationId: string,
): Promise<Result<Seen, NotFound>> => {
  const [application, files, stands] = await Promise.all([
    applications.find(applicationId),
    reviews.ofApplication(applicationId),
    remarks.find(applicationId),
  ]);
  if (!application || !isBeforeReviewers(application)) return fail({ kind: 'not-found' });
  const [round, conflict] = await Promise.all([
    rounds.find(application.roundId),
    clearance(person, application.roundId),
  ]);
  if (!round || conflict(application)) return fail({ kind: 'not-found' });
  return ok({ application, round, stands, written: remarksFrom(round.rubric, files) });
};

export type RemarksView = Seen & {
  /** What the form begins with: what stands, with the words of reviews that came in since. */
  readonly remarks: readonly Remark[];
};

/** What the reviewers wrote for the applicant, and what staff make of it. Never the committee's notes. */
export const viewRemarks =
  (ports: RemarksPorts): UseCase<{ applicationId: string }, RemarksView, NotFound> =>
  async (actor, { applicationId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const seen = await seenBy(ports, actor, applicationId);
    if (!seen.ok) return seen;
    const { written, stands } = seen.value;
    const kept = new Map(stands?.remarks.map((one) => [one.reviewId, one]));
    return ok({ ...seen.value, remarks: written.map((one) => kept.get(one.reviewId) ?? one) });
  };

type Input = {
  applicationId: string;
  action: RemarksAction;
  remarks: readonly Remark[];
  version: number;
};

/** Staff edit what the applicant will read, or approve it in the very words they have before them. Nobody gets mail. */
export const saveRemarks =
  (ports: RemarksPorts): UseCase<Input, Remarks, NotFound | Conflict | Stale | InvalidInput> =>
  async (actor, { applicationId, action, remarks, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const seen = await seenBy(ports, actor, applicationId);
    if (!seen.ok) return seen;
    const { application, round, written, stands } = seen.value;
    // The same act sent again, as by a second click: it stands already.
    if (stands && isSame(stands, { action, remarks, version }, actor.personId)) return ok(stands);
    if ((stands?.version ?? 0) !== version) return fail({ kind: 'stale', current: stands?.version ?? 0 });
    const fields = foreign(round, written, remarks);
    if (fields.length > 0) return fail({ kind: 'invalid-input', fields });

    const change = stepRemarks({ application, earlier: stands }, action, remarks, {
      by: actor.personId,
      now: receivedAt,
    });
    const saved = await ports.remarks.save(change);
    return saved.ok ? ok(change.remarks) : saved;
  };

const isSame = (
  stands: Remarks,
  { action, remarks, version }: Pick<Input, 'action' | 'remarks' | 'version'>,
  by: string,
) =>
  stands.version === version + 1 &&
  stands.editedBy === by &&
  stands.status === (action === 'approve' ? 'approved' : 'draft') &&
  JSON.stringify(stands.remarks) === JSON.stringify(remarks);

/** Remarks on reviews that do not count here, or on criteria that the rubric does not have. */
const foreign = ({ rubric }: Round, written: readonly Remark[], remarks: readonly Remark[]) => {
  const reviews = new Set(written.map(({ reviewId }) => reviewId));
  const criteria = new Set(rubric.criteria.map(({ id }) => id));
  return remarks.flatMap(({ reviewId, comments }, at) => [
    ...(reviews.has(reviewId) ? [] : [{ path: `remarks.${at}.reviewId`, code: 'invalid' }]),
    ...comments.flatMap(({ criterionId }, of) =>
      criteria.has(criterionId)
        ? []
        : [{ path: `remarks.${at}.comments.${of}.criterionId`, code: 'unknown-field' }],
    ),
  ]);
};
