import type { Clock } from '../kernel/clock.ts';
import type { OpenAlum } from '../matching/open-matching.ts';
import { bestOf } from '../matching/rank.ts';
import { scoreOf } from '../matching/score-pair.ts';
import { type AlumCards, cardShelves } from './alum-card.port.ts';
import { type AlumCard, factsOfCard, isListed } from './alum-card.ts';
import { type Ground, type GroundPorts, openGround } from './ground.ts';
import type { MatchLists } from './match-list.port.ts';
import { entryOf, listOf, longestList, type MatchEntry } from './match-list.ts';

export type RemakePorts = GroundPorts & {
  cards: Pick<AlumCards, 'onShelf'>;
  lists: Pick<MatchLists, 'many' | 'save'>;
  clock: Clock;
};

/** Lists written at once. */
const atOnce = 16;
/** How often lists are made anew because alumni changed meanwhile, before the queue brings the task again. */
const mostTries = 6;

/** Every card, a page after the other, the shelves side by side. Linear in the alumni. */
export const everyCard = async (
  cards: Pick<AlumCards, 'onShelf'>,
  visit: (page: readonly AlumCard[]) => void,
): Promise<void> => {
  const walk = async (shelf: number) => {
    let position: string | undefined;
    do {
      const page = await cards.onShelf(shelf, position);
      visit(page.items);
      position = page.next;
    } while (position !== undefined);
  };
  await Promise.all(Array.from({ length: cardShelves }, (_, shelf) => walk(shelf)));
};

/** The best alumni for each of these partnerships, of all there are: as many as asked for. */
export const rankedFor = async (
  cards: Pick<AlumCards, 'onShelf'>,
  { matching, of }: Ground,
  partnershipIds: readonly string[],
  count: number,
): Promise<ReadonlyMap<string, readonly MatchEntry[]>> => {
  const lists = partnershipIds.flatMap((id) => {
    const to = of.get(id);
    return to ? [{ id, to, ...bestOf<OpenAlum>(count) }] : [];
  });
  // Only of whoever stands in a list something is kept.
  const cardsOf = new WeakMap<OpenAlum, AlumCard>();
  await everyCard(cards, (page) => {
    for (const card of page) {
      if (!isListed(card)) continue;
      const open = matching.open(factsOfCard(card));
      cardsOf.set(open, card);
      for (const { id, to, offer } of lists)
        if (!card.blocked.includes(id)) offer(open, scoreOf(matching, open, to));
    }
  });
  return new Map(
    lists.map(({ id, to, kept }) => [
      id,
      kept.flatMap(({ one, score }) => {
        const card = cardsOf.get(one);
        return (card && entryOf(card, to.facts, score)) ?? [];
      }),
    ]),
  );
};

export const inTurns = async <One>(all: readonly One[], act: (one: One) => Promise<void>): Promise<void> => {
  for (let start = 0; start < all.length; start += atOnce)
    await Promise.all(all.slice(start, start + atOnce).map(act));
};

/**
 * Makes the lists of these partnerships anew from all cards, in one walk; of all partnerships without their ids. The lists'
 * versions are read before the cards: a list that somebody brought up to date meanwhile is made once more.
 */
export const remakeLists =
  (ports: RemakePorts) =>
  async (partnershipIds?: readonly string[]): Promise<void> => {
    let left = partnershipIds;
    for (let tries = 0; left === undefined || left.length > 0; tries += 1) {
      if (tries === mostTries) throw new Error(`${left?.length} lists are written by too many at once`);
      const ground = await openGround(ports)(ports.clock(), left);
      const ids = (left ?? [...ground.of.keys()]).filter((id) => ground.of.has(id));
      const versions = new Map(
        (await ports.lists.many(ids)).map(({ partnershipId, version }) => [partnershipId, version]),
      );
      const ranked = await rankedFor(ports.cards, ground, ids, longestList + 1);
      const missed: string[] = [];
      await inTurns(ids, async (partnershipId) => {
        const version = (versions.get(partnershipId) ?? 0) + 1;
        const kept = listOf(ranked.get(partnershipId) ?? []);
        if (version === 1 && kept.entries.length === 0) return;
        const { themes = [], needs = [] } = ground.of.get(partnershipId)?.facts ?? {};
        const made = { basis: ground.basisOf(partnershipId), sought: { themes, needs } };
        const list = { partnershipId, version, ...made, ...kept };
        if (!(await ports.lists.save(list)).ok) missed.push(partnershipId);
      });
      left = missed;
    }
  };
