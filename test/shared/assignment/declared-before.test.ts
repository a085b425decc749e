import { expect, test } from 'vitest';
import { assignmentApi } from '../../../shared/assignment/assignment.api.ts';
import { savePreferences } from '../../../shared/assignment/save-preferences.ts';
import { viewPreferences } from '../../../shared/assignment/view-preferences.ts';
import { onceMore } from '../../../shared/kernel/once-more.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { assignReviewer } from '../../../shared/reviews/assign-reviewer.ts';
import { declareNone } from '../../../shared/reviews/declare-none.ts';
import { ownReview } from '../../../shared/reviews/own-review.ts';
import { reviewIdOf } from '../../../shared/reviews/review.ts';
import { committeeClearance, staffClearance } from '../../../shared/reviews/staff-clearance.ts';
import { stepAside } from '../../../shared/reviews/staff-conflict.ts';
import { viewAssignments } from '../../../shared/reviews/view-assignments.ts';
import { applicationsNamed, planWorld } from '../../support/plan-world.ts';
import { aReview, aRound, callAt, inReview, memberOf, reviewer, staff } from '../../support/reviews-fakes.ts';

// A reviewer recognises a case before anything is assigned to them.

const r1 = reviewer('r1');
const of = { roundId: 'round-1' };
const reason = 'My sister runs it';
const says = { ...of, version: 0, choices: {}, conflicts: { a1: reason } };
const world = (over: Partial<Parameters<typeof planWorld>[0]> = {}) =>
  planWorld({
    round: aRound({ reviewersPerApplication: 1 }),
    applications: applicationsNamed('a1', 'a2'),
    people: [r1, reviewer('r2')],
    ...over,
  });

test('a conflict declared with the preferences is kept once, with its first reason, beside any review', async () => {
  const site = world();
  const save = onceMore(savePreferences(site));
  const saved = await save(r1, { ...says, choices: { a2: 'want' } }, callAt());
  expect(saved).toMatchObject({ value: { version: 1, choices: { a2: 'want' } } });
  expect(site.staffConflicts.held).toEqual([
    { ...of, applicationId: 'a1', personId: 'r1', reason, at: inReview.toISOString() },
  ]);
  // A second click, and other words later.
  expect(await save(r1, { ...says, choices: { a2: 'want' } }, callAt())).toEqual(saved);
  const later = { ...says, version: 1, conflicts: { a1: 'Other words' } };
  expect(await save(r1, later, callAt())).toMatchObject({ value: { version: 2 } });
  expect(site.staffConflicts.held.map((one) => one.reason)).toEqual([reason]);
});

test('its event names the application and who said it, and holds no word of the reason', () => {
  const said = { ...of, applicationId: 'a1', personId: 'r1', reason };
  const { events } = stepAside(said, 'reviewer', inReview);
  expect(events).toMatchObject([
    { subject: 'application#a1', type: 'reviewer-conflict-declared', by: 'r1', data: {} },
  ]);
  expect(JSON.stringify(events)).not.toContain(reason);
});

test('where the declaration is not taken, neither are the wishes sent with it', async () => {
  const site = world();
  const declare = async () => fail({ kind: 'conflict' } as const);
  const behind = { ...site, staffConflicts: { ...site.staffConflicts, declare } };
  expect(await savePreferences(behind)(r1, { ...says, choices: { a2: 'want' } }, callAt())).toEqual(
    fail({ kind: 'conflict' }),
  );
  expect(await site.preferences.find('r1', 'round-1')).toBeUndefined();
});

test('two at once: one declares, the other finds it declared', async () => {
  const site = world();
  const save = onceMore(savePreferences(site));
  const both = await Promise.all([save(r1, says, callAt()), save(r1, says, callAt())]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  expect(site.staffConflicts.held).toHaveLength(1);
});

test('what was wanted before is wanted no more, and the application is a pair alone', async () => {
  const site = world();
  const save = savePreferences(site);
  await save(r1, { ...of, version: 0, choices: { a1: 'want', a2: 'willing' } }, callAt());
  const saved = await save(r1, { ...says, version: 1 }, callAt());
  expect(saved).toMatchObject({ value: { choices: { a2: 'willing' } } });
  expect(saved.ok && Object.keys(saved.value.choices)).toEqual(['a2']);
  const seen = await viewPreferences(site)(r1, of, callAt());
  if (!seen.ok) throw new Error(seen.failure.kind);
  const { items, declared } = assignmentApi.viewPreferences.output.parse(seen.value);
  expect(items.map(({ applicationId }) => applicationId)).toEqual(['a2']);
  expect(declared.map((one) => Object.keys(one).sort())).toEqual([['applicationId', 'pair']]);
  // It can't be taken back by saying something else of it.
  expect(await save(r1, { ...of, version: 2, choices: { a1: 'want' } }, callAt())).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'choices.a1', code: 'unknown-field' }] }),
  );
});

