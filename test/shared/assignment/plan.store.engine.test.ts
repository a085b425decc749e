import { afterAll, beforeAll, expect, test } from 'vitest';
import { planStore } from '../../../shared/assignment/plan.store.ts';
import { askForPlan, movePlan } from '../../../shared/assignment/plan-steps.ts';
import { preferenceStore } from '../../../shared/assignment/preference.store.ts';
import { statePreferences } from '../../../shared/assignment/preference.ts';
import { settingsStore } from '../../../shared/assignment/settings.store.ts';
import { usualSettings } from '../../../shared/assignment/settings.ts';
import { jobStore, jobWrites } from '../../../shared/jobs/job.store.ts';
import { askFor } from '../../../shared/jobs/job-steps.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { aPlan, aProof, aShelf } from '../../support/assignment-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { inReview } from '../../support/reviews-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const by = { by: 'staff-1', at: inReview };
const plans = () => planStore(engine, { jobWrites });
const bigBound = {
  kind: 'total' as const,
  value: 1,
  ceiling: 1,
  weights: Array.from({ length: 3000 }, () => 1),
  applicationPrices: Array.from({ length: 3000 }, (_, at) => at),
  reviewerPrices: Array.from({ length: 300 }, (_, at) => -at - 1),
};

test('a plan and the work on it are asked for together, once', async () => {
  const asked = askForPlan({ id: 'p1', roundId: 'r1', settings: usualSettings, demand: 2, jobId: 'j1' }, by);
  const job = askFor({ id: 'j1', kind: 'plan-assignment', roundId: 'r1', about: 'p1' }, by);
  expect(await plans().save({ ...asked, job })).toEqual(ok(undefined));
  expect(await plans().save({ ...asked, job })).toEqual(fail({ kind: 'conflict' }));
  expect(await plans().find('p1')).toEqual(asked.plan);
  expect(await jobStore(engine).find('j1')).toEqual(job.job);
  expect(await plans().latest('r1')).toEqual([asked.plan]);
});

test('keeps what a try has made; one that lost its lease writes over nothing', async () => {
  const [shelf, other] = [aShelf('a1', ['one', 'two']), aShelf('a1', ['two', 'one'])];
  const proof = { ...aProof(['one', 'two']), bounds: [bigBound] };
  expect(await plans().keep('plan-1', 2, { shelves: [shelf], proof })).toEqual(ok(undefined));
  expect(await plans().keep('plan-1', 1, { shelves: [other], proof })).toEqual(fail({ kind: 'conflict' }));
  expect(await plans().shelves('plan-1')).toEqual([shelf]);
  expect(await plans().proof('plan-1')).toEqual(proof);
  expect(await plans().proof('none')).toBeUndefined();
});

test('shelves stand in their order, beyond the ninth too', async () => {
  const shelves = Array.from({ length: 12 }, (_, no) => aShelf(`a${no}`, ['one'], { planId: 'p12', no }));
  await plans().keep('p12', 1, { shelves, proof: aProof(['one']) });
  expect((await plans().shelves('p12')).map(({ no }) => no)).toEqual(shelves.map(({ no }) => no));
  expect(await plans().shelf('p12', 11)).toEqual(shelves[11]);
});

test('of two moves on one version one is told that the other came first', async () => {
  const plan = aPlan({ id: 'p3', version: 1 });
  await plans().save({ plan, events: [] });
  const shelf = aShelf('a1', ['one', 'two'], { planId: 'p3' });
  await plans().keep('p3', 1, { shelves: [shelf], proof: aProof(['one', 'two']) });
  const moved = movePlan(plan, by);
  if (!moved.ok) throw new Error(moved.failure.kind);
  const change = { ...moved.value, shelf: { ...shelf, version: 2 } };
  const outcomes = await Promise.all([plans().save(change), plans().save(change)]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await plans().shelf('p3', 0)).toMatchObject({ version: 2 });
});

test('preferences of a round are found together, each replaced only from the version read', async () => {
  const store = preferenceStore(engine);
  const state = (personId: string, version: number) => {
    const stated = statePreferences(
      version === 0 ? undefined : { personId, roundId: 'r1', version, savedAt: '', choices: {} },
      { personId, roundId: 'r1', version },
      { most: 3, choices: { a1: 'want' } },
      inReview,
    );
    if (!stated.ok) throw new Error(stated.failure.kind);
    return stated.value;
  };
  expect(await store.save(state('one', 0))).toEqual(ok(undefined));
  expect(await store.save(state('one', 0))).toEqual(fail({ kind: 'conflict' }));
  expect(await store.save(state('one', 1))).toEqual(ok(undefined));
  await store.save(state('two', 0));
  expect((await store.ofRound('r1')).map(({ personId, version }) => [personId, version])).toEqual([
    ['one', 2],
    ['two', 1],
  ]);
  expect(await store.find('one', 'r1')).toMatchObject({ most: 3, choices: { a1: 'want' } });
});

test('a round’s settings close preferences in the transaction of the plan that is applied', async () => {
  const settings = { roundId: 'r9', version: 1, settings: usualSettings, appliedAt: inReview.toISOString() };
  await plans().save({ plan: aPlan({ id: 'p9', version: 1, roundId: 'r9' }), events: [], settings });
  expect(await settingsStore(engine).find('r9')).toEqual(settings);
  expect(await settingsStore(engine).save({ ...settings, version: 3 }, [])).toEqual(
    fail({ kind: 'conflict' }),
  );
});
