import { expect, test } from 'vitest';
import { movePair } from '../../../shared/assignment/move-pair.ts';
import { weighMoves } from '../../../shared/assignment/weigh-moves.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { applicationsNamed, planWorld } from '../../support/plan-world.ts';
import { aRound, callAt, reviewer, staff } from '../../support/reviews-fakes.ts';

const round = aRound({ reviewersPerApplication: 1 });
const people = [reviewer('r1'), reviewer('r2'), reviewer('r3')];
const world = (over: Partial<Parameters<typeof planWorld>[0]> = {}) =>
  planWorld({ round, applications: applicationsNamed('a1', 'a2', 'a3'), people, ...over });

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
