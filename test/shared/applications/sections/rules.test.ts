import { expect, test } from 'vitest';
import type { SectionId } from '../../../../shared/applications/application.ts';
import { budgetTotals } from '../../../../shared/applications/sections/budget-totals.ts';
import { formOf } from '../../../../shared/applications/sections/forms.ts';
import { fitted, type SectionData } from '../../../../shared/applications/sections/section-form.ts';
import { isOverLimit, measureText } from '../../../../shared/applications/sections/text-length.ts';
import { completeText } from '../../../support/applications-fakes.ts';
import { aRound } from '../../../support/programs-fakes.ts';

const problemsOf = (id: SectionId, over: SectionData, round = aRound()) => {
  const form = formOf(id, round);
  const checked = form.complete(fitted(form, { ...completeText()[id], ...over }));
  return checked.ok ? [] : checked.failure.map(({ path, code }) => `${path}: ${code}`);
};
const [line = {}] = completeText().budget.lines as readonly Record<string, string>[];
const lines = (...over: Record<string, string>[]) => ({ lines: over.map((one) => ({ ...line, ...one })) });

test.each<[string, SectionId, SectionData, string]>([
  ['a left-out answer', 'project', { summary: ' ' }, 'summary: required'],
  ['a theme of another round', 'project', { theme: 'creative-economies' }, 'theme: not-a-choice'],
  ['a "no" to a condition', 'eligibility', { usesMatch: 'no' }, 'usesMatch: not-eligible'],
  ['a day that does not exist', 'delegation', { startsOn: '2027-02-30' }, 'startsOn: not-a-date'],
  ['a return before the departure', 'delegation', { endsOn: '2027-05-31' }, 'endsOn: ends-before-it-begins'],
  [
    'a visit before the round opened',
    'delegation',
    { startsOn: '2024-05-20' },
    'startsOn: begins-in-the-past',
  ],
  [
    'an outcome before the round opened',
    'outcomes',
    { objectives: [{ objective: 'A', measure: 'B', by: '2020-01-01' }] },
    'objectives.0.by: begins-in-the-past',
  ],
  ['a delegation without delegates', 'delegation', { delegates: [] }, 'delegates: too-few'],
  [
    'officials among themselves',
    'delegation',
    { delegates: [{ name: '', role: 'Mayor', kind: 'official' }] },
    'delegates: officials-only',
  ],
  ['a number of minors in words', 'delegation', { minors: 'two' }, 'minors: not-a-number'],
  [
    'money given without an amount',
    'partners',
    { partners: [{ organisation: 'A', role: 'B', contribution: 'money', given: '', amount: '' }] },
    'partners.0.amount: amount-missing',
  ],
  ['an address that is none', 'counterpart', { email: 'kokusai' }, 'email: not-an-address'],
  ['a box left open', 'declaration', { accurate: '' }, 'accurate: must-agree'],
  ['an amount in words', 'budget', lines({ unitCost: 'much' }), 'lines.0.unitCost: not-money'],
  ['a quantity of zero', 'budget', lines({ quantity: '0' }), 'lines.0.quantity: not-a-number'],
  [
    'a line that does not add up',
    'budget',
    lines({ match: '2,999.99' }),
    'lines.0.requested: does-not-add-up',
  ],
  ['nothing requested', 'budget', lines({ requested: '', match: '12,000' }), 'lines: nothing-requested'],
  [
    'a cent over the maximum award',
    'budget',
    lines({ quantity: '1', unitCost: '18,750.01', requested: '15,000.01', match: '3,750.00' }),
    'lines: over-maximum-award',
  ],
  [
    'a cent short of the match',
    'budget',
    lines({ quantity: '1', unitCost: '18,749.99', requested: '15,000', match: '3,749.99' }),
    'lines: match-too-low',
  ],
])('%s is told by its code', (_, id, over, problem) => {
  expect(problemsOf(id, over)).toContain(problem);
});

test('exactly the maximum award with exactly the match is no problem', () => {
  const exact = lines({ quantity: '1', unitCost: '18,750', requested: '15,000', match: '3,750' });
  expect(problemsOf('budget', exact)).toEqual([]);
});

test('a round asks its own questions', () => {
  const label = { en: 'Why?', ja: '' };
  const round = aRound({
    extraQuestions: [
      { id: 'why', label, kind: 'long', required: true },
      { id: 'more', label, kind: 'short', required: false },
    ],
  });
  expect(problemsOf('questions', {}, round)).toEqual(['why: required']);
  expect(problemsOf('questions', { why: 'Because.' }, round)).toEqual([]);
});

test('totals count what is an amount already and nothing else', () => {
  const data = lines({}, { quantity: '２', unitCost: '$50', requested: '100', match: 'some' });
  expect(budgetTotals(data)).toMatchObject({
    lines: [
      { at: 0, category: 'travel', costCents: 1_200_000, openCents: 0 },
      { at: 1, category: 'travel', costCents: 10_000, openCents: 0 },
    ],
    costCents: 1_210_000,
    requestedCents: 910_000,
    matchCents: 300_000,
    matchPercent: 32,
  });
  expect(budgetTotals({ lines: [] }).matchPercent).toBeUndefined();
});

test('English counts words, Japanese counts characters as a reader sees them', () => {
  expect(measureText('Two rivers,\none song')).toEqual({ unit: 'words', count: 4 });
  expect(measureText('The city of Oita (大分市) sings')).toEqual({ unit: 'words', count: 6 });
  expect(measureText('大分市と歌う。\n')).toEqual({ unit: 'characters', count: 7 });
  // か and its voicing mark are one character, and so is a family of emoji.
  expect(measureText('か\u3099んばる👨‍👩‍👧')).toEqual({ unit: 'characters', count: 5 });
  expect(measureText('')).toEqual({ unit: 'words', count: 0 });
});

test('the last word and the last character within the limit still count', () => {
  const limit = { words: 3, characters: 5 };
  expect(isOverLimit('one two three', limit)).toBe(false);
  expect(isOverLimit('one two three four', limit)).toBe(true);
  expect(isOverLimit('大分市です', limit)).toBe(false);
  expect(isOverLimit('大分市です。', limit)).toBe(true);
});
