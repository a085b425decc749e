import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { instantOf } from '../kernel/zoned-time.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';
import { standingAwards } from './envelope.ts';
import type { Letters } from './letter.port.ts';
import type { Clearance } from './propose-decision.ts';

type Ports = {
  applications: Pick<Applications, 'allSent'>;
  rounds: Pick<Rounds, 'find'>;
  decisions: Pick<Decisions, 'ofApplications'>;
  letters: Pick<Letters, 'book'>;
  clearance: Clearance;
};

type Shown = Pick<Application, 'id' | 'title' | 'pair'>;
/** An award that no longer takes from the envelope. */
export type Freed = {
  readonly application: Shown;
  readonly amountCents: number;
  readonly why: 'declined' | 'withdrawn';
  /** Where staff recorded that it is declined, and why. */
  readonly recorded?: NonNullable<Application['recorded']>;
};
/** An award that takes from the envelope until it is answered, or staff record that no answer came. */
export type Unanswered = {
  readonly application: Shown;
  readonly amountCents: number;
  /** The date to answer by has passed. */
  readonly overdue: boolean;
};
export type Waiting = {
  readonly application: Shown;
  readonly requestedCents: number;
  /** As staff stated it; those without one come last. */
  readonly rank?: number | undefined;
  readonly reason: string;
  /** How far a decision to move it up, or to decline it, has come. */
  readonly status: Decision['status'];
  readonly proposed: Decision['decision'];
  /** Whether what is free covers the request; unknown where some of the round is kept from the reader. */
  readonly covered?: boolean | undefined;
};
export type Waitlist = {
  readonly round: Round;
  readonly freed: readonly Freed[];
  readonly unanswered: readonly Unanswered[];
  /** In the order in which they move up; the first is next. */
  readonly waiting: readonly Waiting[];
  /** Left of envelope and slots by the awards that stand; absent where some of the round is kept from the reader. */
  readonly free?: { readonly cents: number; readonly slots: number } | undefined;
  readonly answerBy?: string | undefined;
  readonly kept: number;
};

/**
 * The waitlist in staff's order, what became free, who is next and whether it covers the request. It shows and moves
 * nothing: moving up is proposed and certified like any decision. Linear in the round's size.
 */
export const viewWaitlist =
  (ports: Ports): UseCase<{ roundId: string }, Waitlist, NotFound> =>
  async (actor, { roundId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, listed, conflict, { answerDate }] = await Promise.all([
      ports.rounds.find(roundId),
      ports.applications.allSent(roundId),
      ports.clearance(actor, roundId),
      ports.letters.book(roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const seen = listed.filter((one) => !conflict(one));
    const decided = await ports.decisions.ofApplications(seen.map(({ id }) => id));
    const until = answerDate && instantOf(answerDate.answerBy, round.zone);
    const kept = listed.length - seen.length;
    const free = kept === 0 && round.announcedAt ? leftOf(round, seen) : undefined;
    return ok({
      round,
      freed: seen.flatMap((one) => freedBy(one) ?? []),
      unanswered: unansweredAmong(seen, until !== undefined && until < receivedAt),
      waiting: waitingAmong(round, seen, decided).map(({ application, decision, rank, reason }) => {
        const requestedCents = application.submission?.requestedCents ?? 0;
        const { status, decision: proposed } = decision;
        const covered = free && requestedCents <= free.cents && free.slots > 0;
        return { application: shown(application), requestedCents, rank, reason, status, proposed, covered };
      }),
      ...(free && { free }),
      ...(until && { answerBy: until.toISOString() }),
      kept,
    });
  };

const shown = ({ id, title, pair }: Application): Shown => ({ id, title, pair });

const leftOf = ({ envelopeCents, slots }: Round, applications: readonly Application[]) => {
  const standing = standingAwards(applications);
  const given = standing.reduce((sum, { outcome }) => sum + (outcome?.amountCents ?? 0), 0);
  return { cents: envelopeCents - given, slots: slots - standing.length };
};

const freedBy = (application: Application): Freed | undefined => {
  const { status, outcome, recorded } = application;
  if (outcome?.decision !== 'award') return undefined;
  const reasons: Partial<Record<Application['status'], Freed['why']>> = {
    'declined-by-applicant': 'declined',
    withdrawn: 'withdrawn',
  };
  const why = reasons[status];
  if (!why) return undefined;
  return {
    ...{ application: shown(application), amountCents: outcome.amountCents, why },
    ...(recorded && { recorded }),
  };
};

const unansweredAmong = (applications: readonly Application[], overdue: boolean): Unanswered[] =>
  applications
    .filter(({ status }) => status === 'awarded')
    .map((one) => ({ application: shown(one), amountCents: one.outcome?.amountCents ?? 0, overdue }));

/** Where staff placed it, and why: of the decision that stands, or of the one it was waitlisted by. */
const placeOf = (decision: Decision) =>
  decision.decision === 'waitlist'
    ? decision
    : decision.earlier?.findLast(({ decision: before }) => before === 'waitlist');

const waitingAmong = (
  round: Round,
  applications: readonly Application[],
  decided: ReadonlyMap<string, Decision>,
) =>
  applications
    .flatMap((application) => {
      const decision = decided.get(application.id);
      const place = decision && placeOf(decision);
      const waits = round.announcedAt
        ? application.status === 'waitlisted'
        : application.status !== 'withdrawn';
      if (!decision || !place || !waits) return [];
      return [{ application, decision, rank: place.waitlistRank, reason: place.reason }];
    })
    .toSorted(
      (a, b) =>
        (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) ||
        (a.application.id < b.application.id ? -1 : 1),
    );
