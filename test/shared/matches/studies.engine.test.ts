import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matchPorts } from '../../../functions/container/matches-queue.ts';
import { matchesUseCases } from '../../../functions/container/matches-use-cases.ts';
import { matchJobsOn } from '../../../functions/container/study.ts';
import { decide } from '../../../shared/alumni/consent.ts';
import { withdrawalWrites } from '../../../shared/alumni/withdrawals.store.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { cardItems } from '../../../shared/matches/alum-card.store.ts';
import type { AlumCard } from '../../../shared/matches/alum-card.ts';
import { matchWeights } from '../../../shared/matching/match-weights.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { transact } from '../../../shared/table/transact.ts';
import { anAlum, noneAgreed } from '../../support/alumni-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { aCard } from '../../support/matches-fakes.ts';
import { lookers } from '../../support/matches-world.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
  await put(
    aCard('a1', { chapter: 'jetaa-florida' }),
    aCard('a2', { chapter: 'jetaa-florida', japanese: 'native' }),
    aCard('a3', { chapter: 'jetaa-florida', availability: 'none' }),
    aCard('a4', { japanese: 'N1', home: { in: 'japan' } }),
    aCard('a5', {
      chapter: 'jetaa-florida',
      consents: { matched: true, chapter: false, mail: true, statistics: true },
    }),
  );
});
afterAll(() => engine?.stop());

const put = async (...cards: readonly AlumCard[]) => {
  const itemOf = cardItems(engine);
  const requests = cards.map((card) => ({ PutRequest: { Item: itemOf(card) } }));
  await engine.client.send(new BatchWriteCommand({ RequestItems: { [engine.table]: requests } }));
};
const { lead, otherLead, owner } = lookers;
const staff: Person = lookers.staff;
const lakeland = 'lakeland-fl-imabari';
let key = 0;
const call = () => {
  key += 1;
  return { receivedAt: new Date('2026-11-29T12:00:00.000Z'), idempotencyKey: `k${key}` };
};
const act = () => matchesUseCases({ table: engine, cursors: cursorsWith('seal') });
const done = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const work = async ({ jobId }: { jobId: string }) =>
  expect(await matchJobsOn(engine).runJob(jobId)).toBe('done');
const notFound = { ok: false, failure: { kind: 'not-found' } };

/** Every row of a study, over all its pages. */
const rowsOf = async (studyId: string, as = staff) => {
  const first = done(await act().viewStudy(as, { studyId }, call()));
  const rows = [...first.rows];
  for (let page = 2; page <= first.pages; page += 1)
    rows.push(...done(await act().viewStudy(as, { studyId, page }, call())).rows);
  return { study: first.study, rows };
};

describe('a plan of introductions', () => {
  test('of a chapter introduces its own who agreed to be seen by it, to partnerships of its states, and says who got none', async () => {
    const asked = done(await act().askIntroductionPlan(lead, { chapterId: 'jetaa-florida', top: 1 }, call()));
    expect(asked.status).toBe('asked');
    await work(asked);
    const { study, rows } = await rowsOf(asked.id, lead);
    expect(study.figures).toMatchObject({ alumni: 3, unavailable: 1 });
    expect(new Set(rows.map(({ partnership }) => partnership.us.region))).toEqual(new Set(['FL']));
    const met = rows.flatMap(({ picks }) => picks.map(({ alumId }) => alumId));
    expect(new Set(met)).toEqual(new Set(['a1', 'a2']));
    // Nobody is asked by more than three at once.
    for (const alumId of ['a1', 'a2'])
      expect(met.filter((one) => one === alumId).length).toBeLessThanOrEqual(3);
    expect(rows.find(({ partnership }) => partnership.id === lakeland)).toMatchObject({
      picks: [
        { number: expect.stringMatching(/^A-/), reasons: [{ kind: 'served' }, { kind: 'lives-near' }, {}] },
      ],
    });
    expect(rows.filter(({ why }) => why).length).toBe(study.figures?.leftOut);
    expect(JSON.stringify(rows)).not.toContain('person-');
  });

  test('of the whole network takes everybody who may be asked', async () => {
    const asked = done(await act().askIntroductionPlan(staff, { top: 2 }, call()));
    await work(asked);
    const { study, rows } = await rowsOf(asked.id);
    expect(study.figures).toMatchObject({ partnerships: 440, alumni: 5, unavailable: 1 });
    expect(rows).toHaveLength(440);
    const latest = done(await act().listIntroductionPlans(staff, {}, call()));
    expect(latest.items.map(({ id }) => id)).toEqual([asked.id]);
  });

  test('does not plan whom a partnership may not ask, nor whose places are taken', async () => {
    const later = '2027-11-30T00:00:00.000Z';
    const open = ['x-1', 'x-2', 'x-3'].map((partnershipId) => ({ partnershipId, expiresAt: later }));
    await put(
      aCard('a1', { chapter: 'jetaa-florida', blocked: [lakeland] }),
      aCard('a2', { chapter: 'jetaa-florida', open }),
    );
    const asked = done(await act().askIntroductionPlan(lead, { chapterId: 'jetaa-florida', top: 1 }, call()));
    await work(asked);
    const { rows } = await rowsOf(asked.id, lead);
    expect(rows.flatMap(({ picks }) => picks.map(({ alumId }) => alumId))).not.toContain('a2');
    expect(rows.find(({ partnership }) => partnership.id === lakeland)).toMatchObject({ picks: [] });
    await put(aCard('a1', { chapter: 'jetaa-florida' }), aCard('a2', { chapter: 'jetaa-florida' }));
  });

  test('says that those who fit are not to be asked now, and does not repeat what has expired', async () => {
    const expired = [{ partnershipId: lakeland, expiresAt: '2026-11-01T00:00:00.000Z' }];
    const away = { chapter: 'jetaa-florida', availability: 'none' } as const;
    await put(aCard('a1', away), aCard('a2', { chapter: 'jetaa-florida', open: expired }));
    const asked = done(await act().askIntroductionPlan(lead, { chapterId: 'jetaa-florida', top: 1 }, call()));
    await work(asked);
    const { rows } = await rowsOf(asked.id, lead);
    expect(rows.find(({ partnership }) => partnership.id === lakeland)).toMatchObject({
      picks: [],
      why: 'not-now',
    });
    await put(aCard('a1', { chapter: 'jetaa-florida' }), aCard('a2', { chapter: 'jetaa-florida' }));
  });

  test('shows nobody who has withdrawn since, from that instant', async () => {
    const asked = done(await act().askIntroductionPlan(lead, { chapterId: 'jetaa-florida', top: 2 }, call()));
    await work(asked);
    const shown = async () =>
      (await rowsOf(asked.id, lead)).rows.flatMap(({ picks }) => picks.map(({ alumId }) => alumId));
    expect(await shown()).toContain('a1');
    const consents = decide(undefined, noneAgreed, new Date());
    const alum = anAlum({ personId: 'person-a1', alumId: 'a1', version: 2, consents });
    await transact(engine, withdrawalWrites(engine, alum, ['matched']));
    expect(await shown()).not.toContain('a1');
    await matchPorts(engine).withdrawals.caughtUp('person-a1', 2);
    await put(
      aCard('a1', {
        chapter: 'jetaa-florida',
        consents: { matched: false, chapter: true, mail: true, statistics: true },
      }),
    );
    expect(await shown()).not.toContain('a1');
    await put(aCard('a1', { chapter: 'jetaa-florida' }));
  });

  test('is its chapter’s and staff’s, and asked for twice by one click it is one', async () => {
    const plan = { chapterId: 'jetaa-florida', top: 1 };
    const once = call();
    const [first, second] = [
      done(await act().askIntroductionPlan(staff, plan, once)),
      done(await act().askIntroductionPlan(staff, plan, once)),
    ];
    expect(second.id).toBe(first.id);
    for (const actor of [otherLead, owner]) {
      expect(await act().askIntroductionPlan(actor, plan, call())).toEqual(notFound);
      expect(await act().viewStudy(actor, { studyId: first.id }, call())).toEqual(notFound);
      expect(await act().listIntroductionPlans(actor, { chapterId: 'jetaa-florida' }, call())).toEqual(
        notFound,
      );
    }
    expect(await act().askIntroductionPlan(lead, { top: 1 }, call())).toEqual(notFound);
  });
});

