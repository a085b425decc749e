import { expect, test } from 'vitest';
import { askApplying } from '../../../shared/assignment/ask-applying.ts';
import { assignmentApi } from '../../../shared/assignment/assignment.api.ts';
import { movePair } from '../../../shared/assignment/move-pair.ts';
import { type PlanCertificate, viewCertificate } from '../../../shared/assignment/view-certificate.ts';
import { viewPlan } from '../../../shared/assignment/view-plan.ts';
import { weighMoves } from '../../../shared/assignment/weigh-moves.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { declareConflict } from '../../../shared/reviews/declare-conflict.ts';
import { declareStaffConflict } from '../../../shared/reviews/declare-staff-conflict.ts';
import { removeReviewer } from '../../../shared/reviews/remove-reviewer.ts';
import { reviewIdOf } from '../../../shared/reviews/review.ts';
import { aPlan } from '../../support/assignment-fakes.ts';
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

test('whoever is kept from an application reads no way out and no clash of the whole', async () => {
  const site = world();
  const changes = [{ what: 'demand' as const, id: 'a1', from: 2, to: 1 }];
  const plan = aPlan({
    status: 'impossible',
    waysOut: [{ kind: 'lower-demand', places: 1, changes }],
    clashes: [{ applicationId: 'a1', reviewerIds: ['r1', 'r2'] }],
  });
  const ports = { ...site, plans: { ...site.plans, find: async () => plan } };
  const seen = () => viewPlan(ports)(staff, { roundId: 'round-1', planId: plan.id }, callAt());
  expect(await seen()).toMatchObject({ value: { waysOut: [{}], clashes: [{}], kept: 0 } });
  await stepAside(site);
  expect(await seen()).toMatchObject({ value: { waysOut: [], clashes: [], kept: 1 } });
});

const stepAside = async (site: ReturnType<typeof world>) =>
  declareStaffConflict(site)(staff, { applicationId: 'a1', reason: 'A relative' }, callAt());

