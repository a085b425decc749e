import type { Withdrawals } from '../alumni/alum.port.ts';
import { openGround } from './ground.ts';
import type { MatchTask } from './match-task.ts';
import { type CardPorts, type Changed, refreshCards } from './refresh-cards.ts';
import { type ListPorts, refreshLists } from './refresh-lists.ts';
import { remakeLists } from './remake-lists.ts';

export type RefreshPorts = Omit<CardPorts, 'cards'> &
  Omit<ListPorts, 'cards'> & {
    cards: CardPorts['cards'] & ListPorts['cards'];
    withdrawals: Pick<Withdrawals, 'caughtUp'>;
  };

/**
 * Brings cards and lists up to what these tasks tell of. Everything is made of what the table holds now, so tasks may come
 * twice, late and the wrong way round. Whoever withdrew leaves the withdrawn list when all lists know it.
 */
export const refreshMatches =
  (ports: RefreshPorts) =>
  async (tasks: readonly MatchTask[]): Promise<void> => {
    const refreshed = await refreshCards(ports)(tasks.flatMap(changedIn));
    await refreshLists(ports)(refreshed.map(({ alumId }) => alumId));
    for (const { personId, alumVersion } of refreshed)
      await ports.withdrawals.caughtUp(personId, alumVersion ?? Number.MAX_SAFE_INTEGER);
    if (tasks.some(({ kind }) => kind === 'all')) return remakeLists(ports)();
    const partnershipIds = tasks.flatMap((task) => (task.kind === 'partnership' ? [task.partnershipId] : []));
    const behind = await behindOf(ports, [...new Set(partnershipIds)]);
    if (behind.length > 0) await remakeLists(ports)(behind);
  };

const changedIn = (task: MatchTask): readonly Changed[] => (task.kind === 'person' ? [task] : []);

/** Those whose list was made by something else than stands now, or was never made: told twice, it is made anew once. */
const behindOf = async (
  ports: RefreshPorts,
  partnershipIds: readonly string[],
): Promise<readonly string[]> => {
  if (partnershipIds.length === 0) return [];
  const ground = await openGround(ports)(ports.clock(), partnershipIds);
  const lists = new Map(
    (await ports.lists.many(partnershipIds)).map((list) => [list.partnershipId, list.basis]),
  );
  return partnershipIds.filter((id) => {
    const [made, now] = [lists.get(id), ground.basisOf(id)];
    return !made || made.seeking < now.seeking || made.weights < now.weights || made.year < now.year;
  });
};
