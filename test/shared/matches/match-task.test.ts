import { expect, test } from 'vitest';
import { matchTaskOf } from '../../../shared/matches/match-task.ts';

const event = (subject: string, type: string, data = {}) => ({
  id: '1',
  subject,
  type,
  at: '',
  by: '',
  data,
});

test.each([
  ['person#p1', 'alum-registered', { alumId: 'a1' }, { kind: 'person', personId: 'p1', alumId: 'a1' }],
  ['person#p1', 'person-profile-saved', {}, { kind: 'person', personId: 'p1' }],
  ['person#p1', 'account-took-in', { from: 'p2' }, { kind: 'person', personId: 'p1' }],
  ['person#p1', 'account-deleted', { why: 'asked' }, { kind: 'person', personId: 'p1' }],
  ['person#p1', 'alum-partnership-blocked', { partnershipId: 'x' }, { kind: 'person', personId: 'p1' }],
  [
    'introduction#i1',
    'introduction-requested',
    { alumId: 'a1', personId: 'p1' },
    { kind: 'person', personId: 'p1' },
  ],
  ['introduction#i1', 'introduction-reported', { side: 'alum' }, undefined],
  ['partnership#x', 'partnership-seeking-changed', {}, { kind: 'partnership', partnershipId: 'x' }],
  ['partnership#x', 'partnership-confirmed', {}, { kind: 'partnership', partnershipId: 'x' }],
  ['matching', 'match-weights-changed', {}, { kind: 'all' }],
  ['partnership#x', 'claim-verified', {}, undefined],
  ['person#p1', 'role-granted', {}, undefined],
  ['application#a', 'application-submitted', {}, undefined],
])('%s %s', (subject, type, data, task) => {
  expect(matchTaskOf(event(subject, type, data))).toEqual(task);
});
