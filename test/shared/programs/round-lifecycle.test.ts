import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fail } from '../../../shared/kernel/result.ts';
import { instantsOf, phaseAt, takesSubmissions } from '../../../shared/programs/round.ts';
import {
  aYearLater,
  cancelRound,
  extendRound,
  termsForNextYear,
} from '../../../shared/programs/round-lifecycle.ts';
import { announceRound, editRound } from '../../../shared/programs/round-steps.ts';
import { aRound, termsOf } from '../../support/programs-fakes.ts';

const act = (iso: string) => ({ by: 'staff-1', now: new Date(iso) });
const during = act('2026-12-01T12:00:00Z');
const reason = { en: 'Storms closed the offices.', ja: '台風により庁舎が閉鎖されたため。' };
const extension = { closes: '2027-01-21T17:00', reviewDue: '2027-02-19T17:00', reason, version: 1 };
const extend = (over: Partial<typeof extension> = {}, when = during, round = aRound()) =>
  extendRound(round, { ...extension, ...over }, when);
const invalid = (path: string, code: string) => fail({ kind: 'invalid-input', fields: [{ path, code }] });

test('putting the close off keeps from when and why, in one event that names nobody', () => {
  expect(extend()).toMatchObject({
    value: {
      round: {
        closes: '2027-01-21T17:00',
        version: 2,
        extended: { from: '2027-01-14T17:00', reason, at: during.now.toISOString() },
      },
      events: [{ type: 'round-extended', data: { version: 2 } }],
    },
  });
});

test('a close is put off to a later one that is still to come, and reviews stay due after it', () => {
  expect(extend({ closes: '2027-01-14T17:00' })).toEqual(invalid('closes', 'not-later'));
  expect(extend({ reviewDue: '2027-01-21T17:10' })).toEqual(invalid('reviewDue', 'not-after-closes'));
  const inGrace = act('2027-01-14T22:14:00Z');
  expect(extend({ closes: '2027-01-14T17:14' }, inGrace)).toEqual(invalid('closes', 'in-the-past'));
  expect(extend({ closes: '2027-01-14T17:15' }, inGrace).ok).toBe(true);
});

test('within the grace a round is still put off, one millisecond after it no more', () => {
  const last = instantsOf(aRound()).lastInstant.getTime();
  expect(extend({}, { by: 'staff-1', now: new Date(last) }).ok).toBe(true);
  expect(extend({}, { by: 'staff-1', now: new Date(last + 1) })).toEqual(
    fail({ kind: 'step-refused', current: 'closed', action: 'extend' }),
  );
  expect(extend({}, act('2026-10-01T00:00:00Z')).ok).toBe(false);
  expect(extend({ version: 2 })).toEqual(fail({ kind: 'stale', current: 1 }));
});

test('a cancelled round takes nothing, is edited, extended and announced no more, and says why', () => {
  const done = cancelRound(aRound(), { reason, version: 1 }, during);
  expect(done).toMatchObject({
    value: { round: { cancelled: { reason } }, events: [{ type: 'round-cancelled' }] },
  });
  if (!done.ok) throw new Error('it is cancelled');
  const { round } = done.value;
  expect(phaseAt(round, during.now)).toBe('cancelled');
  expect(takesSubmissions(round, during.now)).toBe(false);
  const refused = (action: string) => fail({ kind: 'step-refused', current: 'cancelled', action });
  expect(extendRound(round, { ...extension, version: 2 }, during)).toEqual(refused('extend'));
  expect(editRound(round, { terms: termsOf(round), version: 2 }, during)).toEqual(refused('edit'));
  expect(announceRound(round, act('2027-03-01T00:00:00Z'))).toEqual(refused('announce'));
  expect(cancelRound(round, { reason, version: 2 }, during)).toEqual(refused('cancel'));
});

test('a draft has nothing to cancel, and what is announced stays announced', () => {
  expect(cancelRound(aRound({ status: 'draft' }), { reason, version: 1 }, during).ok).toBe(false);
  const announced = aRound({ announcedAt: '2027-03-01T00:00:00.000Z' });
  expect(cancelRound(announced, { reason, version: 1 }, act('2027-03-02T00:00:00Z')).ok).toBe(false);
});

test('next year’s round has every date a year later on the same clock, and nothing of what became of this one', () => {
  const round = aRound({
    formVersion: 3,
    yenRate: { hundredths: 150_00, asOf: '2027-01-04' },
    extended: { from: '2027-01-07T17:00', reason, at: '2027-01-01T00:00:00.000Z' },
  });
  const terms = termsForNextYear(round);
  expect(terms).toMatchObject({
    opens: '2027-11-02T09:00',
    closes: '2028-01-14T17:00',
    reviewDue: '2028-02-12T17:00',
  });
  expect(Object.keys(terms).toSorted()).toEqual(Object.keys(termsOf(aRound())).toSorted());
});

test('a leap day becomes the 28th, and every other time keeps its day and its clock', () => {
  expect(aYearLater('2028-02-29T09:30')).toBe('2029-02-28T09:30');
  const times = fc.tuple(
    fc.integer({ min: 2000, max: 2998 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 1439 }),
  );
  const two = (value: number) => String(value).padStart(2, '0');
  fc.assert(
    fc.property(times, ([year, month, day, minute]) => {
      const rest = `${two(month)}-${two(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
      expect(aYearLater(`${year}-${rest}`)).toBe(`${year + 1}-${rest}`);
    }),
  );
});
