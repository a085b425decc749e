import { alumNumber } from '../alumni/alum.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail } from '../kernel/result.ts';
import { explainPair, type PairExplained } from './explain-pair.ts';
import type { MatchLists } from './match-list.port.ts';

type Ports = Parameters<typeof explainPair>[0] & { lists: Pick<MatchLists, 'find'> };

/**
 * The same, of an alum by the number that people know. No index holds numbers: they are looked for among the sixty of the
 * partnership's list, and of one that two of them should share nothing is told.
 */
export const explainNumbered =
  (ports: Ports): UseCase<{ partnershipId: string; number: string }, PairExplained, NotFound> =>
  async (actor, { partnershipId, number }, call) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const list = await ports.lists.find(partnershipId);
    const [found, another] = (list?.entries ?? []).filter(({ alum }) => alumNumber(alum.alumId) === number);
    if (!found || another) return fail({ kind: 'not-found' });
    return explainPair(ports)(actor, { partnershipId, alumId: found.alum.alumId }, call);
  };
