import type { Application } from '../applications/application.ts';
import { isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { roundReviews, type StandingReviewsPorts } from '../reviews/standing-reviews.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';
import type { Clearance } from './propose-decision.ts';
import { setAsideBefore } from './set-aside-before.ts';

type Ports = StandingReviewsPorts & {
  rounds: Pick<Rounds, 'find'>;
  decisions: Pick<Decisions, 'ofApplications'>;
  clearance: Clearance;
};

export type DecisionRow = {
  readonly application: Application;
  readonly decision: Decision | undefined;
  /** Reviews that were in before it was proposed and count no more. */
  readonly setAside: number;
};
export type DecisionTable = {
  readonly round: Round;
  /** By receipt; only what this person may see. */
  readonly rows: readonly DecisionRow[];
  /** How many more there are that this person is kept from. */
  readonly kept: number;
};

/** Whether an application of this status waits for a decision or has had one. */
export const isBeforeCommittee = ({ status }: Application): boolean =>
  !['draft', 'returned', 'withdrawn'].includes(status);

/**
 * A round's applications with what was proposed for each, for staff; those with a conflict see a number instead. Linear
 * in the round's size.
 */
export const listDecisions =
  (ports: Ports): UseCase<{ roundId: string }, DecisionTable, NotFound> =>
  async (actor, { roundId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const sent = ports.applications.allSent(roundId);
    // Side by side with what may be shown, and dropped where nothing may.
    const [shown, { setAside }] = await Promise.all([
      shownTo(ports, actor, { roundId, sent }),
      roundReviews(ports)(roundId, { sent }),
    ]);
    if (!shown) return fail({ kind: 'not-found' });
    const { round, seen, decided, kept } = shown;
    return ok({
      round,
      rows: seen.map((application) => {
        const decision = decided.get(application.id);
        return { application, decision, setAside: setAsideBefore(decision, setAside) };
      }),
      kept,
    });
  };

type Of = { readonly roundId: string; readonly sent: Promise<readonly Application[]> };

const shownTo = async (ports: Ports, person: Person, { roundId, sent }: Of) => {
  const [round, listed, conflict] = await Promise.all([
    ports.rounds.find(roundId),
    sent,
    ports.clearance(person, roundId),
  ]);
  if (!round) return undefined;
  const concerned = listed.filter(isBeforeCommittee);
  const seen = concerned.filter((application) => !conflict(application));
  const decided = await ports.decisions.ofApplications(seen.map(({ id }) => id));
  return { round, seen, decided, kept: concerned.length - seen.length };
};