test('staff with a conflict see neither row nor figures of the whole, and cannot apply', async () => {
  const site = world();
  const plan = await site.plan();
  await stepAside(site);
  const input = { roundId: 'round-1', planId: plan.id };
  const seen = await viewPlan(site)(staff, input, callAt());
  if (!seen.ok) throw new Error(seen.failure.kind);
  expect(seen.value.rows.map(({ application }) => application.id)).toEqual(['a2', 'a3']);
  expect(seen.value).toMatchObject({ figures: undefined, kept: 1 });
  expect(seen.value.loads.reduce((sum, { planned }) => sum + planned, 0)).toBe(2);
  expect(JSON.stringify(seen.value)).not.toContain('a1');
  expect(await viewCertificate(site)(staff, input, callAt())).toEqual(fail({ kind: 'not-found' }));
  const moves = { ...input, applicationId: 'a1', from: 'r1' };
  expect(await weighMoves(site)(staff, moves, callAt())).toEqual(fail({ kind: 'not-found' }));
  const move = { ...moves, to: 'r2', version: plan.version };
  expect(await movePair(site)(staff, move, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(await askApplying(site)(staff, { ...input, version: plan.version }, callAt())).toMatchObject({
    failure: { kind: 'conflict-of-interest' },
  });
});

/** The plan as the API gives it to staff who are kept from a1, and every move of a2's place. */
const asKept = async (site: ReturnType<typeof world>, planId: string) => {
  const input = { roundId: 'round-1', planId };
  const from = (await site.rows(planId))[1]?.pairs[0]?.reviewerId ?? '';
  const seen = await viewPlan(site)(staff, input, callAt());
  const moves = await weighMoves(site)(staff, { ...input, applicationId: 'a2', from }, callAt());
  if (!seen.ok || !moves.ok) throw new Error('the plan is not found');
  return {
    from,
    plan: assignmentApi.viewPlan.output.parse(seen.value),
    moves: assignmentApi.weighMoves.output.parse(moves.value),
  };
};

test('whoever is kept from an application reads no figure that it is part of, by page or API', async () => {
  const site = world({ people: people.slice(0, 2) });
  const { id } = await site.plan();
  const open = await asKept(site, id);
  expect(open.plan.loads[0]).toMatchObject({ min: 0, max: 6 });
  expect(open.moves.candidates[0]?.cost).toMatchObject({ difference: 0, total: {}, worst: {} });

  await stepAside(site);
  const before = await asKept(site, id);
  for (const load of before.plan.loads)
    expect(Object.keys(load).sort()).toEqual(['name', 'planned', 'reviewerId']);
  expect(before.plan.rows.flatMap(({ pairs }) => pairs.map(({ instead }) => instead))).toEqual([
    undefined,
    undefined,
  ]);
  expect(before.moves.candidates.map(({ cost }) => cost)).toEqual([{ score: 0, difference: 0 }]);

  // Whatever stands in the row that is kept, what they read is the same to the letter.
  const shelf = await site.plans.shelf(id, 0);
  if (!shelf) throw new Error('no shelf');
  const [hidden, ...others] = shelf.rows;
  if (!hidden) throw new Error('no row');
  const other = { reviewerId: hidden.pairs[0]?.reviewerId === 'r1' ? 'r2' : 'r1', score: -700 };
  const pairs = hidden.pairs.map((pair) => ({ ...pair, ...other }));
  const rows = [{ ...hidden, pairs }, ...others];
  await site.plans.saveShelf({ ...shelf, version: shelf.version + 1, rows });
  expect(await site.rows(id)).toMatchObject([{ pairs: [other] }, {}, {}]);
  expect(await asKept(site, id)).toEqual(before);
});

test('to whoever is kept from an application a full reviewer looks like one with a conflict', async () => {
  const site = world({ settings: { load: { min: 0, max: 1 } } });
  const plan = await site.plan();
  await stepAside(site);
  const { from, moves } = await asKept(site, plan.id);
  const [full = '', conflicted = ''] = moves.candidates.map(({ reviewerId }) => reviewerId);
  const declared = { applicationId: 'a2', roundId: 'round-1', personId: conflicted, reason: 'x', at: '' };
  await site.staffConflicts.declare(declared, []);
  const after = await asKept(site, plan.id);
  expect(after.moves.candidates.map(({ breaks }) => breaks)).toEqual(['withheld', 'withheld']);
  const move = { roundId: 'round-1', planId: plan.id, applicationId: 'a2', from, version: plan.version };
  for (const to of [full, conflicted, 'r9'])
    expect(await movePair(site)(staff, { ...move, to }, callAt())).toEqual(
      fail({ kind: 'breaks-plan', constraint: 'withheld' }),
    );
});

test('a pair is moved after its cost was seen, and what would be broken is refused by name', async () => {
  const site = world({ settings: { load: { min: 0, max: 1 } } });
  const plan = await site.plan();
  const [row] = await site.rows(plan.id);
  const from = row?.pairs[0]?.reviewerId ?? '';
  const input = { roundId: 'round-1', planId: plan.id, applicationId: 'a1', from };
  const weighed = await weighMoves(site)(staff, input, callAt());
  // Everybody has one already.
  expect(weighed).toMatchObject({
    value: { candidates: [{ breaks: 'over-maximum' }, { breaks: 'over-maximum' }] },
  });
  const [to = ''] = people.map(({ personId }) => personId).filter((id) => id !== from);
  expect(await movePair(site)(staff, { ...input, to, version: plan.version }, callAt())).toEqual(
    fail({ kind: 'breaks-plan', constraint: 'over-maximum' }),
  );

  const loose = world();
  const other = await loose.plan();
  const holder = (await loose.rows(other.id))[0]?.pairs[0]?.reviewerId ?? '';
  const [taker = ''] = people.map(({ personId }) => personId).filter((id) => id !== holder);
  const move = { ...input, planId: other.id, from: holder, to: taker, version: other.version };
  const moved = await movePair(loose)(staff, move, callAt());
  expect(moved).toMatchObject({ value: { moved: 1, version: other.version + 1 } });
  expect(await movePair(loose)(staff, move, callAt())).toEqual(moved);
  expect((await loose.rows(other.id))[0]?.pairs).toMatchObject([{ reviewerId: taker, byHand: true }]);
  const stale = { ...move, from: taker, to: holder };
  expect(await movePair(loose)(staff, stale, callAt())).toMatchObject({ failure: { kind: 'stale' } });
  const member = { applicationId: 'a1', roundId: 'round-1', personId: holder, reason: 'x', at: '' };
  await loose.staffConflicts.declare(member, []);
  expect(await movePair(loose)(staff, { ...stale, version: other.version + 1 }, callAt())).toEqual(
    fail({ kind: 'breaks-plan', constraint: 'conflict' }),
  );
  const since = await weighMoves(loose)(staff, { ...input, planId: other.id, from: taker }, callAt());
  const back = since.ok && since.value.candidates.find(({ reviewerId }) => reviewerId === holder);
  expect(back).toMatchObject({ breaks: 'conflict', cost: undefined });
});

const certificateOf = async (site: ReturnType<typeof world>) => {
  const plan = await site.plan();
  const seen = await viewCertificate(site)(staff, { roundId: 'round-1', planId: plan.id }, callAt());
  if (!seen.ok) throw new Error(seen.failure.kind);
  return seen.value;
};

/** The sum that the first bound's prices make, where all weights are 1 and no pair was there before. */
const summed = ({ rows, bounds: [bound], reviewers }: PlanCertificate) => {
  let sum = 0;
  rows.forEach(({ demand, scores }, a) => {
    const price = bound?.applicationPrices[a] ?? 0;
    sum += demand * price;
    scores.forEach((score, r) => {
      if (score !== null) sum += Math.max(0, score - price - (bound?.reviewerPrices[r] ?? 0));
    });
  });
  reviewers.forEach(({ min, max }, r) => {
    const price = bound?.reviewerPrices[r] ?? 0;
    sum += price * (price > 0 ? max : min);
  });
  return sum;
};

test('the certificate holds every score and price, so that its bound is a sum', async () => {
  const certificate = await certificateOf(world());
  const { bound, searched, total } = certificate.figures;
  expect(bound).toEqual({ total: summed(certificate) });
  expect(total).toBe(bound.total);
  expect(searched).toEqual({});
});

test('its bound is the sum also with people kept apart; what only a search found stands beside it', async () => {
  const wants = (personId: string) => ({
    personId,
    roundId: 'round-1',
    version: 1,
    savedAt: inReview.toISOString(),
    choices: { a1: 'want' as const },
  });
  for (const objective of ['total', 'fair'] as const) {
    const site = world({
      round: aRound({ reviewersPerApplication: 2 }),
      applications: applicationsNamed('a1'),
      preferences: [wants('r1'), wants('r2')],
      settings: { objective, apart: [['r1', 'r2']] },
    });
    const certificate = await certificateOf(site);
    const { bound, searched, total, gap } = certificate.figures;
    // Prices know nothing of people kept apart: to them both of those who want it could have it.
    expect(bound.total).toBe(1000);
    expect(summed(certificate)).toBe(1000);
    expect({ total, searched, gap }).toEqual({
      total: 500,
      searched: objective === 'fair' ? { total: 500, worst: 500 } : { total: 500 },
      gap: { total: 0, worst: 0 },
    });
  }
});

test('others than staff find no plan, and staff none under another round', async () => {
  const site = world();
  const plan = await site.plan();
  const input = { roundId: 'round-1', planId: plan.id };
  expect(await viewPlan(site)(reviewer('r1'), input, callAt())).toEqual(fail({ kind: 'not-found' }));
  const elsewhere = { roundId: 'round-2', planId: plan.id };
  expect(await viewPlan(site)(staff, elsewhere, callAt())).toEqual(fail({ kind: 'not-found' }));
});
