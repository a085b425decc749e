import { scoreOf } from '../matching/score-pair.ts';
import type { AlumCards } from './alum-card.port.ts';
import { type AlumCard, factsOfCard, isListed } from './alum-card.ts';
import { type Ground, openGround } from './ground.ts';
import type { MatchLists } from './match-list.port.ts';
import { type Basis, entryOf, type MatchEntry, type MatchList, withAlum } from './match-list.ts';
import { inTurns, type RemakePorts, remakeLists } from './remake-lists.ts';

export type ListPorts = RemakePorts & { cards: Pick<AlumCards, 'many' | 'onShelf'>; lists: MatchLists };

/** How often a list is read anew because another writer came first, before the queue brings the task again. */
const mostTries = 12;

/**
 * Puts these alumni where they belong in the lists of all partnerships, as their cards are now; and makes those lists anew that
 * have become short, or were made by other weights or wishes than stand now. Reads every list, whoever stands in it: linear in
 * the partnerships, and not in the alumni.
 */
export const refreshLists =
  (ports: ListPorts) =>
  async (alumIds: readonly string[]): Promise<void> => {
    if (alumIds.length === 0) return;
    const anew = new Set<string>();
    let left: readonly string[] | undefined;
    for (let tries = 0; left === undefined || left.length > 0; tries += 1) {
      if (tries === mostTries) throw new Error(`${left?.length} lists are written by too many at once`);
      const ground = await openGround(ports)(ports.clock());
      const ids: readonly string[] = left ?? [...ground.of.keys()];
      const lists = await ports.lists.many(ids);
      // The cards are read after the lists: whoever wrote a list since knows the same cards or later ones.
      const cards = await ports.cards.many(alumIds);
      const steps = stepsOf({ ground, lists, cards, ids, alumIds });
      for (const id of steps.anew) anew.add(id);
      const missed: string[] = [...steps.again];
      await inTurns(steps.changed, async (list) => {
        if (!(await ports.lists.save(list)).ok) missed.push(list.partnershipId);
      });
      left = missed;
    }
    if (anew.size > 0) await remakeLists(ports)([...anew]);
  };

type Given = {
  readonly ground: Ground;
  readonly lists: readonly MatchList[];
  readonly cards: readonly AlumCard[];
  readonly ids: readonly string[];
  readonly alumIds: readonly string[];
};
type Steps = {
  readonly changed: readonly MatchList[];
  readonly anew: readonly string[];
  /** Made by something later than what was read here. */
  readonly again: readonly string[];
};

const stepsOf = ({ ground, lists, cards, ids, alumIds }: Given): Steps => {
  const { matching } = ground;
  const byId = new Map(lists.map((list) => [list.partnershipId, list]));
  const open = new Map(
    cards
      .filter(isListed)
      .map((card) => [card.alumId, { card, alum: matching.open(factsOfCard(card)) }] as const),
  );
  const [changed, anew, again]: [MatchList[], string[], string[]] = [[], [], []];
  for (const id of ids) {
    const to = ground.of.get(id);
    if (!to) continue;
    const entries = alumIds.map((alumId): [string, MatchEntry | undefined] => {
      const one = open.get(alumId);
      const score = one ? scoreOf(matching, one.alum, to) : 0;
      return [alumId, one && entryOf(one.card, to.facts, score)];
    });
    const list = byId.get(id);
    const isConcerned = entries.some(
      ([alumId, now]) => now || list?.entries.some(({ alum }) => alum.alumId === alumId),
    );
    if (!isConcerned) continue;
    const standing = list && compareBasis(list.basis, ground.basisOf(id));
    if (standing === 'later') again.push(id);
    else if (!list || standing === 'earlier') anew.push(id);
    else {
      const next = listWith(list, entries);
      if (next.isShort) anew.push(id);
      if (next.list !== list) changed.push({ ...next.list, version: list.version + 1 });
    }
  }
  return { changed, anew, again };
};

const compareBasis = (of: Basis, now: Basis): 'same' | 'earlier' | 'later' => {
  if (of.weights > now.weights || of.year > now.year || of.seeking > now.seeking) return 'later';
  return of.weights === now.weights && of.year === now.year && of.seeking === now.seeking
    ? 'same'
    : 'earlier';
};

const isAsBefore = (before: MatchEntry | undefined, now: MatchEntry | undefined) =>
  before?.score === now?.score && before?.alum.version === now?.alum.version;

/** The same list where nobody in it or before its end has changed. */
const listWith = (list: MatchList, entries: readonly (readonly [string, MatchEntry | undefined])[]) => {
  let [next, isShort] = [list, false];
  for (const [alumId, now] of entries) {
    const before = next.entries.find(({ alum }) => alum.alumId === alumId);
    const stepped = withAlum(next, alumId, now);
    const after = stepped.entries.find(({ alum }) => alum.alumId === alumId);
    const isSame = isAsBefore(before, after) && stepped.leftOut === next.leftOut;
    isShort = stepped.isShort;
    if (isSame) continue;
    const { isShort: _, leftOut, entries: kept } = stepped;
    const { leftOut: __, ...head } = next;
    next = { ...head, entries: kept, ...(leftOut && { leftOut }) };
  }
  return { list: next, isShort };
};
