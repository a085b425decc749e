import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  askedQuestions,
  chosenIn,
  type ExtraQuestion,
  extraQuestionSchema,
  isAsked,
  joinChosen,
  questionKinds,
  textLimitOf,
} from '../../../shared/programs/extra-question.ts';
import { checkTerms, withoutJapanese } from '../../../shared/programs/round-terms.ts';
import { someTerms } from '../../support/programs-fakes.ts';

const label = { en: 'Why?', ja: 'なぜですか。' };
const base = { label, required: false };
const options = ['music', 'sport', 'food'].map((id) => ({ id, label: { en: id, ja: id } }));
const several = { ...base, id: 'themes', kind: 'several', options } as const;
const consent = { ...base, id: 'photos', kind: 'consent' } as const;
const hangingOn = (question: string, ...answers: string[]): ExtraQuestion => ({
  ...base,
  id: `after-${question}`,
  kind: 'long',
  showIf: { question, answers },
});
const problemsOf = (...extraQuestions: ExtraQuestion[]) =>
  checkTerms(someTerms({ extraQuestions })).map(({ path, code }) => `${path}: ${code}`);

test('a question as it was stored before there were kinds, help and conditions still reads', () => {
  const stored = { id: 'why', label, kind: 'long', required: true } as const;
  const read = extraQuestionSchema.parse(stored);
  expect(read).toEqual(stored);
  expect(read.kind === 'long' && textLimitOf(read)).toEqual({ words: 300, characters: 900 });
});

test('each kind has its own settings and none of another’s', () => {
  expect(questionKinds).toHaveLength(9);
  expect(extraQuestionSchema.safeParse({ ...several, most: 2 }).success).toBe(true);
  expect(extraQuestionSchema.safeParse({ ...consent, most: 2 }).success).toBe(false);
  expect(extraQuestionSchema.safeParse({ ...several, options: options.slice(1, 2) }).success).toBe(false);
});

test('a question that hangs on an answer is asked when that answer is given, and of nobody else', () => {
  const questions = [several, hangingOn('themes', 'sport', 'food'), consent, hangingOn('photos', 'no')];
  const asked = (answers: Record<string, string>) => askedQuestions(questions, answers).map(({ id }) => id);
  expect(asked({})).toEqual(['themes', 'photos', 'after-photos']);
  expect(asked({ themes: 'music,sport', photos: 'yes' })).toEqual(['themes', 'after-themes', 'photos']);
  expect(isAsked(questions, { themes: 'music' }, 'after-themes')).toBe(false);
  // Lists in a section are nobody's answer.
  expect(isAsked(questions, { themes: [{ sport: 'sport' }] }, 'after-themes')).toBe(false);
});

test('what hangs on a question that is not asked is not asked either, whatever was typed there before', () => {
  const hidden = {
    ...base,
    id: 'host',
    kind: 'choice',
    options,
    showIf: { question: 'photos', answers: ['yes'] },
  };
  const questions: ExtraQuestion[] = [consent, extraQuestionSchema.parse(hidden), hangingOn('host', 'food')];
  expect(isAsked(questions, { photos: 'yes', host: 'food' }, 'after-host')).toBe(true);
  expect(isAsked(questions, { photos: '', host: 'food' }, 'after-host')).toBe(false);
});

test('only an earlier question decides: none can hang on itself, on a later one, or in a circle', () => {
  expect(problemsOf(several, hangingOn('themes', 'food'))).toEqual([]);
  expect(problemsOf(hangingOn('themes', 'food'), several)).toEqual([
    'extraQuestions.0.showIf.question: not-an-earlier-question',
  ]);
  expect(problemsOf({ ...several, showIf: { question: 'themes', answers: ['food'] } })).toEqual([
    'extraQuestions.0.showIf.question: not-an-earlier-question',
  ]);
  expect(problemsOf({ ...base, id: 'day', kind: 'date' }, hangingOn('day', 'food'))).toEqual([
    'extraQuestions.1.showIf.question: decides-nothing',
  ]);
  expect(problemsOf(several, hangingOn('themes', 'chess'))).toEqual([
    'extraQuestions.1.showIf.answers: not-an-answer',
  ]);
});

test('limits leave an answer: crossed bounds and more ticks than options are told', () => {
  expect(problemsOf({ ...base, id: 'n', kind: 'number', min: 3, max: 2 })).toEqual([
    'extraQuestions.0.min: limits-crossed',
  ]);
  expect(problemsOf({ ...base, id: 'n', kind: 'money', min: 2, max: 2 })).toEqual([]);
  const day = { ...base, id: 'd', kind: 'date', earliest: '2027-05-02' } as const;
  expect(problemsOf({ ...day, latest: '2027-05-01' })).toEqual(['extraQuestions.0.earliest: limits-crossed']);
  expect(problemsOf({ ...several, most: 4 })).toEqual(['extraQuestions.0.most: more-than-options']);
});

test('the answers of a round find room in one item', () => {
  const long = (no: number): ExtraQuestion => ({
    ...base,
    id: `q${no}`,
    kind: 'long',
    limit: { words: 1000, characters: 3000 },
  });
  expect(problemsOf(long(1), long(2), long(3))).toEqual([]);
  expect(problemsOf(long(1), long(2), long(3), long(4))).toEqual(['extraQuestions: answers-too-long']);
});

test('every text of a question that lacks its Japanese is found', () => {
  const bare = { en: 'Which?', ja: '' };
  const extraQuestions: ExtraQuestion[] = [
    { ...several, label: bare, help: bare, options: [{ id: 'a', label: bare }, ...options] },
  ];
  expect(withoutJapanese(someTerms({ extraQuestions }))).toEqual([
    'extraQuestions.0.label',
    'extraQuestions.0.help',
    'extraQuestions.0.options.0.label',
  ]);
});

test('what was ticked reads back as it was joined', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9-]{1,64}$/), { maxLength: 20 });
  fc.assert(
    fc.property(ids, (chosen) => {
      expect(chosenIn(joinChosen(chosen))).toEqual(chosen);
    }),
  );
});

test('whatever is answered, what is asked stays in order and never hangs on what is not asked', () => {
  const questions = [consent, several, hangingOn('photos', 'yes'), hangingOn('themes', 'music')];
  const answers = fc.dictionary(
    fc.constantFrom('photos', 'themes', 'after-photos'),
    fc.constantFrom('yes', 'no', '', 'music', 'sport,music', ','),
  );
  fc.assert(
    fc.property(answers, (given) => {
      const asked = askedQuestions(questions, given);
      expect(questions.filter((question) => asked.includes(question))).toEqual(asked);
      for (const { showIf } of asked)
        if (showIf) expect(asked.some(({ id }) => id === showIf.question)).toBe(true);
    }),
  );
});
