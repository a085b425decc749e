import { expect, test } from 'vitest';
import { askApplying } from '../../../shared/assignment/ask-applying.ts';
import { movePair } from '../../../shared/assignment/move-pair.ts';
import { viewCertificate } from '../../../shared/assignment/view-certificate.ts';
import { viewPlan } from '../../../shared/assignment/view-plan.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { declareConflict } from '../../../shared/reviews/declare-conflict.ts';
import { removeReviewer } from '../../../shared/reviews/remove-reviewer.ts';
import { reviewIdOf } from '../../../shared/reviews/review.ts';
import { applicationsNamed, planWorld } from '../../support/plan-world.ts';
import { aReview, aRound, callAt, inReview, reviewer, staff } from '../../support/reviews-fakes.ts';

const round = aRound({ reviewersPerApplication: 1 });
const people = [reviewer('r1'), reviewer('r2'), reviewer('r3')];
const world = (over: Partial<Parameters<typeof planWorld>[0]> = {}) =>
  planWorld({ round, applications: applicationsNamed('a1', 'a2', 'a3'), people, ...over });
const pairsOf = async (site: ReturnType<typeof world>, planId: string) =>
  (await site.rows(planId)).flatMap(({ applicationId, pairs }) =>
    pairs.map(({ reviewerId }) => `${applicationId} ${reviewerId}`),
  );

test('assigns exactly what was planned, as by hand, and begins each review', async () => {
  const site = world();
  const plan = await site.plan();
  const applied = await site.apply(plan.id);
  expect(applied).toMatchObject({ status: 'applied', appliedAt: inReview.toISOString() });
  expect(await site.assigned()).toEqual((await pairsOf(site, plan.id)).sort());
  expect(site.reviews.saved.map(({ application }) => application?.application.status)).toEqual([
    'in-review',
    'in-review',
    'in-review',
  ]);
  expect(site.reviews.saved.every(({ review }) => review.assignedBy === 'staff-1')).toBe(true);
  // Preferences are closed from now on.
  expect(await site.settings.find('round-1')).toMatchObject({ appliedAt: inReview.toISOString() });
});

test('applied twice, or delivered twice, each assignment is made once', async () => {
  const site = world();
  const plan = await site.plan();
  const applied = await site.apply(plan.id);
  const before = site.reviews.saved.length;
  await site.run(applied?.jobId ?? '');
  const again = await askApplying(site)(staff, { roundId: 'round-1', planId: plan.id, version: 3 }, callAt());
  expect(again).toMatchObject({ value: { status: 'applied' } });
  expect(site.reviews.saved).toHaveLength(before);
});

test('goes on after a crash where it stopped', async () => {
  const site = world();
  const plan = await site.plan();
  const input = { roundId: 'round-1', planId: plan.id, version: plan.version };
  const applying = await askApplying(site)(staff, input, callAt());
  if (!applying.ok) throw new Error(applying.failure.kind);
  const job = await site.jobs.find(applying.value.jobId);
  if (!job) throw new Error('no job');
  // It dies after the assignments, before its shelf says so.
  const save = site.plans.saveShelf;
  site.plans.saveShelf = async () => {
    throw new Error('the table does not answer');
  };
  await expect(site.run(job.id)).rejects.toThrow('does not answer');
  expect(await site.assigned()).toHaveLength(3);
  site.plans.saveShelf = save;
  expect(await site.run(job.id)).toBe('done');
  expect(site.reviews.saved).toHaveLength(3);
  expect(await site.plans.find(plan.id)).toMatchObject({ status: 'applied' });
});

test('leaves out a pair that has a conflict by now, and lists it with its reason', async () => {
  const site = world();
  const plan = await site.plan();
  const [row] = await site.rows(plan.id);
  const reviewerId = row?.pairs[0]?.reviewerId ?? '';
  const member = { applicationId: 'a1', roundId: 'round-1', personId: reviewerId, reason: 'x', at: '' };
  await site.staffConflicts.declare(member, []);
  const seen = await viewPlan(site)(staff, { roundId: 'round-1', planId: plan.id }, callAt());
  expect(seen).toMatchObject({ value: { rows: [{ pairs: [{ stale: 'conflict' }] }, {}, {}] } });
  await site.apply(plan.id);
  expect(await site.assigned()).toHaveLength(2);
  const after = await site.rows(plan.id);
  expect(after.map(({ pairs }) => pairs[0]?.applied)).toEqual(['conflict-of-interest', 'done', 'done']);
});

test('leaves out whoever applies the plan, and lists it with its reason', async () => {
  const both = { ...staff, roles: [...staff.roles, ...reviewer().roles] };
  const site = world({ people: [both, reviewer('r2'), reviewer('r3')] });
  const plan = await site.plan();
  await site.apply(plan.id);
  const rows = await site.rows(plan.id);
  const made = new Map(rows.flatMap(({ pairs }) => pairs.map((pair) => [pair.reviewerId, pair.applied])));
  expect(Object.fromEntries(made)).toEqual({ 'staff-1': 'own-assignment', r2: 'done', r3: 'done' });
});

