import type { People } from '../accounts/account.port.ts';
import type { Actor } from '../kernel/actor.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { PairConflicts, Plans } from './plan.port.ts';
import { type ClearedPlan, clearedPlan, type PlanClearancePorts } from './plan-clearance.ts';
import { type PlanBook, placeOf } from './weigh-move.ts';

export type BookPorts = PlanClearancePorts & {
  plans: Pick<Plans, 'find' | 'shelves' | 'proof'>;
  people: Pick<People, 'find'>;
  pairConflicts: PairConflicts;
};

/** A plan opened at one application, for a member of staff without a conflict with it. */
export const planBook =
  (ports: BookPorts) =>
  async (
    actor: Actor,
    { roundId, planId, applicationId }: { roundId: string; planId: string; applicationId: string },
  ): Promise<Result<ClearedPlan & { readonly book: PlanBook }, NotFound>> => {
    const [cleared, shelves, proof] = await Promise.all([
      clearedPlan(ports)(actor, { roundId, planId }),
      ports.plans.shelves(planId),
      ports.plans.proof(planId),
    ]);
    if (!cleared.ok) return cleared;
    const { plan, seen } = cleared.value;
    const book = { plan, shelves, reviewers: proof?.reviewers ?? [] };
    if (plan.status === 'asked' || !seen.has(applicationId) || !placeOf(book, applicationId))
      return fail({ kind: 'not-found' });
    return ok({ ...cleared.value, book });
  };
