import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AlumRequests,
  blockIn,
  leaveAll,
  leavePlace,
  mostOpen,
  restAfter,
  restDays,
  takePlace,
  unblockIn,
} from '../../../shared/introductions/alum-requests.ts';
import { noon } from '../../support/accounts-fakes.ts';
import { daysLater } from '../../support/introductions-fakes.ts';

const personId = 'alum-person-1';
const place = (partnershipId: string, from: Date, introductionId = `i-${partnershipId}`) => ({
  introductionId,
  partnershipId,
  expiresAt: new Date(from.getTime() + 21 * 86_400_000).toISOString(),
});
const take = (earlier: AlumRequests | undefined, partnershipId: string, at: Date, most = mostOpen) =>
  takePlace(earlier, { personId, place: place(partnershipId, at), most }, at);

type Step = { act: 'ask' | 'answer' | 'take back' | 'block' | 'unblock' | 'end'; of: number; after: number };
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('ask', 'ask', 'ask', 'answer', 'take back', 'block', 'unblock', 'end'),
  of: fc.integer({ min: 0, max: 5 }),
  after: fc.integer({ min: 0, max: 12 }),
});

test('whatever happens in whatever order, no alum has more open requests than they wish or than three, and one of each partnership', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (steps, most) => {
      let requests: AlumRequests | undefined;
      let day = 0;
      for (const { act, of, after } of steps) {
        day += after;
        const at = daysLater(day);
        const partnershipId = `p${of}`;
        const introductionId = `i-${partnershipId}`;
        if (act === 'ask') requests = take(requests, partnershipId, at, most) ?? requests;
        if (act === 'answer')
          requests = leavePlace(
            requests,
            { personId, introductionId, rest: restAfter(at.toISOString()) },
            at,
          );
        if (act === 'take back') requests = leavePlace(requests, { personId, introductionId }, at);
        if (act === 'block') requests = blockIn(requests, { personId, partnershipId }, at);
        if (act === 'unblock') requests = unblockIn(requests, { personId, partnershipId }, at);
        if (act === 'end') requests = leaveAll(requests, { personId }, at);
        const open = (requests?.open ?? []).filter(({ expiresAt }) => expiresAt > at.toISOString());
        expect(open.length).toBeLessThanOrEqual(Math.min(most, mostOpen));
        expect(new Set(open.map((one) => one.partnershipId)).size).toBe(open.length);
      }
    }),
  );
});

test('a fourth request finds no place, and one that expired is a place again at that instant', () => {
  const full = ['p1', 'p2', 'p3'].reduce<AlumRequests | undefined>(
    (had, id) => take(had, id, noon),
    undefined,
  );
  expect(full?.open).toHaveLength(3);
  const end = daysLater(21);
  expect(take(full, 'p4', new Date(end.getTime() - 1))).toBeUndefined();
  expect(take(full, 'p4', end)?.open).toHaveLength(1);
});

test('whoever wishes for one at a time has one at a time', () => {
  const first = take(undefined, 'p1', noon, 1);
  expect(take(first, 'p2', noon, 1)).toBeUndefined();
});

test('after a no, after no answer and after consent was withdrawn a partnership rests until the same day', () => {
  const asked = take(undefined, 'p1', noon);
  const rest = restAfter(daysLater(21).toISOString());
  const declined = leavePlace(asked, { personId, introductionId: 'i-p1', rest }, daysLater(3));
  const withdrawn = leaveAll(asked, { personId }, daysLater(3));
  // Nobody answered: from the end of the 21 days, whether or not anybody wrote it down.
  for (const requests of [declined, withdrawn, asked]) {
    expect(take(requests, 'p1', daysLater(21 + restDays - 1))).toBeUndefined();
    expect(take(requests, 'p1', daysLater(21 + restDays))).toBeDefined();
  }
  // Another partnership does not rest for it.
  expect(take(declined, 'p2', noon)).toBeDefined();
});

test('a blocked partnership finds no place until it is unblocked', () => {
  const blocked = blockIn(undefined, { personId, partnershipId: 'p1' }, noon);
  expect(take(blocked, 'p1', daysLater(1000))).toBeUndefined();
  expect(take(unblockIn(blocked, { personId, partnershipId: 'p1' }, noon), 'p1', noon)).toBeDefined();
});
