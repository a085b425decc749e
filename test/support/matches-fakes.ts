import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { AlumCards } from '../../shared/matches/alum-card.port.ts';
import type { AlumCard } from '../../shared/matches/alum-card.ts';
import type { MatchLists } from '../../shared/matches/match-list.port.ts';
import type { MatchList } from '../../shared/matches/match-list.ts';
import type { Seekings } from '../../shared/matches/seeking.port.ts';
import type { Seeking } from '../../shared/matches/seeking.ts';
import type { WeightsKept } from '../../shared/matches/weights.port.ts';
import { firstWeights, type WeightsInForce } from '../../shared/matches/weights.ts';
import type { Partnerships } from '../../shared/partnerships/partnership.port.ts';

/** Somebody who served in Imabari, lives in Lakeland and agreed to all. */
export const aCard = (alumId: string, over: Partial<AlumCard> = {}): AlumCard => ({
  alumId,
  personId: `person-${alumId}`,
  version: 1,
  alumVersion: 1,
  profileVersion: 1,
  registeredAt: '2026-11-01T00:00:00.000Z',
  servedIn: [
    {
      ...{ role: 'ALT', name: 'Imabari', nameJa: '今治市', prefecture: 'Ehime', municipality: '38202' },
      ...{ from: 2009, to: 2012 },
    },
  ],
  home: { in: 'us', city: 'Lakeland', state: 'FL' },
  japanese: 'N2',
  languages: [],
  fields: [],
  skills: [],
  topics: [],
  ways: ['interpret'],
  availability: 'open',
  most: 3,
  consents: { matched: true, chapter: true, mail: true, statistics: true },
  requestsVersion: 0,
  open: [],
  resting: [],
  blocked: [],
  ...over,
});

type Refused = { readonly kind: 'conflict' };

/** As strict about versions as the stores are. */
const nextVersion = <One extends { readonly version: number }>(
  kept: Map<string, One>,
  id: string,
  one: One,
): Result<void, Refused> => {
  if ((kept.get(id)?.version ?? 0) !== one.version - 1) return fail({ kind: 'conflict' });
  kept.set(id, one);
  return ok(undefined);
};

/** Cards in memory; with their consent `chapter` in its list. */
export const cardsInMemory = (first: readonly AlumCard[] = []) => {
  const kept = new Map(first.map((card) => [card.alumId, card]));
  const all = () => [...kept.values()];
  const cards: AlumCards = {
    find: async (alumId) => kept.get(alumId),
    many: async (alumIds) => all().filter(({ alumId }) => alumIds.includes(alumId)),
    ofPerson: async (personId) =>
      all()
        .filter((card) => card.personId === personId)
        .map(({ alumId }) => alumId),
    onShelf: async (shelf) => ({ items: shelf === 0 ? all() : [] }),
    ofChapter: async (chapterId) => ({
      items: all().filter(({ chapter, consents }) => consents.chapter && chapter === chapterId),
    }),
    save: async (card) => nextVersion(kept, card.alumId, card),
    remove: async ({ alumId }) => {
      kept.delete(alumId);
      return ok(undefined);
    },
  };
  return { cards, kept };
};

export const listsInMemory = () => {
  const kept = new Map<string, MatchList>();
  const lists: MatchLists = {
    find: async (id) => kept.get(id),
    many: async (ids) => ids.flatMap((id) => kept.get(id) ?? []),
    save: async (list) => nextVersion(kept, list.partnershipId, list),
  };
  return { lists, kept };
};

export const seekingsInMemory = () => {
  const kept = new Map<string, Seeking>();
  const seekings: Seekings = {
    find: async (id) => kept.get(id),
    all: async () => [...kept.values()],
    save: async ({ seeking }) => nextVersion(kept, seeking.partnershipId, seeking),
  };
  return { seekings, kept };
};

export const weightsInMemory = () => {
  let inForce: WeightsInForce = firstWeights;
  const weights: WeightsKept = {
    find: async () => inForce,
    save: async (change) => {
      inForce = change.inForce;
      return ok(undefined);
    },
  };
  return weights;
};

/** The directory as it ships: nothing added. */
export const noneAdded: Pick<Partnerships, 'confirmed' | 'many'> = {
  confirmed: async () => [],
  many: async () => [],
};
