import { expect, test } from 'vitest';
import { askApplying } from '../../../shared/assignment/ask-applying.ts';
import { assignmentApi } from '../../../shared/assignment/assignment.api.ts';
import { movePair } from '../../../shared/assignment/move-pair.ts';
import { type PlanCertificate, viewCertificate } from '../../../shared/assignment/view-certificate.ts';
import { viewPlan } from '../../../shared/assignment/view-plan.ts';
import { weighMoves } from '../../../shared/assignment/weigh-moves.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { declareStaffConflict } from '../../../shared/reviews/declare-staff-conflict.ts';
import { aPlan } from '../../support/assignment-fakes.ts';
import { applicationsNamed, planWorld } from '../../support/plan-world.ts';
import { aRound, callAt, inReview, reviewer, staff } from '../../support/reviews-fakes.ts';

const round = aRound({ reviewersPerApplication: 1 });
const people = [reviewer('r1'), reviewer('r2'), reviewer('r3')];
const world = (over: Partial<Parameters<typeof planWorld>[0]> = {}) =>
  planWorld({ round, applications: applicationsNamed('a1', 'a2', 'a3'), people, ...over });

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
