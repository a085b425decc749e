import { expect, test } from 'vitest';
import { sectionIds } from '../../../../shared/applications/application.ts';
import { formOf, noTerms } from '../../../../shared/applications/sections/forms.ts';
import { problemCodes } from '../../../../shared/applications/sections/problem.ts';
import { themes } from '../../../../shared/kernel/theme.ts';
import { isMessageKey } from '../../../../web/messages/translate.ts';
import { labelOf, optionOf, problemWords, questionOf } from '../../../../web/pages/applications/words.ts';
import { aView } from '../../../support/a-view.ts';

const terms = { ...noTerms, themes: [...themes] };
const asked = (section: (typeof sectionIds)[number]) => ({ section, questions: [] });

test.each(['en', 'ja'] as const)('every answer to choose has words in %s', (language) => {
  const view = aView(language);
  for (const section of sectionIds) {
    const { fields, lists } = formOf(section, terms);
    const all = [
      ...Object.entries(fields),
      ...Object.entries(lists).flatMap(([list, columns]) =>
        Object.entries(columns.fields).map(([name, field]) => [`${list}.0.${name}`, field] as const),
      ),
    ];
    for (const [path, field] of all)
      for (const option of field.options ?? [])
        expect(optionOf(view, section, path, option)).not.toBe(option);
    for (const list of Object.keys(lists)) {
      expect(isMessageKey(`applications.list.${section}.${list}`)).toBe(true);
      expect(isMessageKey(`applications.add.${section}.${list}`)).toBe(true);
      expect(isMessageKey(`applications.row.${section}.${list}`)).toBe(true);
    }
  }
});

test('a wrong answer in a row is named with its row in a summary, and without it at the field', () => {
  const view = aView('en');
  const problem = { path: 'lines.3.unitCost', code: 'not-money' };
  expect(labelOf(view, asked('budget'))(problem.path)).toBe('Line 4 – Cost of each, in dollars');
  expect(problemWords(view, asked('budget'), problem)).toMatch(/^Line 4 – Cost of each/);
  expect(problemWords(view, asked('budget'), problem, 'field')).toMatch(/^Cost of each/);
});

test('a text over its limit and a number out of its bounds are told the figures', () => {
  const said = (section: (typeof sectionIds)[number], path: string, code: string) =>
    problemWords(aView('en'), asked(section), { path, code });
  expect(said('project', 'summary', 'over-limit')).toBe(
    'Summary: please shorten it to 400 words, or 1200 characters in Japanese',
  );
  expect(said('outcomes', 'objectives.0.objective', 'over-limit')).toContain('80 words');
  expect(said('delegation', 'minors', 'not-a-number')).toContain('from 0 to 200');
  expect(said('eligibility', 'lastFunded', 'not-a-number')).toContain('from 1956 to 2999');
  expect(problemWords(aView('ja'), asked('project'), { path: 'summary', code: 'over-limit' })).toBe(
    '事業の概要：日本語は1200字以内（英語は400語以内）に短くしてください',
  );
});

test('every code says what to do, with the field’s own words in it', () => {
  for (const language of ['en', 'ja'] as const)
    for (const code of problemCodes)
      expect(problemWords(aView(language), asked('project'), { path: 'title', code })).toContain(
        language === 'ja' ? '事業名' : 'Title of the project',
      );
});

test('a question that a file answers asks for a file where it is missing', () => {
  const letter = { id: 'q1', label: { en: 'A letter', ja: '書簡' }, kind: 'file', required: true } as const;
  const missing = { path: 'q1', code: 'required' };
  const words = (language: 'en' | 'ja') =>
    problemWords(aView(language), { section: 'questions', questions: [letter] }, missing);
  expect(words('en')).toBe('A letter: please add a file');
  expect(words('ja')).toBe('書簡：ファイルを追加してください');
});

test('a round’s own question is asked in its own words, in the reader’s language where there are any', () => {
  const questions = [
    { id: 'q1', label: { en: 'Why now?', ja: 'なぜ今か' }, kind: 'short', required: true },
    { id: 'q2', label: { en: 'Who else?', ja: '' }, kind: 'long', required: false },
  ] as const;
  const view = aView('ja');
  expect(questionOf(view, { section: 'questions', questions }, 'q1')).toBe('なぜ今か');
  expect(questionOf(view, { section: 'questions', questions }, 'q2')).toBe('Who else?');
});
