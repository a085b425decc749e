import { expect, test } from 'vitest';
import { cancelJob } from '../../../shared/jobs/cancel-job.ts';
import type { Work } from '../../../shared/jobs/job.port.ts';
import { jobKinds, mostTries } from '../../../shared/jobs/job.ts';
import { leaseMs } from '../../../shared/jobs/job-steps.ts';
import { runJob } from '../../../shared/jobs/run-job.ts';
import { viewJob } from '../../../shared/jobs/view-job.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { aJob, fakeJobs } from '../../support/jobs-fakes.ts';
import { callAt, inReview, reviewer, staff } from '../../support/reviews-fakes.ts';

const running = (work: Work, job = aJob()) => {
  const jobs = fakeJobs(job);
  let now = inReview;
  // Every kind of work has the same runner: the same work stands for all of them.
  const works = Object.fromEntries(jobKinds.map((kind) => [kind, work])) as Record<
    (typeof jobKinds)[number],
    Work
  >;
  return {
    jobs,
    run: runJob({ jobs, works, clock: () => now }),
    later: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
  };
};

test('does the work once, reports how far it is, and ends done', async () => {
  let times = 0;
  const { run, jobs } = running(async (_, report) => {
    times += 1;
    for (const step of [1, 2, 3]) await report(step, 3);
    return ok(undefined);
  });
  expect(await run('job-1')).toBe('done');
  // The queue brings it again.
  expect(await run('job-1')).toBe('done');
  expect(times).toBe(1);
  expect(await jobs.find('job-1')).toMatchObject({ status: 'done', done: 3, total: 3, tries: 1 });
  expect(jobs.saved.flatMap(({ events }) => events.map(({ type }) => type))).toEqual(['job-finished']);
});

test('brought twice in the same moment, one try works and the other leaves it alone', async () => {
  let times = 0;
  const { run } = running(async () => {
    times += 1;
    return ok(undefined);
  });
  expect((await Promise.all([run('job-1'), run('job-1')])).sort()).toEqual(['busy', 'done']);
  expect(times).toBe(1);
});

test('cancelled between two steps it stops there, and stays cancelled', async () => {
  const steps: number[] = [];
  const { run, jobs } = running(async (_, report) => {
    for (const step of [1, 2, 3]) {
      steps.push(step);
      if (step === 2) await cancelJob({ jobs })(staff, { jobId: 'job-1' }, callAt());
      const told = await report(step, 3);
      if (!told.ok) return told;
    }
    return ok(undefined);
  });
  expect(await run('job-1')).toBe('cancelled');
  expect(steps).toEqual([1, 2]);
  expect(await run('job-1')).toBe('cancelled');
});

test('a try that died holds the job until its lease runs out; the next one does it', async () => {
  const dead = aJob({ status: 'running', tries: 1, version: 2, leaseUntil: inReview.toISOString() });
  const { run, later, jobs } = running(async () => ok(undefined), dead);
  expect(await run('job-1')).toBe('busy');
  later(1);
  expect(await run('job-1')).toBe('done');
  expect(await jobs.find('job-1')).toMatchObject({ tries: 2 });
});

test('what throws is tried again and then given up in words, and never runs for ever', async () => {
  const { run, jobs } = running(async () => {
    throw new Error('the table does not answer');
  });
  for (let time = 1; time < mostTries; time += 1) {
    await expect(run('job-1')).rejects.toThrow('does not answer');
    expect(await jobs.find('job-1')).toMatchObject({ status: 'queued', tries: time });
  }
  await expect(run('job-1')).rejects.toThrow('does not answer');
  expect(await jobs.find('job-1')).toMatchObject({ status: 'failed', reason: 'gave-up', tries: mostTries });
  expect(await run('job-1')).toBe('failed');
});

test('after the last try died without a word, the next delivery says that it was given up', async () => {
  const leaseUntil = inReview.toISOString();
  const dead = aJob({ status: 'running', tries: mostTries, version: 7, leaseUntil });
  const { run, later, jobs } = running(async () => ok(undefined), dead);
  expect(await run('job-1')).toBe('busy');
  later(leaseMs);
  expect(await run('job-1')).toBe('failed');
  expect(await jobs.find('job-1')).toMatchObject({ status: 'failed', reason: 'gave-up' });
});

test('work that cannot be done fails at once, with its reason', async () => {
  const { run, jobs } = running(async () => fail({ kind: 'work-failed', reason: 'facts-missing' }));
  expect(await run('job-1')).toBe('failed');
  expect(await jobs.find('job-1')).toMatchObject({
    reason: 'facts-missing',
    endedAt: inReview.toISOString(),
  });
});

test('an id that no job has is left alone', async () => {
  const { run } = running(async () => ok(undefined));
  expect(await run('none')).toBe('unknown');
});

test('staff see and cancel a job; to others there is none', async () => {
  const leaseUntil = inReview.toISOString();
  const jobs = fakeJobs(aJob({ status: 'running', version: 2, tries: 1, leaseUntil }));
  const input = { jobId: 'job-1' };
  const late = callAt(new Date(inReview.getTime() + 1));
  expect(await viewJob({ jobs })(reviewer(), input, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(await cancelJob({ jobs })(reviewer(), input, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(await viewJob({ jobs })(staff, { jobId: 'none' }, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(await viewJob({ jobs })(staff, input, late)).toMatchObject({ value: { stalled: true } });
  const cancelled = await cancelJob({ jobs })(staff, input, late);
  expect(cancelled).toMatchObject({ value: { status: 'cancelled', version: 3 } });
  expect(await cancelJob({ jobs })(staff, input, late)).toEqual(cancelled);
});

test('what has ended is not cancelled', async () => {
  const jobs = fakeJobs(aJob({ status: 'done', version: 4 }));
  expect(await cancelJob({ jobs })(staff, { jobId: 'job-1' }, callAt())).toEqual(
    fail({ kind: 'step-refused', current: 'done', action: 'cancel' }),
  );
});
