import { expect, test } from 'vitest';
import { applicationsNamed, planWorld } from '../../support/plan-world.ts';
import { anApplication, aReview, aRound, reviewer } from '../../support/reviews-fakes.ts';

const reviewers = [reviewer('r1'), reviewer('r2'), reviewer('r3')];

test('says that there is nothing to plan where nobody has signed the pledge', async () => {
  const world = planWorld({ applications: applicationsNamed('a1'), people: [] });
  const plan = await world.plan();
  expect(plan.status).toBe('asked');
  expect(await world.jobs.find(plan.jobId)).toMatchObject({ status: 'failed', reason: 'facts-missing' });
});

test('a round that no plan fits is told so', async () => {
  const world = planWorld({
    applications: applicationsNamed('a1', 'a2', 'a3'),
    people: [reviewer('r1'), reviewer('r2')],
    settings: { load: { min: 0, max: 2 } },
  });
  const plan = await world.plan();
  expect(plan).toMatchObject({ status: 'impossible' });
  expect(plan.waysOut).toContainEqual({ kind: 'add-reviewers', places: 1, max: 2, changes: [] });
  const raised = plan.waysOut?.find(({ kind }) => kind === 'raise-maximum');
  expect(raised).toMatchObject({ places: 2, changes: [{ what: 'maximum', from: 2 }, { what: 'maximum' }] });
});

test('a search that ended at its limit is no proof: the plan is undecided, not impossible', async () => {
  const world = planWorld({
    applications: applicationsNamed('a1'),
    people: reviewers,
    solve: async () => ({ feasible: false, isDecided: false }),
  });
  const plan = await world.plan();
  expect(plan.status).toBe('undecided');
  expect(plan.waysOut).toBeUndefined();
  expect(await world.jobs.find(plan.jobId)).toMatchObject({ status: 'done' });
});

test('two who are kept apart and both stay with one application are found before anything is solved', async () => {
  const held = (reviewerId: string) => ({
    review: aReview({ id: `a1-${reviewerId}`, applicationId: 'a1', reviewerId }),
  });
  const world = planWorld({
    applications: applicationsNamed('a1', 'a2'),
    people: reviewers,
    files: [held('r1'), held('r2')],
    settings: { apart: [['r2', 'r1']] },
    solve: async () => {
      throw new Error('nothing is to be solved');
    },
  });
  const plan = await world.plan();
  expect(plan).toMatchObject({
    status: 'impossible',
    clashes: [{ applicationId: 'a1', reviewerIds: ['r1', 'r2'] }],
  });
});

test('the way out names the theme whose applications lack a reviewer', async () => {
  const sent = { no: 1, at: '2027-01-12T15:00:00.000Z', requestedCents: 1, matchCents: 1 };
  const themed = (id: string, theme: 'sustainability' | 'creative-economies') =>
    anApplication({ id, organisationId: `of-${id}`, submission: { ...sent, theme } });
  const world = planWorld({
    round: aRound({ reviewersPerApplication: 1 }),
    applications: [themed('a1', 'sustainability'), themed('a2', 'creative-economies')],
    people: [reviewer('r1')],
    // Given back, and so not given again.
    files: [{ review: aReview({ applicationId: 'a1', reviewerId: 'r1', status: 'declined' }) }],
  });
  const plan = await world.plan();
  expect(plan.waysOut).toContainEqual({
    kind: 'add-reviewers',
    places: 1,
    max: 1,
    theme: 'sustainability',
    changes: [],
  });
});