test('it bars at every door: the plan, assignment by hand, the review, discussion and decision', async () => {
  const review = aReview({ id: reviewIdOf('a1', 'r1'), applicationId: 'a1', reviewerId: 'r1' });
  const site = world({ files: [{ review }], settings: { keepExisting: false } });
  await savePreferences(site)(r1, says, callAt());
  const [a1] = applicationsNamed('a1');
  if (!a1) throw new Error('the builder no longer fits');

  const plan = await site.plan();
  const pairs = (await site.rows(plan.id)).flatMap((row) =>
    row.pairs.map(({ reviewerId }) => `${row.applicationId} ${reviewerId}`),
  );
  expect(pairs).toContain('a1 r2');
  expect(pairs).not.toContain('a1 r1');

  const opened = await ownReview(site)(r1, review.id);
  expect(opened).toMatchObject({ value: { conflict: 'declared', cleared: false } });
  expect(await declareNone(site)(r1, { reviewId: review.id, version: 1 }, callAt())).toEqual(
    fail({ kind: 'conflict-of-interest', reason: 'declared' }),
  );
  expect((await staffClearance(site)(r1, 'round-1'))(a1)).toBe('declared');
  expect((await committeeClearance(site)(r1, 'round-1'))(a1)).toBe('declared');
});

test('assigned by hand it is refused, and staff see why in the list of assignments', async () => {
  const site = world();
  await savePreferences(site)(r1, says, callAt());
  const asked = { ...of, applicationId: 'a1', reviewerId: 'r1' };
  expect(await assignReviewer(site)(staff, asked, callAt())).toMatchObject({
    failure: { kind: 'conflict-of-interest', reason: 'declared' },
  });
  const seen = await viewAssignments(site)(staff, of, callAt());
  if (!seen.ok) throw new Error(seen.failure.kind);
  const candidates = seen.value.items.flatMap((one) =>
    one.candidates.map(({ reviewerId, conflict, conflictReason }) => [
      one.id,
      reviewerId,
      conflict,
      conflictReason,
    ]),
  );
  expect(candidates).toContainEqual(['a1', 'r1', 'declared', reason]);
  expect(candidates).toContainEqual(['a2', 'r1', undefined, undefined]);
  expect(candidates).toContainEqual(['a1', 'r2', undefined, undefined]);
});

test('an earlier version, a contradiction and what was never offered declare nothing', async () => {
  const site = world({ people: [r1, reviewer('r3', memberOf('of-a2'))] });
  const save = savePreferences(site);
  const unknown = (id: string) =>
    fail({ kind: 'invalid-input', fields: [{ path: `conflicts.${id}`, code: 'unknown-field' }] });
  expect(await save(r1, { ...says, version: 3 }, callAt())).toEqual(fail({ kind: 'stale', current: 0 }));
  expect(await save(r1, { ...says, choices: { a1: 'want' } }, callAt())).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'conflicts.a1', code: 'contradicts' }] }),
  );
  expect(await save(r1, { ...says, conflicts: { a9: reason } }, callAt())).toEqual(unknown('a9'));
  // One with a computed conflict looks like one that does not exist.
  const member = reviewer('r3', memberOf('of-a2'));
  expect(await save(member, { ...says, conflicts: { a2: reason } }, callAt())).toEqual(unknown('a2'));
  expect(await save(staff, says, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(site.staffConflicts.held).toEqual([]);
});

test('the API asks for a reason, as any declaration does', () => {
  const { body } = assignmentApi.savePreferences;
  const parses = (conflicts: Record<string, string>) => body.safeParse({ choices: {}, conflicts }).success;
  expect(parses({ a1: reason })).toBe(true);
  expect(parses({ a1: '  ' })).toBe(false);
  expect(parses({ a1: 'long '.repeat(101) })).toBe(false);
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`a${at}`, reason]));
  expect(parses(many)).toBe(false);
});
