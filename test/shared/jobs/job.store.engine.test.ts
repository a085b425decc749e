import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobStore } from '../../../shared/jobs/job.store.ts';
import { askFor, begin, report } from '../../../shared/jobs/job-steps.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { startEngine } from '../../support/engine.ts';
import { inReview } from '../../support/reviews-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const asked = (id: string) =>
  askFor(
    { id, kind: 'plan-assignment', roundId: 'round-1', about: `plan-of-${id}` },
    { by: 'staff-1', at: inReview },
  );
const built = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
  if (!result.ok) throw new Error('the builder no longer fits');
  return result.value;
};

test('keeps a job whole, asked for once', async () => {
  const jobs = jobStore(engine);
  const change = asked('one');
  expect(await jobs.save(change)).toEqual(ok(undefined));
  expect(await jobs.save(change)).toEqual(fail({ kind: 'conflict' }));
  expect(await jobs.find('one')).toEqual(change.job);
  expect(await jobs.find('none')).toBeUndefined();
});

test('of two tries that begin from the same version one is told that the other came first', async () => {
  const jobs = jobStore(engine);
  const { job } = asked('two');
  await jobs.save({ job, events: [] });
  const [one, other] = [built(begin(job, inReview)), built(begin(job, inReview))];
  const outcomes = await Promise.all([jobs.save(one), jobs.save(other)]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  const stepped = built(report(one.job, 1, 4, inReview));
  expect(await jobs.save(stepped)).toEqual(ok(undefined));
  expect(await jobs.find('two')).toEqual(stepped.job);
});
