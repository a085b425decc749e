import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { MatchWeights } from '../matching/match-weights.ts';
import type { WeightsKept } from './weights.port.ts';
import { changeWeights, type WeightsInForce } from './weights.ts';

/** The weights in force, for staff. */
export const viewMatchWeights =
  ({ weights }: { weights: Pick<WeightsKept, 'find'> }): UseCase<unknown, WeightsInForce, NotFound> =>
  async (actor) =>
    isStaff(actor) ? ok(await weights.find()) : fail({ kind: 'not-found' });

/** Staff put other weights in force, on the version they read. All lists are made anew within seconds; nobody gets mail. */
export const applyMatchWeights =
  ({
    weights: kept,
  }: {
    weights: WeightsKept;
  }): UseCase<
    MatchWeights & { version: number },
    WeightsInForce,
    NotFound | Stale | Conflict | InvalidInput
  > =>
  async (actor, { version, ...weights }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const change = changeWeights(await kept.find(), { weights, by: actor.personId, version }, receivedAt);
    if (!change.ok) return change;
    const saved = await kept.save(change.value);
    return saved.ok ? ok(change.value.inForce) : saved;
  };
