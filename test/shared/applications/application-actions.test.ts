import { expect, test } from 'vitest';
import {
  actionsFor,
  isInTime,
  isReopenable,
  lastInstantOf,
} from '../../../shared/applications/application-actions.ts';
import { atNoon, noon, staff } from '../../support/accounts-fakes.ts';
import {
  anApplication,
  closes,
  editor,
  lastInstant,
  owner,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const later = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
const announced = aRound({ announcedAt: '2027-03-01T00:00:00.000Z' });

test.each([
  [
    'an owner of a draft',
    owner,
    'draft',
    ['edit', 'request-sign-off', 'ask-counterpart', 'submit', 'withdraw'],
  ],
  ['an editor of a draft', editor, 'draft', ['edit', 'request-sign-off', 'ask-counterpart']],
  ['a viewer of a draft', viewer, 'draft', []],
  ['a stranger', stranger, 'draft', []],
  ['staff and a draft', staff, 'draft', []],
  ['an owner of a submission', owner, 'submitted', ['ask-counterpart', 'reopen', 'withdraw']],
  ['staff and a submission', staff, 'submitted', ['return']],
  ['an owner while it is reviewed', owner, 'in-review', ['withdraw']],
  ['an owner before the announcement', owner, 'awarded', ['withdraw']],
  ['an owner of what is withdrawn', owner, 'withdrawn', []],
] as const)('%s may do just this', (_, actor, status, expected) => {
  expect(actionsFor(actor, anApplication({ status }), aRound(), atNoon.receivedAt)).toEqual(expected);
});

test('an announced award is for an owner to accept or decline', () => {
  const awarded = anApplication({ status: 'awarded' });
  expect(actionsFor(owner, awarded, announced, noon)).toEqual(['withdraw', 'accept', 'decline-award']);
  expect(actionsFor(editor, awarded, announced, noon)).toEqual([]);
});

test('nobody returns the application of their own organisation', () => {
  const both = { ...owner, roles: [...owner.roles, ...staff.roles] };
  const actions = actionsFor(both, anApplication({ status: 'submitted' }), aRound(), noon);
  expect(actions).not.toContain('return');
});

test('a submission counts to the last millisecond of the grace, and not one after', () => {
  expect(isInTime(anApplication(), aRound(), lastInstant)).toBe(true);
  expect(isInTime(anApplication(), aRound(), later(lastInstant, 1))).toBe(false);
  expect(isInTime(anApplication(), aRound({ status: 'draft' }), noon)).toBe(false);
  expect(isInTime(anApplication(), aRound(), new Date('2026-11-02T13:59:59.999Z'))).toBe(false);
});

test('a returned application has its own date, also after the close, and never less than the round’s', () => {
  const until = '2027-02-01T22:00:00.000Z';
  const returned = anApplication({ status: 'returned', returned: { reason: 'Dates', until } });
  expect(lastInstantOf(returned, aRound())).toEqual(new Date(until));
  expect(isInTime(returned, aRound(), new Date(until))).toBe(true);
  expect(isInTime(returned, aRound(), later(new Date(until), 1))).toBe(false);
  const early = anApplication({ status: 'returned', returned: { reason: '', until: noon.toISOString() } });
  expect(lastInstantOf(early, aRound())).toEqual(lastInstant);
});

test('a submission can be taken back until the close, and not in the grace', () => {
  expect(isReopenable(anApplication(), aRound(), closes)).toBe(true);
  expect(isReopenable(anApplication(), aRound(), later(closes, 1))).toBe(false);
});

test('a canceled round ends everything at once: nothing is due, asked for, sent or returned in it', () => {
  const cancelled = aRound({ cancelled: { reason: { en: 'No money', ja: '' }, at: noon.toISOString() } });
  const extension = { until: '2027-02-01T22:00:00.000Z', reason: 'A storm', at: noon.toISOString() };
  for (const application of [anApplication(), anApplication({ extension })])
    expect(lastInstantOf(application, cancelled)).toEqual(noon);
  const after = later(noon, 1);
  expect(isInTime(anApplication(), cancelled, after)).toBe(false);
  expect(actionsFor(owner, anApplication(), cancelled, after)).toEqual(['edit', 'withdraw']);
  const sent = anApplication({ status: 'submitted' });
  expect(actionsFor(owner, sent, cancelled, after)).toEqual(['withdraw']);
  expect(actionsFor(staff, sent, cancelled, after)).toEqual([]);
});
