import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCards } from '../../../functions/container/matches-queue.ts';
import { openAlumni } from '../../../functions/container/registering-use-cases.ts';
import { offerSchema, registerAlum } from '../../../shared/alumni/alum.ts';
import { alumniCountsStore } from '../../../shared/chapters/alumni-counts.store.ts';
import { type AlumCard, countsBetween } from '../../../shared/matches/alum-card.ts';
import { matchListStore } from '../../../shared/matches/match-list.store.ts';
import { entryOf, type MatchList } from '../../../shared/matches/match-list.ts';
import { everyCard } from '../../../shared/matches/remake-lists.ts';
import { seekingStore } from '../../../shared/matches/seeking.store.ts';
import { saySought } from '../../../shared/matches/seeking.ts';
import { weightsStore } from '../../../shared/matches/weights.store.ts';
import { changeWeights, firstWeights } from '../../../shared/matches/weights.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { allAgreed } from '../../support/alumni-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { aCard } from '../../support/matches-fakes.ts';
import { aPartnership } from '../../support/matching.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine?.stop());

const at = new Date('2026-11-29T12:00:00.000Z');
const conflict = { ok: false, failure: { kind: 'conflict' } };
const registered = async (alumId: string) => {
  const personId = `person-${alumId}`;
  const change = registerAlum({ personId, alumId, offer: offerSchema.parse({}), choices: allAgreed }, at);
  expect(await openAlumni(engine).save(change)).toMatchObject({ ok: true });
};
const none = countsBetween(undefined, undefined);

describe('cards', () => {
  test('are found by alum and by person, on their shelf and in the chapter that may see them', async () => {
    const cards = openCards(engine);
    await registered('c1');
    const card = aCard('c1', { chapter: 'jetaa-florida' });
    expect(await cards.save(card, countsBetween(undefined, card))).toMatchObject({ ok: true });
    expect(await cards.find('c1')).toEqual(card);
    expect(await cards.many(['c1', 'nobody'])).toEqual([card]);
    expect(await cards.ofPerson('person-c1')).toEqual(['c1']);
    expect(await cards.ofChapter('jetaa-florida')).toEqual({ items: [card], next: undefined });
    const all: AlumCard[] = [];
    await everyCard(cards, (page) => {
      all.push(...page);
    });
    expect(all).toContainEqual(card);
    const counted = await alumniCountsStore(engine).read();
    expect([counted.prefectures.Ehime, counted.states.FL]).toEqual([1, 1]);

    const { chapter, ...moved } = { ...card, version: 2, consents: { ...card.consents, statistics: false } };
    expect(await cards.save(moved, countsBetween(card, moved))).toMatchObject({ ok: true });
    expect((await cards.ofChapter('jetaa-florida')).items).toEqual([]);
    const after = await alumniCountsStore(engine).read();
    expect([chapter, after.prefectures.Ehime, after.states.FL]).toEqual(['jetaa-florida', 0, 0]);
  });

  test('are checked as they are written: a walk through all of them reads them as they lie there', async () => {
    // A word that the type does not know, as from code of another day.
    const unheard = aCard('c4', { availability: 'never' as 'none' });
    await expect(async () => openCards(engine).save(unheard, none)).rejects.toThrow('availability');
  });

  test('of two who write one version one is told, and an older one takes no newer one’s place', async () => {
    const cards = openCards(engine);
    await registered('c2');
    expect(await cards.save(aCard('c2'), none)).toMatchObject({ ok: true });
    expect(await cards.save(aCard('c2'), none)).toEqual(conflict);
    expect(await cards.save(aCard('c2', { version: 3 }), none)).toEqual(conflict);
    expect(await cards.remove(aCard('c2', { version: 2 }), none)).toEqual(conflict);
    expect(await cards.remove(aCard('c2'), none)).toMatchObject({ ok: true });
    expect(await cards.find('c2')).toBeUndefined();
  });

  test('are not written of a registration that has changed or gone', async () => {
    const cards = openCards(engine);
    await registered('c3');
    expect(await cards.save(aCard('c3', { alumVersion: 2 }), none)).toEqual(conflict);
    expect(await cards.save(aCard('never'), none)).toMatchObject({ failure: { kind: 'not-found' } });
    expect(await cards.many(['c3', 'never'])).toEqual([]);
  });
});

