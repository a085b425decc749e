import type { Withdrawals } from '../alumni/alum.port.ts';
import { coordinatedBy } from '../introductions/coordination.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { AsidesKept } from './asides.port.ts';
import { shownOf } from './list-alumni-for.ts';
import type { MatchLists } from './match-list.port.ts';

type Ports = {
  directory: Pick<PartnershipDirectory, 'claim'>;
  withdrawals: Pick<Withdrawals, 'all'>;
  asides: AsidesKept;
  lists: Pick<MatchLists, 'find'>;
};
type Input = { partnershipId: string; alumId: string; aside: boolean };

/** As many as a partnership has put aside last. */
const mostAside = 200;

/**
 * Whoever coordinates a partnership puts an alum of its list aside as none for it, or takes them back. The alum is not told, and
 * no other partnership.
 */
export const setAlumAside =
  (ports: Ports): UseCase<Input, { alumId: string; aside: boolean }, NotFound | Conflict> =>
  async (actor, { partnershipId, alumId, aside }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const [organisations, before, withdrawals] = await Promise.all([
      coordinatedBy(ports, actor, partnershipId),
      ports.asides.find(partnershipId),
      ports.withdrawals.all(),
    ]);
    const shown = shownOf(await ports.lists.find(partnershipId), withdrawals, receivedAt);
    const isListed = shown.some(({ alum }) => alum.alumId === alumId);
    const isAside = before.alumIds.includes(alumId);
    if (organisations.length === 0 || !(isListed || isAside)) return fail({ kind: 'not-found' });
    if (isAside === aside) return ok({ alumId, aside });
    const others = before.alumIds.filter((one) => one !== alumId);
    const alumIds = aside ? [...others, alumId].slice(-mostAside) : others;
    const saved = await ports.asides.save({ partnershipId, version: before.version + 1, alumIds });
    return saved.ok ? ok({ alumId, aside }) : saved;
  };
