import { expect, test } from 'vitest';
import type { Application } from '../../../shared/applications/application.ts';
import { settleConflict } from '../../../shared/conflicts/settle-conflict.ts';
import { settlementOf } from '../../../shared/conflicts/settlement.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { reviewerConflicts } from '../../../shared/reviews/reviewer-conflicts.ts';
import { aProfile, fakeProfiles, fakeSettlements } from '../../support/conflicts-fakes.ts';
import { anApplication, callAt, reviewer, reviewPorts, staff } from '../../support/reviews-fakes.ts';

const facts = { us: 'FL', jp: 'Ehime', orgs: '', people: '' };
const application = anApplication({ status: 'in-review', facts });
const both = { ...staff, roles: [...staff.roles, ...reviewer().roles] };
const colleague = { ...staff, personId: 'staff-2' };
const placements = [{ place: { text: 'Nowhere village' }, role: 'ALT' as const, from: 2020 }];

/** A place that could not be told stands in the profile of each of these. */
const given = (
  personIds: readonly string[],
  conflicts: readonly string[] = [],
  of_: Application = application,
) => {
  const profiles = personIds.map((personId) => aProfile({ personId, placements }));
  const settlements = fakeSettlements();
  const declared = conflicts.map((personId) => ({
    ...{ applicationId: 'a1', roundId: 'round-1', personId, reason: 'x', at: '' },
  }));
  const ports = {
    ...reviewPorts({
      applications: [of_],
      people: [both, colleague, { ...reviewer(), formerly: ['reviewer-0'] }],
      conflicts: declared,
      interests: { profiles: fakeProfiles(...profiles), settlements },
    }),
    settlements,
  };
  const settle = async (by: Person, of: Person, over: { reason?: string; version?: number } = {}) => {
    const [found] = (await reviewerConflicts(ports)(of, 'round-1'))(of_);
    const { personId } = of;
    const said = { outcome: 'none' as const, reason: 'It lies in Kochi', version: 0, ...over };
    const cause = found?.cause ?? '';
    return settleConflict(ports)(by, { applicationId: 'a1', personId, cause, ...said }, callAt());
  };
  return { settle, settlements };
};

test('staff who review have their own conflict settled by a colleague', async () => {
  const { settle, settlements } = given(['staff-1']);
  expect(await settle(both, both)).toEqual(fail({ kind: 'not-found' }));
  expect(settlements.held).toEqual([]);
  expect(await settle(colleague, both)).toMatchObject({ value: { outcome: 'none', by: 'staff-2' } });
  // Let go by then it keeps them from nothing as staff, and still is not theirs to settle.
  expect(await settle(both, both, { reason: 'In my own words', version: 1 })).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('staff with a conflict settle nobody’s of that application', async () => {
  const { settle, settlements } = given(['reviewer-1'], ['staff-2']);
  expect(await settle(colleague, reviewer())).toEqual(fail({ kind: 'not-found' }));
  expect(settlements.held).toEqual([]);
});

test('the same words sent again are one settlement; other words take the next version', async () => {
  const { settle, settlements } = given(['reviewer-1']);
  const first = await settle(colleague, reviewer());
  expect(await settle(colleague, reviewer())).toEqual(first);
  expect(await settle(colleague, reviewer(), { reason: 'Other words' })).toEqual(
    fail({ kind: 'stale', current: 1 }),
  );
  expect(await settle(colleague, reviewer(), { reason: 'Other words', version: 1 })).toMatchObject({
    value: { version: 2, reason: 'Other words' },
  });
  expect(settlements.held).toHaveLength(1);
});

test('what a merged account brought along is replaced where it stands, and of what was never sent nothing is settled', async () => {
  const { settle, settlements } = given(['reviewer-0']);
  const merged = { ...reviewer(), formerly: ['reviewer-0'] };
  const first = await settle(colleague, merged);
  if (!first.ok) throw new Error(first.failure.kind);
  settlements.held.splice(0, 1, { ...first.value, personId: 'reviewer-0' });
  expect(await settle(colleague, merged, { reason: 'Other words', version: 1 })).toMatchObject({
    value: { personId: 'reviewer-0', version: 2 },
  });
  const { submission: _, ...never } = application;
  expect(await given(['reviewer-1'], [], never).settle(colleague, reviewer())).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('of what was said of a cause under two accounts the one that keeps out counts, and of its own application alone', () => {
  const of = {
    roundId: 'round-1',
    applicationId: 'a1',
    cause: 'c1',
    version: 1,
    reason: 'x',
    by: 's',
    at: '',
  };
  const none = { ...of, personId: 'old', outcome: 'none' as const };
  const kept = { ...of, personId: 'new', outcome: 'conflict' as const };
  for (const both_ of [
    [none, kept],
    [kept, none],
  ])
    expect(settlementOf(both_, 'a1', 'c1')).toEqual(kept);
  expect(settlementOf([none, kept], 'a2', 'c1')).toBeUndefined();
});
