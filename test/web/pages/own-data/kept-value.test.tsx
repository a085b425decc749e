import { renderToString } from 'hono/jsx/dom/server';
import { expect, test } from 'vitest';
import { translate } from '../../../../web/messages/translate.ts';
import { fieldWords, KeptValue } from '../../../../web/pages/own-data/kept-value.tsx';
import type { View } from '../../../../web/view.ts';

const viewIn = (language: View['language']) => ({ language, t: translate(language) }) as View;
const read = (value: unknown, within: readonly string[], language: View['language'] = 'ja') =>
  renderToString(<KeptValue view={viewIn(language)} value={value} within={within} />).replace(
    /<[^>]+>/g,
    '|',
  );

test('a field is called by what it means where it is kept', () => {
  const ja = viewIn('ja');
  expect(fieldWords(ja, 'to', ['profile', 'placements'])).toBe('終了年');
  expect(fieldWords(ja, 'to', ['messages'])).toBe('宛先');
  expect(fieldWords(ja, 'chapter', ['alum', 'consents'])).toBe('支部への開示');
  expect(fieldWords(ja, 'no-such-field', ['alum'])).toBe('no-such-field');
});

test('a code is read in words, what somebody wrote as it stands', () => {
  expect(read(['interpret', 'host'], ['alum', 'ways'])).toBe('||通訳をする||日本からの訪問者を受け入れる||');
  expect(read('jetaa-texoma', ['alum', 'chapter'])).toBe('JETAA Texoma');
  expect(read('requested', ['introductions', 'status'])).toBe('回答待ち');
  expect(read('owner', ['roles', 'role'], 'en')).toBe('Owner of an organization');
  expect(read('CIR', ['profile', 'placements', 'role'])).toBe('国際交流員（CIR）');
  expect(read('sent', ['messages', 'status'])).toBe('sent');
  expect(read('host', ['alum', 'skills'])).toBe('host');
  expect(read({ given: true }, ['alum', 'consents', 'matched'])).toContain('同意の有無：|はい');
  expect(read({ given: false }, ['alum', 'consents', 'matched'], 'en')).toContain('No');
});
