import { expect, test } from 'vitest';
import { fail } from '../../../shared/kernel/result.ts';
import { listFlags } from '../../../shared/reviews/list-flags.ts';
import { raiseFlag } from '../../../shared/reviews/raise-flag.ts';
import type { ReviewFile } from '../../../shared/reviews/review.ts';
import { settleFlag } from '../../../shared/reviews/settle-flag.ts';
import {
  aDraftFile,
  anApplication,
  applicant,
  aReview,
  aSubmittedFile,
  callAt,
  inReview,
  memberOf,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const applications = [anApplication({ status: 'in-review' })];
const reviewId = aReview().id;
const given = (with_: Parameters<typeof reviewPorts>[0] = {}) =>
  reviewPorts({ files: [aDraftFile()], applications, ...with_ });
const words = { reviewId, reason: 'A name stands in the summary' };

test('a cleared reviewer raises a flag once a request; staff find it with the name, and settle it once', async () => {
  const ports = given();
  const first = await raiseFlag(ports)(reviewer(), words, callAt());
  expect(await raiseFlag(ports)(reviewer(), words, callAt())).toEqual(first);
  expect(ports.flags.saved).toHaveLength(1);
  expect(JSON.stringify(ports.flags.saved[0]?.events)).not.toContain('summary');
  const listed = await listFlags(ports)(staff, {}, callAt());
  expect(listed).toMatchObject({ value: { items: [{ reason: words.reason, by: 'Name of reviewer-1' }] } });

  const flagId = first.ok ? first.value.id : '';
  const settle = (version: number, note: string) =>
    settleFlag(ports)(staff, { reviewId, flagId, version, note }, callAt());
  expect(await settle(3, 'Hidden')).toEqual(fail({ kind: 'stale', current: 1 }));
  expect(await settle(1, 'Hidden')).toMatchObject({ value: { status: 'settled', note: 'Hidden' } });
  expect(await settle(1, 'Hidden')).toMatchObject({ ok: true });
  const colleague = { ...staff, personId: 'staff-2' };
  const same = { reviewId, flagId, version: 1, note: 'Hidden' };
  expect(await settleFlag(ports)(colleague, same, callAt())).toMatchObject({
    failure: { kind: 'step-refused' },
  });
  expect(await settle(2, 'Other words')).toMatchObject({ failure: { kind: 'step-refused' } });
  expect(await listFlags(ports)(staff, {}, callAt())).toMatchObject({ value: { items: [] } });
  expect(await listFlags(ports)(staff, { roundId: 'round-1' }, callAt())).toMatchObject({
    value: { items: [{ status: 'settled' }] },
  });
});

test('before the declaration, once given back, and with a conflict, nothing is taken', async () => {
  for (const status of ['assigned', 'declined'] as const)
    expect(
      await raiseFlag(given({ files: [{ review: aReview({ status }) }] }))(reviewer(), words, callAt()),
    ).toMatchObject({ failure: { kind: 'step-refused', current: status } });
  const member = reviewer('reviewer-1', memberOf('lakeland'));
  expect(await raiseFlag(given())(member, words, callAt(inReview))).toMatchObject({
    failure: { kind: 'conflict-of-interest' },
  });
});

test('nobody but staff without a conflict sees or settles a flag', async () => {
  const ports = given();
  const raised = await raiseFlag(ports)(reviewer(), words, callAt());
  const input = { reviewId, flagId: raised.ok ? raised.value.id : '', version: 1, note: 'n' };
  for (const actor of [applicant, reviewer('reviewer-2'), reviewer()]) {
    expect(await listFlags(ports)(actor, {}, callAt())).toEqual(fail({ kind: 'not-found' }));
    expect(await settleFlag(ports)(actor, input, callAt())).toEqual(fail({ kind: 'not-found' }));
  }
  const declared = { applicationId: 'a1', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
  await ports.staffConflicts.declare(declared, []);
  expect(await listFlags(ports)(staff, {}, callAt())).toMatchObject({ value: { items: [] } });
  expect(await settleFlag(ports)(staff, input, callAt())).toEqual(fail({ kind: 'not-found' }));
});

test('staff who still have to review an application read and settle no flag of it, until their own review is in', async () => {
  const both = { ...staff, roles: [...staff.roles, ...reviewer().roles] };
  const of = { reviewerId: 'staff-1' };
  const through = async (own: ReviewFile) => {
    const ports = given({ files: [aDraftFile(), own] });
    const raised = await raiseFlag(ports)(reviewer(), words, callAt());
    const input = { reviewId, flagId: raised.ok ? raised.value.id : '', version: 1, note: 'n' };
    const listed = await listFlags(ports)(both, {}, callAt());
    return [listed.ok && listed.value.items.length, (await settleFlag(ports)(both, input, callAt())).ok];
  };
  expect(await through({ review: aReview(of) })).toEqual([0, false]);
  expect(await through(aSubmittedFile(of))).toEqual([1, true]);
});
