import { expect, test } from 'vitest';
import { askPlan } from '../../../shared/assignment/ask-plan.ts';
import { solveAssignment } from '../../../shared/assignment/solver/solve-assignment.ts';
import { cancelJob } from '../../../shared/jobs/cancel-job.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { highsSolver } from '../../../shared/optimiser/highs.solver.ts';
import { applicationsNamed, planWorld } from '../../support/plan-world.ts';
import { anApplication, aRound, callAt, inReview, reviewer, staff } from '../../support/reviews-fakes.ts';

const reviewers = [reviewer('r1'), reviewer('r2'), reviewer('r3')];

test('cancelled while it waits, it is never made', async () => {
  const world = planWorld({ applications: applicationsNamed('a1'), people: reviewers });
  const asked = await askPlan(world)(staff, { roundId: 'round-1' }, callAt());
  if (!asked.ok) throw new Error(asked.failure.kind);
  await cancelJob(world)(staff, { jobId: asked.value.jobId }, callAt());
  expect(await world.run(asked.value.jobId)).toBe('cancelled');
  expect(await world.plans.find(asked.value.id)).toMatchObject({ status: 'asked' });
});

test('made again after a crash it is the same plan, kept once', async () => {
  const world = planWorld({ applications: applicationsNamed('a1', 'a2'), people: reviewers });
  const first = await world.plan();
  const rows = await world.rows(first.id);
  const job = await world.jobs.find(first.jobId);
  if (!job) throw new Error('no job');
  // A second delivery that slipped through finds the plan made.
  await world.works['plan-assignment'](job, async () => fail({ kind: 'stopped' }));
  expect(await world.rows(first.id)).toEqual(rows);
  expect(await world.plans.find(first.id)).toEqual(first);
});

test('is asked for by staff alone, after the close and before the announcement', async () => {
  const open = planWorld({
    round: aRound({ closes: '2027-03-01T17:00', reviewDue: '2027-04-01T17:00' }),
    applications: [anApplication()],
    people: reviewers,
  });
  const ask = askPlan(open);
  expect(await ask(reviewer('r1'), { roundId: 'round-1' }, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(await ask(staff, { roundId: 'none' }, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(await ask(staff, { roundId: 'round-1' }, callAt())).toMatchObject({
    failure: { kind: 'round-still-open' },
  });
  const round = aRound({ announcedAt: '2027-01-19T00:00:00.000Z' });
  const announced = planWorld({ round, applications: [anApplication()], people: reviewers });
  expect(await askPlan(announced)(staff, { roundId: 'round-1' }, callAt())).toMatchObject({
    failure: { kind: 'step-refused', current: 'announced' },
  });
});

test('asked for twice by the same request it is one plan and one job', async () => {
  const world = planWorld({ applications: [anApplication()], people: reviewers });
  const ask = () => askPlan(world)(staff, { roundId: 'round-1' }, callAt(inReview, 'same'));
  const [first, second] = [await ask(), await ask()];
  expect(second).toEqual(first);
  expect(world.jobs.saved).toHaveLength(1);
  // Another's request that happens to have the same key is another request.
  const colleague = { ...staff, personId: 'staff-2' };
  const theirs = await askPlan(world)(colleague, { roundId: 'round-1' }, callAt(inReview, 'same'));
  expect(theirs).toMatchObject({ value: { askedBy: 'staff-2' } });
});

test('a plan that breaks what is hard, or claims what is not so, reaches nobody', async () => {
  const real = solveAssignment({ optimise: highsSolver });
  const world = planWorld({
    applications: applicationsNamed('a1'),
    people: reviewers,
    solve: async (problem, limits) => {
      const outcome = await real(problem, limits);
      if (!outcome.feasible) return outcome;
      const { pairs, certificate } = outcome.plan;
      return { feasible: true, plan: { pairs: pairs.slice(1), certificate } };
    },
  });
  await expect(world.plan()).rejects.toThrow('failed its check');
  expect((await world.plans.latest('round-1')).map(({ status }) => status)).toEqual(['asked']);
});
