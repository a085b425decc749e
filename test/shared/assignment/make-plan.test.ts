import { expect, test } from 'vitest';
import { applicationsNamed, planWorld } from '../../support/plan-world.ts';
import {
  aReview,
  aRound,
  aSubmittedFile,
  inReview,
  memberOf,
  person,
  reviewer,
} from '../../support/reviews-fakes.ts';

const reviewers = [reviewer('r1'), reviewer('r2'), reviewer('r3')];

test('meets the demand of every application, and keeps every load within its bounds', async () => {
  const world = planWorld({ applications: applicationsNamed('a1', 'a2', 'a3'), people: reviewers });
  const plan = await world.plan();
  expect(plan).toMatchObject({
    status: 'made',
    figures: { applications: 3, reviewers: 3, pairs: 6, optimal: true, gap: { total: 0 } },
  });
  const rows = await world.rows(plan.id);
  expect(rows.map(({ pairs }) => pairs.length)).toEqual([2, 2, 2]);
  expect(await world.jobs.find(plan.jobId)).toMatchObject({ status: 'done' });
  // It changes nothing until it is applied.
  expect(await world.assigned()).toEqual([]);
});

test('gives an application to who wants it, and says why', async () => {
  const stated = (personId: string, choices: Record<string, 'want' | 'rather-not'>) => ({
    personId,
    roundId: 'round-1',
    version: 1,
    savedAt: inReview.toISOString(),
    choices,
  });
  const world = planWorld({
    round: aRound({ reviewersPerApplication: 1 }),
    applications: applicationsNamed('a1', 'a2'),
    people: reviewers,
    preferences: [
      stated('r3', { a1: 'want' }),
      stated('r1', { a2: 'rather-not' }),
      stated('r2', { a2: 'want' }),
    ],
  });
  const plan = await world.plan();
  const rows = await world.rows(plan.id);
  expect(
    rows.map(({ applicationId, pairs }) => [applicationId, pairs[0]?.reviewerId, pairs[0]?.score]),
  ).toEqual([
    ['a1', 'r3', 500],
    ['a2', 'r2', 500],
  ]);
});

test('a review that is in by someone who reviews no more is done, but not one that a conflict sets aside', async () => {
  const world = planWorld({
    applications: applicationsNamed('a1', 'a2'),
    people: [...reviewers, person('gone'), person('gone-and-tied', memberOf('of-a2'))],
    files: [
      aSubmittedFile({ applicationId: 'a1', reviewerId: 'gone' }),
      aSubmittedFile({ applicationId: 'a2', reviewerId: 'gone-and-tied' }),
    ],
  });
  const rows = await world.rows((await world.plan()).id);
  expect(rows.map(({ applicationId, pairs }) => [applicationId, pairs.length])).toEqual([
    ['a1', 1],
    ['a2', 2],
  ]);
});

test('never pairs a reviewer with a conflict, whatever else would be lost', async () => {
  const member = reviewer('r1', memberOf('of-a1'));
  const aside = { applicationId: 'a2', roundId: 'round-1', personId: 'r2', reason: 'A friend', at: '' };
  const world = planWorld({
    round: aRound({ reviewersPerApplication: 1 }),
    applications: applicationsNamed('a1', 'a2'),
    people: [member, reviewer('r2'), reviewer('r3')],
    conflicts: [aside],
  });
  const plan = await world.plan();
  // An organisation of r1's applies in the round, so r1 is kept from both.
  expect(plan.figures).toMatchObject({ barred: 3 });
  const pairs = (await world.rows(plan.id)).flatMap(({ applicationId, pairs: some }) =>
    some.map(({ reviewerId }) => `${applicationId} ${reviewerId}`),
  );
  expect(pairs).toHaveLength(2);
  expect(pairs).not.toContain('a2 r2');
  expect(pairs.join()).not.toContain('r1');
});

test('keeps what is begun always, and what is merely assigned where the settings say so', async () => {
  const assigned = { review: aReview({ applicationId: 'a1', reviewerId: 'r1' }) };
  const begun = { review: aReview({ applicationId: 'a2', reviewerId: 'r1', status: 'reviewing' }) };
  const given = {
    round: aRound({ reviewersPerApplication: 1 }),
    applications: applicationsNamed('a1', 'a2'),
    people: reviewers,
    files: [assigned, begun],
  };
  const fixed = async (keepExisting: boolean) => {
    const world = planWorld({ ...given, settings: { keepExisting } });
    const rows = await world.rows((await world.plan()).id);
    return rows.flatMap(({ applicationId, pairs }) =>
      pairs.filter((one) => one.isFixed).map(() => applicationId),
    );
  };
  expect(await fixed(true)).toEqual(['a1', 'a2']);
  expect(await fixed(false)).toEqual(['a2']);
});

test('never gives an application again to who gave it back', async () => {
  const given = { applicationId: 'a1', reviewerId: 'r1', status: 'declined' } as const;
  const world = planWorld({
    applications: applicationsNamed('a1', 'a2'),
    people: reviewers,
    files: [{ review: aReview(given) }],
  });
  const plan = await world.plan();
  expect(plan.figures).toMatchObject({ barred: 1, pairs: 4 });
  const [first] = await world.rows(plan.id);
  expect(first?.pairs.map(({ reviewerId }) => reviewerId).toSorted()).toEqual(['r2', 'r3']);
});

