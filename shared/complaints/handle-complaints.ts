import type { Applications } from '../applications/application.port.ts';
import { type Application, receiptNumber } from '../applications/application.ts';
import type { Decisions } from '../awards/decision.port.ts';
import type { Decision } from '../awards/decision.ts';
import { idsOf, isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Reviews } from '../reviews/review.port.ts';
import type { OwnDecision } from './complaint.errors.ts';
import type { Complaints } from './complaint.port.ts';
import type { Complaint } from './complaint.ts';
import { complaintAfter, stepComplaint } from './complaint-steps.ts';

/** Whether something keeps this person from an application; asked once for a round. The reviews area knows. */
type Clearance = (
  person: Person,
  roundId: string,
) => Promise<(application: Application) => string | undefined>;

type Ports = {
  applications: Pick<Applications, 'find' | 'many'>;
  rounds: Pick<Rounds, 'find'>;
  complaints: Pick<Complaints, 'find' | 'ofRound' | 'save'>;
  decisions: Pick<Decisions, 'find' | 'ofApplications'>;
  reviews: Pick<Reviews, 'allOfReviewer'>;
  clearance: Clearance;
};

export type HandledComplaint = {
  readonly application: Pick<Application, 'id' | 'title' | 'pair' | 'outcome'>;
  readonly number: string;
  readonly complaint: Complaint;
  /** Whoever decided the application may read it, and not settle it. */
  readonly mayHandle: boolean;
};
export type ComplaintFile = HandledComplaint & { readonly round: Round };

/** Everyone who proposed or certified something about the application, now or before. */
const deciders = ({ proposedBy, settledBy, earlier = [] }: Decision): readonly (string | undefined)[] => [
  proposedBy,
  settledBy,
  ...earlier.flatMap((one) => [one.proposedBy, one.settledBy]),
];

/**
 * What of a round's complaints this member of staff may know. A conflict keeps them from it, and so does any review of the
 * application that was ever theirs, under whichever account: a complaint is about what reviewers said.
 */
const seenBy = async (ports: Ports, person: Person, roundId: string) => {
  const [conflict, ...reviews] = await Promise.all([
    ports.clearance(person, roundId),
    ...idsOf(person).map((id) => ports.reviews.allOfReviewer(id)),
  ]);
  const reviewed = new Set(reviews.flat().map(({ applicationId }) => applicationId));
  return (application: Application) => !conflict(application) && !reviewed.has(application.id);
};

const handled = (
  application: Application,
  complaint: Complaint,
  decision: Decision | undefined,
  person: Person,
): HandledComplaint => {
  const { id, title, pair, outcome } = application;
  const ids = idsOf(person);
  return {
    application: { id, title, pair, ...(outcome && { outcome }) },
    number: receiptNumber(id),
    complaint,
    mayHandle: !decision || !deciders(decision).some((one) => one !== undefined && ids.includes(one)),
  };
};

/** A round's complaints, the latest first, for staff: none of what a conflict or an own review keeps them from. */
export const listComplaints =
  (
    ports: Ports,
  ): UseCase<{ roundId: string }, { round: Round; items: readonly HandledComplaint[] }, NotFound> =>
  async (actor, { roundId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, filed, sees] = await Promise.all([
      ports.rounds.find(roundId),
      ports.complaints.ofRound(roundId),
      seenBy(ports, actor, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const ids = filed.map(({ applicationId }) => applicationId);
    const [heads, decisions] = await Promise.all([
      ports.applications.many(ids),
      ports.decisions.ofApplications(ids),
    ]);
    const known = new Map(heads.filter(sees).map((one) => [one.id, one]));
    const items = filed.flatMap((complaint) => {
      const application = known.get(complaint.applicationId);
      return application ? [handled(application, complaint, decisions.get(application.id), actor)] : [];
    });
    return ok({ round, items: items.toReversed() });
  };

const fileOf = async (
  ports: Ports,
  person: Person,
  applicationId: string,
): Promise<ComplaintFile | undefined> => {
  const [application, complaint, decision] = await Promise.all([
    ports.applications.find(applicationId),
    ports.complaints.find(applicationId),
    ports.decisions.find(applicationId),
  ]);
  if (!application || !complaint) return undefined;
  const [round, sees] = await Promise.all([
    ports.rounds.find(application.roundId),
    seenBy(ports, person, application.roundId),
  ]);
  if (!round || !sees(application)) return undefined;
  return { ...handled(application, complaint, decision, person), round };
};

/** One complaint with what was decided, for staff who are not kept from it. */
export const viewComplaintFile =
  (ports: Ports): UseCase<{ applicationId: string }, ComplaintFile, NotFound> =>
  async (actor, { applicationId }) => {
    const file = isStaff(actor) && (await fileOf(ports, actor, applicationId));
    return file ? ok(file) : fail({ kind: 'not-found' });
  };

type Step = { action: 'take-up' } | { action: 'uphold' | 'reject'; reason: string };
type Input = { applicationId: string; version: number } & Step;
type Refusal = NotFound | Conflict | Stale | StepRefused | OwnDecision;

const handle =
  (ports: Ports): UseCase<Input, ComplaintFile, Refusal> =>
  async (actor, input, { receivedAt }) => {
    const { applicationId, version, action } = input;
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const file = await fileOf(ports, actor, applicationId);
    if (!file) return fail({ kind: 'not-found' });
    const { complaint } = file;
    if (!file.mayHandle) return fail({ kind: 'own-decision' });
    // The same click twice finds done what it asked for.
    const isDone =
      complaint.version === version + 1 &&
      complaint.handledBy === actor.personId &&
      (input.action === 'take-up' || complaint.settled?.reason === input.reason) &&
      complaint.status === complaintAfter('under-review', action);
    if (isDone) return ok(file);
    if (complaint.version !== version) return fail({ kind: 'stale', current: complaint.version });

    const reason = input.action === 'take-up' ? undefined : input.reason;
    const stepped = stepComplaint(complaint, action, { by: actor.personId, at: receivedAt }, reason);
    if (!stepped.ok) return stepped;
    const saved = await ports.complaints.save(stepped.value);
    return saved.ok ? ok({ ...file, complaint: stepped.value.complaint }) : saved;
  };

/** Somebody who neither reviewed nor decided the application looks at the complaint. Its owners are told. */
export const takeUpComplaint =
  (ports: Ports): UseCase<{ applicationId: string; version: number }, ComplaintFile, Refusal> =>
  (actor, input, call) =>
    handle(ports)(actor, { ...input, action: 'take-up' }, call);

/** They uphold it or not, with reasons that the applicant reads. The decision stands until it is decided anew. */
export const settleComplaint =
  (
    ports: Ports,
  ): UseCase<
    { applicationId: string; version: number; outcome: 'uphold' | 'reject'; reason: string },
    ComplaintFile,
    Refusal
  > =>
  (actor, { outcome, ...input }, call) =>
    handle(ports)(actor, { ...input, action: outcome }, call);