test('topping up disturbs nothing that is assigned', async () => {
  const first = world();
  const plan = await first.plan();
  await first.apply(plan.id);
  const before = await first.assigned();
  // One of them steps aside; a second plan fills the place.
  const [one = ''] = before;
  const [applicationId = '', reviewerId = ''] = one.split(' ');
  const reviewId = reviewIdOf(applicationId, reviewerId);
  const asReviewer = people.find(({ personId }) => personId === reviewerId) ?? staff;
  await declareConflict(first)(asReviewer, { reviewId, version: 1, reason: 'A friend' }, callAt());
  const second = await first.plan();
  expect(second.figures).toMatchObject({ fixed: 2, pairs: 3 });
  await first.apply(second.id);
  const after = await first.assigned();
  expect(after).toHaveLength(3);
  expect(after).toEqual(expect.arrayContaining(before.slice(1)));
  // Preferences were closed by the first plan, once.
  expect(await first.settings.find('round-1')).toMatchObject({ version: 2 });
  expect(after).not.toContain(one);
});

test('without keeping what is assigned, takes back what nobody has begun and the plan does not have', async () => {
  const files = [
    { review: aReview({ applicationId: 'a1', reviewerId: 'r1' }) },
    { review: aReview({ applicationId: 'a2', reviewerId: 'r1' }) },
    { review: aReview({ applicationId: 'a3', reviewerId: 'r1', status: 'reviewing' }) },
  ];
  const site = world({ files, settings: { keepExisting: false, load: { min: 1, max: 1 } } });
  const plan = await site.plan();
  await site.apply(plan.id);
  expect(await site.assigned()).toEqual((await pairsOf(site, plan.id)).sort());
  expect(await site.assigned()).toContain('a3 r1');
});

test('takes back neither what the plan has again, nor what was begun since it was made', async () => {
  const assigned = { review: aReview({ applicationId: 'a1', reviewerId: 'r1' }) };
  const given = { files: [assigned], applications: applicationsNamed('a1') };
  const same = world({ ...given, people: [reviewer('r1')], settings: { keepExisting: false } });
  await same.apply((await same.plan()).id);
  expect(same.reviews.saved).toEqual([]);

  const loads = [{ reviewerId: 'r1', min: 0, max: 0 }];
  const other = world({ ...given, settings: { keepExisting: false, loads } });
  const plan = await other.plan();
  await other.reviews.save({ review: { ...assigned.review, version: 2, status: 'reviewing' }, events: [] });
  await other.apply(plan.id);
  expect((await other.reviews.find(assigned.review.id))?.review.status).toBe('reviewing');
});

test('a second click while it is applied asks for no second job, and a shelf that is done is not done again', async () => {
  const site = world();
  const plan = await site.plan();
  const input = { roundId: 'round-1', planId: plan.id, version: plan.version };
  expect(await askApplying(site)(staff, { ...input, version: 7 }, callAt())).toEqual(
    fail({ kind: 'stale', current: plan.version }),
  );
  const applying = await askApplying(site)(staff, input, callAt());
  expect(await askApplying(site)(staff, input, callAt())).toEqual(applying);
  const jobId = applying.ok ? applying.value.jobId : '';
  // It dies before the plan says that it is applied; meanwhile staff take one back by hand.
  const save = site.plans.save;
  site.plans.save = async () => {
    throw new Error('the table does not answer');
  };
  await expect(site.run(jobId)).rejects.toThrow('does not answer');
  site.plans.save = save;
  const [one = ''] = await site.assigned();
  const [applicationId = '', reviewerId = ''] = one.split(' ');
  await removeReviewer(site)(
    staff,
    { reviewId: reviewIdOf(applicationId, reviewerId), version: 1 },
    callAt(),
  );
  expect(await site.run(jobId)).toBe('done');
  expect(await site.assigned()).toHaveLength(2);
});

test('a plan is found under its own round alone: another round’s clearance opens nothing of it', async () => {
  const site = world();
  const plan = await site.plan();
  const input = { roundId: 'round-2', planId: plan.id };
  expect(await viewCertificate(site)(staff, input, callAt())).toEqual(fail({ kind: 'not-found' }));
  const apply = { ...input, version: plan.version };
  expect(await askApplying(site)(staff, apply, callAt())).toEqual(fail({ kind: 'not-found' }));
});

test('nobody is given a place who reviews no more', async () => {
  const site = world();
  const plan = await site.plan();
  const from = (await site.rows(plan.id))[0]?.pairs[0]?.reviewerId ?? '';
  const [to = ''] = people.map(({ personId }) => personId).filter((id) => id !== from);
  const find: typeof site.people.find = async (id) => {
    const known = await site.people.find(id);
    return known && id === to ? { ...known, actor: { ...known.actor, roles: [] } } : known;
  };
  const move = { roundId: 'round-1', planId: plan.id, applicationId: 'a1', from, to, version: plan.version };
  expect(await movePair({ ...site, people: { ...site.people, find } })(staff, move, callAt())).toEqual(
    fail({ kind: 'breaks-plan', constraint: 'conflict' }),
  );
  const left: typeof find = async (id) => {
    const known = await site.people.find(id);
    return known && id === from ? { ...known, actor: { ...known.actor, roles: [] } } : known;
  };
  const beside = { ...site, people: { ...site.people, find: left } };
  const view = await viewPlan(beside)(staff, { roundId: 'round-1', planId: plan.id }, callAt());
  expect(view).toMatchObject({ value: { rows: [{ pairs: [{ stale: 'no-reviewer' }] }, {}, {}] } });
});