test('of lists only the next version takes the place of one, and sixty alumni fit into two read units', async () => {
  const lists = matchListStore(engine);
  const sought = { themes: ['sustainability' as const], needs: ['law', 'sports', 'Food Export'] };
  const entries = Array.from({ length: 60 }, (_, no) => {
    const alumId = crypto.randomUUID();
    const skills = ['food export', 'tea ceremony', `skill of number ${no * 7919}`];
    const card = aCard(alumId, { skills, fields: ['law', 'sports'], topics: ['sustainability'] });
    return entryOf(card, aPartnership(sought), 9000 - no) ?? [];
  }).flat();
  const list: MatchList = {
    partnershipId: 'lakeland-fl-imabari',
    version: 1,
    basis: { weights: 0, year: 2026, seeking: 0 },
    sought,
    entries,
    leftOut: { score: 1, alumId: 'z' },
  };
  expect(await lists.save(list)).toMatchObject({ ok: true });
  expect(await lists.save(list)).toEqual(conflict);
  expect(await lists.save({ ...list, version: 3 })).toEqual(conflict);
  engine.usage.reset();
  expect(await lists.find(list.partnershipId)).toEqual(list);
  expect(engine.usage.reads).toBeLessThanOrEqual(2);
  const { leftOut: _, ...shorter } = { ...list, version: 2, entries: entries.slice(0, 3) };
  expect(await lists.save(shorter)).toMatchObject({ ok: true });
  expect(await lists.many(['lakeland-fl-imabari', 'tacoma-wa-kitakyushu'])).toEqual([shorter]);
});

test('what a partnership seeks is kept version by version, each with its event', async () => {
  const seekings = seekingStore(engine);
  const partnershipId = 'lakeland-fl-imabari';
  const details = { topics: ['sustainability' as const], fields: ['law' as const], words: ['food export'] };
  const said = saySought(undefined, { partnershipId, details, by: 'p1', version: 0 }, at);
  if (!said.ok) throw new Error('The first is never stale');
  expect(await seekings.save(said.value)).toMatchObject({ ok: true });
  expect(await seekings.save(said.value)).toEqual(conflict);
  expect(await seekings.find(partnershipId)).toEqual(said.value.seeking);
  expect(await seekings.all()).toEqual([said.value.seeking]);
  const events = await eventsOf(engine)(`partnership#${partnershipId}`);
  expect(events).toMatchObject([{ type: 'partnership-seeking-changed', data: { version: 1 } }]);
  expect(saySought(said.value.seeking, { partnershipId, details, by: 'p1', version: 0 }, at)).toEqual({
    ok: false,
    failure: { kind: 'stale', current: 1 },
  });
});

test('weights are the first ones until somebody changes them, and then each version once', async () => {
  const kept = weightsStore(engine);
  expect(await kept.find()).toEqual(firstWeights);
  const weights = { ...firstWeights.weights, japanese: 15, distance: 15 };
  const change = changeWeights(firstWeights, { weights, by: 'p1', version: 0 }, at);
  if (!change.ok) throw new Error('They are together 100');
  expect(await kept.save(change.value)).toMatchObject({ ok: true });
  expect(await kept.save(change.value)).toEqual(conflict);
  expect(await kept.find()).toEqual({ version: 1, weights });
  const [event] = await eventsOf(engine)('matching');
  expect(event).toMatchObject({
    type: 'match-weights-changed',
    data: { japanese: '10 to 15', distance: '20 to 15' },
  });
});
