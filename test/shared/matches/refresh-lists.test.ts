import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topics } from '../../../shared/kernel/theme.ts';
import { factsOfCard, isListed } from '../../../shared/matches/alum-card.ts';
import { openGround } from '../../../shared/matches/ground.ts';
import { shortestList } from '../../../shared/matches/match-list.ts';
import { refreshLists } from '../../../shared/matches/refresh-lists.ts';
import { remakeLists } from '../../../shared/matches/remake-lists.ts';
import { availabilities, readingLevels } from '../../../shared/matching/match-facts.ts';
import { openMatching } from '../../../shared/matching/open-matching.ts';
import { rankAlumni } from '../../../shared/matching/rank.ts';
import {
  aCard,
  cardsInMemory,
  listsInMemory,
  noneAdded,
  seekingsInMemory,
  weightsInMemory,
} from '../../support/matches-fakes.ts';

const now = new Date('2026-11-29T12:00:00.000Z');
const lakeland = 'lakeland-fl-imabari';
/** Partnerships of Florida's, in whose lists the alumni below meet. */
const watched = [lakeland, 'state-of-florida-fl-wakayama-prefecture', 'seattle-wa-kobe'];

const world = () => {
  const [cards, lists, seekings] = [cardsInMemory(), listsInMemory(), seekingsInMemory()];
  const weights = weightsInMemory();
  const ports = {
    ...{ cards: cards.cards, lists: lists.lists, seekings: seekings.seekings, weights },
    ...{ partnerships: noneAdded, clock: () => now },
  };
  return { cards, lists, seekings, ports };
};

/** The ranking from scratch, by the pure part alone. */
const fromScratch = async ({ cards, ports }: ReturnType<typeof world>, partnershipId: string) => {
  const { matching, of } = await openGround(ports)(now);
  const to = of.get(partnershipId);
  if (!to) throw new Error(`${partnershipId} is not listed`);
  const { weights } = await ports.weights.find();
  const opened = openMatching({
    alumni: [...cards.kept.values()].filter(isListed).map(factsOfCard),
    partnerships: matching.partnerships.map(({ facts }) => facts),
    weights,
    year: 2026,
  });
  const [ranked = []] = rankAlumni(opened, [to], cards.kept.size + 1);
  return ranked.map(({ one, score }) => ({ alumId: one.facts.id, score }));
};

const listed = ({ lists }: ReturnType<typeof world>, partnershipId: string) =>
  (lists.kept.get(partnershipId)?.entries ?? []).map(({ alum, score }) => ({ alumId: alum.alumId, score }));

const places = [
  { name: 'Imabari', prefecture: 'Ehime', municipality: '38202' },
  { name: 'Matsuyama', prefecture: 'Ehime', municipality: '38201' },
  { name: 'Kobe', prefecture: 'Hyogo', municipality: '28100' },
] as const;
const towns = ['Lakeland', 'Miami', 'Orlando', ''] as const;

const said = fc.record({
  servedIn: fc
    .tuple(fc.constantFrom(...places), fc.integer({ min: 1990, max: 2024 }))
    .map(([place, to]) => [{ role: 'ALT' as const, ...place, from: to, to }]),
  home: fc.constantFrom(...towns).map((city) => ({ in: 'us' as const, city, state: 'FL' as const })),
  japanese: fc.constantFrom(...readingLevels),
  topics: fc.subarray([...topics]),
  availability: fc.constantFrom(...availabilities),
  consents: fc.boolean().map((no) => ({ matched: !no, chapter: true, mail: true, statistics: true })),
});
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('said' as const), who: fc.nat(89), said }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('gone' as const), who: fc.nat(89) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...{ kind: fc.constant('seeks' as const), where: fc.constantFrom(...watched) },
      topics: fc.subarray([...topics]),
    }),
  },
);

test('lists kept by single changes are the beginning of the ranking from scratch, whatever changes in whatever order', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(said, { minLength: 70, maxLength: 90 }),
      fc.array(step, { minLength: 20, maxLength: 60 }),
      async (first, steps) => {
        const here = world();
        const { cards, seekings, ports } = here;
        for (const [at, one] of first.entries()) cards.kept.set(`alum-${at}`, aCard(`alum-${at}`, one));
        await remakeLists(ports)();
        for (const one of steps) {
          if (one.kind === 'seeks') {
            const version = (seekings.kept.get(one.where)?.version ?? 0) + 1;
            const savedAt = now.toISOString();
            const wishes = { topics: one.topics, fields: [], words: [] };
            seekings.kept.set(one.where, { partnershipId: one.where, version, savedAt, ...wishes });
            await remakeLists(ports)([one.where]);
            continue;
          }
          const alumId = `alum-${one.who}`;
          const version = (cards.kept.get(alumId)?.version ?? 0) + 1;
          if (one.kind === 'gone') cards.kept.delete(alumId);
          else cards.kept.set(alumId, aCard(alumId, { ...one.said, version }));
          await refreshLists(ports)([alumId]);
        }
        for (const id of watched) {
          const whole = await fromScratch(here, id);
          const kept = listed(here, id);
          expect(kept).toEqual(whole.slice(0, kept.length));
          expect(kept.length).toBeGreaterThanOrEqual(Math.min(shortestList, whole.length));
        }
      },
    ),
    { numRuns: 8, endOnFailure: true },
  );
});