describe('other weights', () => {
  const others = { ...matchWeights, sameMunicipality: 20, samePrefecture: 20, japanese: 30 };

  test('are tried without changing anything, and say who would come in, who would go, and which lists change', async () => {
    await put(
      ...Array.from({ length: 21 }, (_, no) => aCard(`b${String(no).padStart(2, '0')}`, { japanese: 'N5' })),
    );
    const asked = done(await act().tryMatchWeights(staff, { ...others, ...{ version: Number.NaN } }, call()));
    await work(asked);
    const { study, rows } = await rowsOf(asked.id);
    expect(study.figures?.changed).toBe(rows.length);
    const row = rows.find(({ partnership }) => partnership.id === lakeland);
    expect(row?.picks.map(({ alumId }) => alumId)).toEqual(['a4']);
    expect(row?.gone).toHaveLength(1);
    expect(done(await act().viewMatchWeights(staff, {}, call()))).toEqual({
      version: 0,
      weights: matchWeights,
    });
  });

  test('are put in force on the version that was read; who is no staff neither sees nor changes them', async () => {
    for (const actor of [lead, owner]) {
      expect(await act().viewMatchWeights(actor, {}, call())).toEqual(notFound);
      expect(await act().tryMatchWeights(actor, others, call())).toEqual(notFound);
      expect(await act().applyMatchWeights(actor, { ...others, version: 0 }, call())).toEqual(notFound);
      expect(await act().askRebuildMatches(actor, {}, call())).toEqual(notFound);
    }
    expect(
      await act().applyMatchWeights(staff, { ...others, japanese: 31, version: 0 }, call()),
    ).toMatchObject({
      failure: { kind: 'invalid-input', fields: [{ code: 'not-100', detail: '101' }] },
    });
    expect(
      await act().applyMatchWeights(staff, { ...others, neighbour: 21, version: 0 }, call()),
    ).toMatchObject({
      failure: { kind: 'invalid-input', fields: [{ path: 'neighbour', code: 'above-nearer' }] },
    });
    expect(done(await act().applyMatchWeights(staff, { ...others, version: 0 }, call())).version).toBe(1);
    expect(await act().applyMatchWeights(staff, { ...others, version: 0 }, call())).toMatchObject({
      failure: { kind: 'stale', current: 1 },
    });
  });
});

test('staff have all lists made anew by a job, asked for once by one click', async () => {
  const once = call();
  const first = done(await act().askRebuildMatches(staff, {}, once));
  expect(done(await act().askRebuildMatches(staff, {}, once)).id).toBe(first.id);
  await work({ jobId: first.id });
  // Nobody of these has an account: the table knows none of them, so nobody is left.
  expect(await matchPorts(engine).cards.many(['a1', 'a2'])).toEqual([]);
});