test('nobody gets more than they said they can take', async () => {
  const most = {
    personId: 'r1',
    roundId: 'round-1',
    version: 1,
    savedAt: inReview.toISOString(),
    most: 1,
    choices: {},
  };
  const world = planWorld({
    round: aRound({ reviewersPerApplication: 1 }),
    applications: applicationsNamed('a1', 'a2', 'a3'),
    people: [reviewer('r1'), reviewer('r2')],
    preferences: [most],
  });
  const rows = await world.rows((await world.plan()).id);
  expect(
    rows.flatMap(({ pairs }) => pairs).filter(({ reviewerId }) => reviewerId === 'r1').length,
  ).toBeLessThan(2);
});

test('keeps the mix and reviewers apart, by a search', async () => {
  const reads = {
    personId: 'r3',
    version: 1,
    savedAt: inReview.toISOString(),
    nameJa: '',
    organisations: [],
    partnerships: [],
    chapters: [],
    themes: [],
    business: false,
    japanese: 'well' as const,
    languages: [],
    placements: [],
    formerly: [],
  };
  const world = planWorld({
    applications: applicationsNamed('a1', 'a2'),
    people: [...reviewers, reviewer('r4')],
    profiles: [reads],
    settings: { needs: { business: 0, japanese: 1, jet: 0 }, apart: [['r1', 'r3']] },
  });
  const rows = await world.rows((await world.plan()).id);
  for (const { pairs } of rows) {
    const ids = pairs.map(({ reviewerId }) => reviewerId);
    expect(ids).toContain('r3');
    expect(ids).not.toContain('r1');
  }
});

test('of a person whose accounts were merged what is begun under either stays, and what they said last counts', async () => {
  const said = (personId: string, choice: 'want' | 'rather-not') => ({
    ...{ personId, roundId: 'round-1', version: 1, savedAt: inReview.toISOString() },
    choices: { a1: choice },
  });
  const world = (over: Partial<Parameters<typeof planWorld>[0]>) =>
    planWorld({
      round: aRound({ reviewersPerApplication: 1 }),
      applications: applicationsNamed('a1'),
      people: [{ ...reviewer('r1'), formerly: ['r0'] }],
      ...over,
    });
  const begun = { review: aReview({ applicationId: 'a1', reviewerId: 'r0', status: 'reviewing' }) };
  const fixed = world({ files: [begun] });
  expect(await fixed.rows((await fixed.plan()).id)).toMatchObject([
    { pairs: [{ reviewerId: 'r1', isFixed: true }] },
  ]);
  const wants = world({ preferences: [said('r1', 'want'), said('r0', 'rather-not')] });
  expect(await wants.rows((await wants.plan()).id)).toMatchObject([{ pairs: [{ score: 500 }] }]);
});

test('who can take fewer than the round’s least is planned with that', async () => {
  const none = { personId: 'r1', roundId: 'round-1', version: 1, savedAt: inReview.toISOString() };
  const world = planWorld({
    round: aRound({ reviewersPerApplication: 1 }),
    applications: applicationsNamed('a1', 'a2'),
    people: reviewers,
    preferences: [{ ...none, most: 0, choices: {} }],
    settings: { load: { min: 1, max: 2 } },
  });
  expect(await world.plan()).toMatchObject({ status: 'made', figures: { loads: { min: 0, max: 1 } } });
});

test('what is begun stands above bounds and demand; a conflict since, and who reviews no more, stand in no plan’s way', async () => {
  const begun = (applicationId: string, reviewerId: string) => ({
    review: aReview({ applicationId, reviewerId, status: 'reviewing' }),
  });
  const planned = async (over: Partial<Parameters<typeof planWorld>[0]>) => {
    const world = planWorld({
      round: aRound({ reviewersPerApplication: 1 }),
      applications: applicationsNamed('a1', 'a2'),
      people: reviewers,
      ...over,
    });
    const { id, status } = await world.plan();
    const rows = await world.rows(id);
    return [status, rows.map(({ demand, pairs }) => [demand, pairs.filter(({ isFixed }) => isFixed).length])];
  };
  const one = { load: { min: 0, max: 1 } };
  const r1 = [begun('a1', 'r1'), begun('a2', 'r1')];
  expect(await planned({ files: r1, settings: one })).toEqual([
    'made',
    [
      [1, 1],
      [1, 1],
    ],
  ]);
  expect(await planned({ files: [begun('a1', 'r1'), begun('a1', 'r2')] })).toEqual([
    'made',
    [
      [2, 2],
      [1, 0],
    ],
  ]);
  const since = { applicationId: 'a1', roundId: 'round-1', personId: 'r1', reason: 'x', at: '' };
  expect(await planned({ files: [begun('a1', 'r1')], conflicts: [since] })).toEqual([
    'made',
    [
      [1, 0],
      [1, 0],
    ],
  ]);
  expect(await planned({ settings: { apart: [['r1', 'gone']] } })).toEqual([
    'made',
    [
      [1, 0],
      [1, 0],
    ],
  ]);
});
