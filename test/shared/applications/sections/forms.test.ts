import { expect, test } from 'vitest';
import { sectionIds } from '../../../../shared/applications/application.ts';
import type { Field } from '../../../../shared/applications/sections/field.ts';
import { formOf, typedForm } from '../../../../shared/applications/sections/forms.ts';
import { draftProblems, fitted, isUntouched } from '../../../../shared/applications/sections/section-form.ts';
import { completeText } from '../../../support/applications-fakes.ts';
import { aRound } from '../../../support/programs-fakes.ts';

const question = (id: string, kind: 'short' | 'long') => ({
  id,
  label: { en: id, ja: '' },
  kind,
  required: true,
});
const round = aRound({
  extraQuestions: Array.from({ length: 10 }, (_, at) => question(`question-${at}`, 'long')),
});

test.each(sectionIds)('a complete %s has no problem', (id) => {
  const form = formOf(id, aRound());
  expect(form.complete(form.draftSchema.parse(completeText()[id]))).toMatchObject({ ok: true });
});

test('amounts and dates are read out of what was typed', () => {
  const budget = typedForm('budget', round).complete(completeText().budget);
  expect(budget).toMatchObject({
    value: { lines: [{ quantity: 10, unitCost: 120_000, requested: 900_000, match: 300_000 }] },
  });
  const delegation = typedForm('delegation', round).complete(completeText().delegation);
  expect(delegation).toMatchObject({ value: { startsOn: '2027-06-01', minors: 2 } });
});

// Three bytes of UTF-8 for each UTF-16 unit is the most there can be.
const bytesOf = (fields: Readonly<Record<string, Field>>) =>
  Object.entries(fields).reduce((sum, [name, { maxLength }]) => sum + name.length + maxLength * 3, 0);

test.each(sectionIds)('a draft of %s filled to the brim in Japanese stays under 100 KB', (id) => {
  const { fields, lists } = formOf(id, round);
  const inLists = Object.values(lists).map(({ fields: columns, atMost }) => bytesOf(columns) * atMost);
  expect(inLists.reduce((sum, bytes) => sum + bytes, bytesOf(fields))).toBeLessThan(100_000);
});

test('a draft keeps what is wrong, and refuses what the form does not ask', () => {
  const form = formOf('delegation', round);
  expect(form.draftSchema.parse({ startsOn: 'next spring' })).toMatchObject({ startsOn: 'next spring' });
  const refused = form.draftSchema.safeParse({
    passport: 'X1',
    endsOn: 'x'.repeat(21),
    delegates: [{ name: 1, born: '2001' }],
  });
  expect(refused.error && draftProblems(refused.error)).toEqual(
    expect.arrayContaining([
      { path: 'passport', code: 'unknown-field' },
      { path: 'endsOn', code: 'too-long' },
      { path: 'delegates.0.name', code: 'not-text' },
      { path: 'delegates.0.born', code: 'unknown-field' },
    ]),
  );
  const crowd = form.draftSchema.safeParse({ delegates: Array.from({ length: 41 }, () => ({})) });
  expect(crowd.error && draftProblems(crowd.error)).toEqual([{ path: 'delegates', code: 'too-many' }]);
});

test('half of a surrogate pair is repaired, so that every draft can be sent', () => {
  const typed = formOf('project', round).draftSchema.parse({ title: 'River \ud83c' });
  expect(typed.title).toBe('River \ufffd');
});

test('an empty row is no answer, and problems keep the place of the row as typed', () => {
  const data = fitted(formOf('meetings', round), {
    meetings: [
      { with: '', kind: '', purpose: '', priority: '' },
      { with: 'Chamber', kind: 'embassy', purpose: 'Meet', priority: 'high' },
    ],
  });
  expect(formOf('meetings', round).complete(data)).toEqual({
    ok: false,
    failure: [{ path: 'meetings.1.kind', code: 'not-a-choice' }],
  });
});

test('what a form no longer asks is dropped from a stored draft, and what it asks anew is empty', () => {
  const data = fitted(formOf('project', round), { title: 'Rivers', gone: 'x' });
  expect(data).toEqual({ title: 'Rivers', theme: '', focus: '', summary: '' });
  expect(isUntouched(data)).toBe(false);
  expect(isUntouched(fitted(formOf('project', round), {}))).toBe(true);
});
