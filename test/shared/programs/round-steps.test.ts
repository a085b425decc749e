import { expect, test } from 'vitest';
import { fail } from '../../../shared/kernel/result.ts';
import { instantsOf, phaseAt, type RoundTerms } from '../../../shared/programs/round.ts';
import { announceRound, createRound, editRound, publishRound } from '../../../shared/programs/round-steps.ts';
import { withoutJapanese } from '../../../shared/programs/round-terms.ts';
import { aCriterion, aRound, someTerms, termsOf } from '../../support/programs-fakes.ts';

const act = (iso: string) => ({ by: 'staff-1', now: new Date(iso) });
const before = act('2026-10-01T12:00:00Z');
const during = act('2026-12-01T12:00:00Z');
const closed = act('2027-02-01T12:00:00Z');
const draft = aRound({ status: 'draft' });
const change = (round = aRound(), over: Partial<RoundTerms> = {}, when = before) =>
  editRound(round, { terms: { ...termsOf(round), ...over }, version: round.version }, when);

test.each([
  ['a closing before the opening', { closes: '2026-11-02T08:59' }, 'closes', 'not-after-opens'],
  ['reviews due within the grace', { reviewDue: '2027-01-14T17:15' }, 'reviewDue', 'not-after-closes'],
  [
    'an award above the envelope',
    { maximumAwardCents: 12_000_001 },
    'maximumAwardCents',
    'over-the-envelope',
  ],
  [
    'weights of 99',
    { rubric: { criteria: [aCriterion('a', 60), aCriterion('b', 39)] } },
    'rubric.criteria',
    'weights-not-100',
  ],
  [
    'one criterion twice',
    { rubric: { criteria: [aCriterion('a', 60), aCriterion('a', 40)] } },
    'rubric.criteria',
    'same-id-twice',
  ],
  ['one theme twice', { themes: ['sustainability', 'sustainability'] }, 'themes', 'same-twice'],
] as const)('refuses %s', (_, over, path, code) => {
  const terms = someTerms(over as Partial<RoundTerms>); // The rows are literals, narrower than the terms.
  const created = createRound({ id: 'r', programId: 'p', demo: false }, terms, before);
  expect(created).toEqual(fail({ kind: 'invalid-input', fields: [{ path, code }] }));
});

test('a new round is a draft in its first version, with one event', () => {
  expect(createRound({ id: 'r', programId: 'p', demo: false }, someTerms(), before)).toMatchObject({
    value: {
      round: { status: 'draft', version: 1 },
      events: [{ id: 'r/1', subject: 'round#r', type: 'round-created', by: 'staff-1' }],
    },
  });
});

test('everything may change until the last millisecond before the opening, the rubric not at it', () => {
  const rubric = { criteria: [aCriterion('only', 100)] };
  expect(change(aRound(), { rubric }, act('2026-11-02T13:59:59.999Z')).ok).toBe(true);
  expect(change(aRound(), { rubric }, act('2026-11-02T14:00:00.000Z'))).toEqual(
    fail({ kind: 'round-frozen', fields: ['rubric'] }),
  );
});

test('a frozen edit names every field that would change, and none for the same words in another order', () => {
  const over = { zone: 'America/Chicago', blinding: 'names-hidden' } as const;
  expect(change(aRound(), over, during)).toEqual(
    fail({ kind: 'round-frozen', fields: ['zone', 'blinding'] }),
  );
  const [first, second] = someTerms().rubric.criteria;
  if (!first || !second) throw new Error('the builder has two criteria');
  const { id, ...rest } = first;
  expect(change(aRound(), { rubric: { criteria: [{ ...rest, id }, second] } }, during).ok).toBe(true);
  expect(change(aRound(), { rubric: { criteria: [second, first] } }, during).ok).toBe(false);
});

test('after the opening the close is not edited, grace does not shrink and the maximum award does not fall', () => {
  const frozen = (over: Partial<RoundTerms>) => change(aRound(), over, during);
  expect(frozen({ closes: '2027-01-15T17:00' })).toEqual(fail({ kind: 'round-frozen', fields: ['closes'] }));
  expect(frozen({ graceMinutes: 14 })).toEqual(fail({ kind: 'round-frozen', fields: ['graceMinutes'] }));
  expect(frozen({ graceMinutes: 16 }).ok).toBe(true);
  expect(frozen({ maximumAwardCents: 1_499_999 })).toEqual(
    fail({ kind: 'round-frozen', fields: ['maximumAwardCents'] }),
  );
});

test('a draft whose opening has passed is not frozen: nobody has seen it', () => {
  expect(change(draft, { matchPercent: 0 }, during).ok).toBe(true);
});

test('an edit of an older version is refused, and none follows an announcement', () => {
  const round = aRound({ version: 4 });
  expect(editRound(round, { terms: termsOf(round), version: 3 }, before)).toEqual(
    fail({ kind: 'stale', current: 4 }),
  );
  expect(change(aRound({ announcedAt: '2027-03-01T00:00:00.000Z' }), {}, closed)).toEqual(
    fail({ kind: 'step-refused', current: 'announced', action: 'edit' }),
  );
});

test('publishing makes it public at once and cannot be done to a round that is over', () => {
  expect(publishRound(draft, 1, before)).toMatchObject({
    value: { round: { status: 'published', version: 2 }, events: [{ type: 'round-published' }] },
  });
  expect(publishRound(draft, 2, before)).toEqual(fail({ kind: 'stale', current: 1 }));
  expect(publishRound(draft, 1, act('2027-01-14T22:00:00.000Z'))).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'closes', code: 'in-the-past' }] }),
  );
  expect(publishRound(aRound(), 1, before)).toEqual(
    fail({ kind: 'step-refused', current: 'upcoming', action: 'publish' }),
  );
});

test('nothing is announced while a submission can still count', () => {
  const until = '2027-01-14T22:15:00.000Z';
  expect(announceRound(aRound(), act(until))).toEqual(fail({ kind: 'round-still-running', until }));
  expect(announceRound(aRound(), act('2027-01-14T22:15:00.001Z'))).toMatchObject({
    value: {
      round: { announcedAt: '2027-01-14T22:15:00.001Z', version: 2 },
      events: [{ type: 'round-announced' }],
    },
  });
  expect(announceRound(draft, closed).ok).toBe(false);
  expect(announceRound(aRound({ announcedAt: until }), closed)).toEqual(
    fail({ kind: 'step-refused', current: 'announced', action: 'announce' }),
  );
});

test('what lacks Japanese is named by its path', () => {
  expect(withoutJapanese(someTerms())).toEqual([]);
  const criteria = [{ ...aCriterion('a', 100), name: { en: 'A', ja: '' } }];
  expect(withoutJapanese(someTerms({ summary: { en: 'x', ja: '' }, rubric: { criteria } }))).toEqual([
    'summary',
    'rubric.criteria.0.name',
  ]);
});

test('the builder’s round opens and closes when its name says', () => {
  expect(instantsOf(aRound()).closes.toISOString()).toBe('2027-01-14T22:00:00.000Z');
  expect(phaseAt(aRound(), during.now)).toBe('open');
});
