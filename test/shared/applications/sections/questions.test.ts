import { expect, test } from 'vitest';
import { formOf } from '../../../../shared/applications/sections/forms.ts';
import {
  askedOnly,
  fitted,
  type SectionData,
} from '../../../../shared/applications/sections/section-form.ts';
import { takeSnapshot, textDigest } from '../../../../shared/applications/snapshot.ts';
import type { ExtraQuestion } from '../../../../shared/programs/extra-question.ts';
import { anApplication, aSignature, sectionsOf } from '../../../support/applications-fakes.ts';
import { aRound } from '../../../support/programs-fakes.ts';

const said = (en: string) => ({ en, ja: `${en}（日本語）` });
const options = ['day', 'night', 'never'].map((id) => ({ id, label: said(id) }));
const questions: readonly ExtraQuestion[] = [
  { id: 'stay', kind: 'choice', label: said('Do you stay?'), required: true, options },
  {
    id: 'nights',
    kind: 'number',
    label: said('How many nights?'),
    required: true,
    min: 1,
    max: 14,
    showIf: { question: 'stay', answers: ['night'] },
  },
  { id: 'times', kind: 'several', label: said('When?'), required: false, options, most: 2 },
  { id: 'cost', kind: 'money', label: said('What does it cost?'), required: false, min: 1000, max: 5000 },
  {
    id: 'from',
    kind: 'date',
    label: said('From?'),
    required: false,
    earliest: '2027-05-01',
    latest: '2027-05-31',
  },
  { id: 'name', kind: 'short', label: said('Name?'), required: false, limit: { words: 2, characters: 4 } },
  { id: 'agree', kind: 'consent', label: said('Agreed?'), required: true },
  {
    id: 'why',
    kind: 'long',
    label: said('Why not?'),
    required: true,
    showIf: { question: 'agree', answers: ['no'] },
  },
];
const round = aRound({ extraQuestions: [...questions] });
const form = formOf('questions', round);
const problems = (data: SectionData) => {
  const checked = form.complete(fitted(form, data));
  return checked.ok ? [] : checked.failure.map(({ path, code }) => `${path}: ${code}`);
};
const complete = { stay: 'day', agree: 'yes' };

test('a question is required exactly where earlier answers lead to it', () => {
  expect(problems(complete)).toEqual([]);
  expect(problems({ ...complete, stay: 'night' })).toEqual(['nights: required']);
  expect(problems({ ...complete, stay: 'night', nights: '3' })).toEqual([]);
  expect(problems({ stay: 'day' })).toEqual(['agree: must-agree', 'why: required']);
});

test.each([
  ['stay', 'sometimes', 'not-a-choice'],
  ['times', 'day,noon', 'not-a-choice'],
  ['times', 'day,night,never', 'too-many-chosen'],
  ['cost', '9.99', 'out-of-range'],
  ['cost', '50.01', 'out-of-range'],
  ['cost', 'much', 'not-money'],
  ['from', '2027-04-30', 'out-of-range'],
  ['from', '2027-06-01', 'out-of-range'],
  ['from', 'May', 'not-a-date'],
  ['name', 'one two three', 'over-limit'],
  ['name', '姉妹都市会', 'over-limit'],
])('%s answered with %s is told: %s', (id, typed, code) => {
  expect(problems({ ...complete, [id]: typed })).toContain(`${id}: ${code}`);
});

test.each([
  ['times', 'day,never'],
  ['cost', '10.00'],
  ['cost', '50.00'],
  ['from', '2027-05-01'],
  ['from', '2027-05-31'],
  ['name', 'one two'],
  ['name', '姉妹都市'],
])('%s answered with %s is within its bounds', (id, typed) => {
  expect(problems({ ...complete, [id]: typed })).toEqual([]);
});

test('what is hidden is not checked, stays in the draft, and is neither signed nor sent', () => {
  const kept = { ...complete, nights: 'many', why: 'Because' };
  expect(problems(kept)).toEqual([]);
  expect(form.draftSchema.parse(kept)).toMatchObject({ nights: 'many' });
  expect(askedOnly(form, fitted(form, kept))).toMatchObject({ nights: '', why: '', stay: 'day' });
  expect(textDigest(sectionsOf({ questions: kept }), round)).toBe(
    textDigest(sectionsOf({ questions: complete }), round),
  );

  const sections = sectionsOf({ questions: kept });
  const draft = {
    application: anApplication(),
    sections,
    attachments: [],
    signOff: aSignature(sections, round),
  };
  const { snapshot } = takeSnapshot({
    draft,
    round,
    organisation: 'Austin',
    no: 1,
    at: new Date('2027-01-04T00:00:00.000Z'),
    newSalt: () => 'salt',
  });
  expect(snapshot.sections.questions).toMatchObject({ stay: 'day', nights: '', why: '' });
});
