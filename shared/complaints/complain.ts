import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { type Actor, membership, owns } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { ComplaintsClosed } from './complaint.errors.ts';
import type { Complaints } from './complaint.port.ts';
import { type Complaint, complaintsUntil } from './complaint.ts';
import { complaintAfter, fileComplaint, stepComplaint } from './complaint-steps.ts';

type Finding = {
  applications: Pick<Applications, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  complaints: Pick<Complaints, 'find'>;
};
type Ports = Finding & { complaints: Pick<Complaints, 'find' | 'save'> };
type Of = { applicationId: string };

/** What its applicant knows of a complaint: never who of staff looked at it. */
export type OwnComplaint = Pick<Complaint, 'version' | 'status' | 'text' | 'filedAt'> & {
  readonly settled?: { readonly reason: string; readonly at: string } | undefined;
};
export type ComplaintSheet = {
  readonly application: Pick<Application, 'id' | 'title' | 'pair'>;
  readonly round: Round;
  /** The last instant, inclusive, at which a complaint is taken. */
  readonly until: string;
  readonly complaint?: OwnComplaint | undefined;
  readonly mayFile: boolean;
  readonly mayWithdraw: boolean;
};

const shown = ({ version, status, text, filedAt, settled }: Complaint): OwnComplaint => ({
  version,
  status,
  text,
  filedAt,
  ...(settled && { settled: { reason: settled.reason, at: settled.at } }),
});

/** What was decided, for its own people: before the announcement there is nothing to complain about. */
const decided = async (ports: Finding, actor: Actor, applicationId: string) => {
  const [application, complaint] = await Promise.all([
    ports.applications.find(applicationId),
    ports.complaints.find(applicationId),
  ]);
  if (!application?.outcome || !membership(actor, application.organisationId)) return undefined;
  const round = await ports.rounds.find(application.roundId);
  const until = round && complaintsUntil(round);
  return until && { application, round, until, complaint };
};

/** Where and by when to complain, and what became of it; for the applicant's own people once the round is announced. */
export const viewComplaint =
  (ports: Finding): UseCase<Of, ComplaintSheet, NotFound> =>
  async (actor, { applicationId }, { receivedAt }) => {
    const here = await decided(ports, actor, applicationId);
    if (!here) return fail({ kind: 'not-found' });
    const { application, round, until, complaint } = here;
    const { id, title, pair, organisationId } = application;
    const isOwner = owns(actor, organisationId);
    const isOpen =
      receivedAt <= until && (!complaint || complaintAfter(complaint.status, 'file') !== undefined);
    return ok({
      application: { id, title, pair },
      round,
      until: until.toISOString(),
      ...(complaint && { complaint: shown(complaint) }),
      mayFile: isOwner && isOpen,
      mayWithdraw:
        isOwner && complaint !== undefined && complaintAfter(complaint.status, 'withdraw') !== undefined,
    });
  };

type Refusal = NotFound | Conflict | StepRefused | ComplaintsClosed;

/** An owner complains about how the application was handled or decided. Every owner gets a mail that it was received. */
export const complain =
  (ports: Ports): UseCase<Of & { text: string }, OwnComplaint, Refusal> =>
  async (actor, { applicationId, text }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const here = await decided(ports, actor, applicationId);
    if (!here || !owns(actor, here.application.organisationId)) return fail({ kind: 'not-found' });
    const { application, until, complaint } = here;
    // The same click twice finds what the first has filed.
    if (complaint?.filedBy === actor.personId && complaint.status === 'received' && complaint.text === text)
      return ok(shown(complaint));
    if (receivedAt > until)
      return fail({
        kind: 'complaints-closed',
        until: until.toISOString(),
        receivedAt: receivedAt.toISOString(),
      });
    const terms = { applicationId, roundId: application.roundId, text };
    const filed = fileComplaint(complaint, terms, { by: actor.personId, at: receivedAt });
    if (!filed.ok) return filed;
    const saved = await ports.complaints.save(filed.value);
    return saved.ok ? ok(shown(filed.value.complaint)) : saved;
  };

/** An owner takes a complaint back before it is settled. */
export const withdrawComplaint =
  (
    ports: Ports,
  ): UseCase<Of & { version: number }, OwnComplaint, NotFound | Conflict | Stale | StepRefused> =>
  async (actor, { applicationId, version }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const here = await decided(ports, actor, applicationId);
    if (!here?.complaint || !owns(actor, here.application.organisationId)) return fail({ kind: 'not-found' });
    const { complaint } = here;
    if (complaint.status === 'withdrawn' && complaint.version === version + 1) return ok(shown(complaint));
    if (complaint.version !== version) return fail({ kind: 'stale', current: complaint.version });
    const stepped = stepComplaint(complaint, 'withdraw', { by: actor.personId, at: receivedAt });
    if (!stepped.ok) return stepped;
    const saved = await ports.complaints.save(stepped.value);
    return saved.ok ? ok(shown(stepped.value.complaint)) : saved;
  };
