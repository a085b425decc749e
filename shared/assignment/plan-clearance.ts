import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { type Actor, isStaff, type Person } from '../kernel/actor.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Clearance, Plans } from './plan.port.ts';
import type { PlanRecord } from './plan-record.ts';

export type PlanClearancePorts = {
  plans: Pick<Plans, 'find'>;
  applications: Pick<Applications, 'allSent'>;
  clearance: Clearance;
};

export type ClearedPlan = {
  readonly person: Person;
  readonly plan: PlanRecord;
  /** The round's applications as they are now that this person may see, by id. */
  readonly seen: ReadonlyMap<string, Application>;
  /** Those they are kept from. */
  readonly kept: ReadonlySet<string>;
};

/**
 * A plan for a member of staff. It covers the whole round; who is kept from an application gets neither its row nor any
 * figure that includes it, and leaves judging and applying the whole to a colleague.
 */
export const clearedPlan =
  ({ plans, applications, clearance }: PlanClearancePorts) =>
  async (
    actor: Actor,
    { roundId, planId }: { roundId: string; planId: string },
  ): Promise<Result<ClearedPlan, NotFound>> => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [plan, sent, conflict] = await Promise.all([
      plans.find(planId),
      applications.allSent(roundId),
      clearance(actor, roundId),
    ]);
    if (!plan || plan.roundId !== roundId) return fail({ kind: 'not-found' });
    const kept = sent.filter((application) => conflict(application));
    const away = new Set(kept.map(({ id }) => id));
    const seen = new Map(sent.filter(({ id }) => !away.has(id)).map((one) => [one.id, one]));
    return ok({ person: actor, plan, seen, kept: away });
  };
