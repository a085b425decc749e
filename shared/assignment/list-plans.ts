import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Plans } from './plan.port.ts';
import type { PlanRecord } from './plan-record.ts';

type Ports = { rounds: Pick<Rounds, 'find'>; plans: Pick<Plans, 'latest'> };
export type ListedPlan = Pick<PlanRecord, 'id' | 'status' | 'askedAt' | 'moved'> & {
  readonly objective: PlanRecord['settings']['objective'];
};

/** A round's latest plans, newest first, for staff: when and what for, and no figure of any application. */
export const listPlans =
  ({ rounds, plans }: Ports): UseCase<{ roundId: string }, { items: readonly ListedPlan[] }, NotFound> =>
  async (actor, { roundId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, latest] = await Promise.all([rounds.find(roundId), plans.latest(roundId)]);
    if (!round) return fail({ kind: 'not-found' });
    return ok({
      items: latest.map(({ id, status, askedAt, moved, settings }) => ({
        id,
        status,
        askedAt,
        moved,
        objective: settings.objective,
      })),
    });
  };
