import { renderToString } from 'hono/jsx/dom/server';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { OwnDataNames } from '../../../../shared/accounts/own-data-names.ts';
import type { Language } from '../../../../shared/kernel/text.ts';
import type { Within } from '../../../../web/pages/own-data/code-words.ts';
import { fieldWords, isShown, KeptValue } from '../../../../web/pages/own-data/kept-value.tsx';
import { aView } from '../../../support/a-view.ts';
import { lakeland } from '../../../support/matches-world.ts';
import { ownDataSchemas } from '../../../support/own-data-schemas.ts';

const both = { en: 'Autumn round', ja: '秋期公募' };
const pair = { us: 'Lakeland, FL', jp: 'Imabari', jpJa: '今治市' };
const names: OwnDataNames = {
  partnerships: new Map([[lakeland.id, lakeland]]),
  organisations: new Map([['o1', 'Sister Cities of Lakeland']]),
  rounds: new Map([['r1', { name: both, criteria: new Map([['impact', { en: 'Impact', ja: '効果' }]]) }]]),
  applications: new Map([['0b6a7f4e-1', { pair, roundId: 'r1' }]]),
};
const read = (value: unknown, within: Within, language: Language = 'ja', item = {}) =>
  renderToString(<KeptValue view={aView(language)} {...{ names, item, value, within }} />).replace(
    /<[^>]+>/g,
    '|',
  );
const plain = (...given: Parameters<typeof read>) => read(...given).replaceAll('|', '');

test('a field is called by what it means where it is kept', () => {
  const ja = aView('ja');
  expect(fieldWords(ja, 'to', ['profile', 'placements'])).toBe('終了年');
  expect(fieldWords(ja, 'to', ['messages'])).toBe('宛先');
  expect(fieldWords(ja, 'chapter', ['alum', 'consents'])).toBe('支部への開示');
  expect(fieldWords(ja, 'no-such-field', ['alum'])).toBe('no-such-field');
});

test('a code is read in words, what somebody wrote as it stands', () => {
  expect(read(['interpret', 'host'], ['alum', 'ways']).replaceAll(/\|+/g, '|')).toBe(
    '|通訳をする|日本からの訪問者を受け入れる|',
  );
  expect(plain('jetaa-texoma', ['alum', 'chapter'])).toBe('JETAA Texoma');
  expect(plain('requested', ['introductions', 'status'])).toBe('回答待ち');
  expect(plain('sent', ['messages', 'status'])).toBe('送信済み');
  expect(plain('owner', ['roles', 'role'], 'en')).toBe('Owner of an organization');
  expect(plain('CIR', ['profile', 'placements', 'role'])).toBe('国際交流員（CIR）');
  expect(plain('none', ['profile', 'japanese'], 'en')).toBe('Not at all');
  expect(plain('none', ['alum', 'japanese'], 'en')).toBe('None');
  expect(plain('host', ['alum', 'skills'])).toBe('host');
  expect(plain('owner', ['account', 'name'])).toBe('owner');
  expect(plain({ given: true }, ['alum', 'consents', 'matched'])).toContain('同意の有無：はい');
  expect(plain({ given: false }, ['alum', 'consents', 'matched'], 'en')).toContain('No');
  expect(plain('2026-11', ['alum', 'consents', 'mail', 'text'])).toBe('2026年11月');
  expect(plain('2026-11', ['questions', 'text'])).toBe('2026-11');
});

test('a state, a prefecture, a town and a pair of cities are read by their names', () => {
  expect(plain('TX', ['profile', 'home', 'state'])).toBe('テキサス州');
  expect(plain('TX', ['alum-draft', 'home', 'state'], 'en')).toBe('Texas');
  expect(plain('Ehime', ['profile', 'placements', 'place', 'prefecture'])).toBe('愛媛県');
  const municipality = { code: '38202', name: 'Imabari', nameJa: '今治市', prefecture: 'Ehime' };
  const within = ['profile', 'placements', 'place', 'municipality'];
  expect(plain(municipality, within)).toBe('愛媛県今治市');
  expect(plain(municipality, within, 'en')).toBe('Imabari, Ehime');
  expect(plain(pair, ['reviews', 'pair'])).toBe('フロリダ州レイクランド市・今治市');
});

test('an id is read by the name of what it stands for, and as it stands where that is gone', () => {
  expect(plain(lakeland.id, ['introductions', 'partnershipId'], 'en')).toBe('Lakeland, FL – Imabari');
  expect(plain([lakeland.id], ['alum-requests', 'blocked'], 'en')).toBe('Lakeland, FL – Imabari');
  expect(plain('r1', ['exports', 'roundId'])).toBe('秋期公募');
  expect(plain('gone', ['exports', 'roundId'])).toBe('gone');
  expect(plain('o1', ['roles', 'scope'], 'en', { role: 'viewer' })).toBe('Sister Cities of Lakeland');
  expect(plain('r1', ['roles', 'scope'], 'en', { role: 'reviewer' })).toBe('Autumn round');
  expect(plain('leading-asia', ['roles', 'scope'], 'en', { role: 'staff' })).toBe('Leading Asia');
  expect(plain('jetaa-texoma', ['roles', 'scope'], 'en', { role: 'lead' })).toBe('JETAA Texoma');
  expect(plain('0b6a7f4e-1', ['declared-conflicts', 'applicationId'], 'en')).toBe(
    'Lakeland, FL – Imabari (SHM-0B6A7F4E)',
  );
  expect(plain('0b6a7f4e-1', ['reviews', 'applicationId'], 'en', { pair })).toBe('SHM-0B6A7F4E');
});

test('what was chosen and scored is named by the application and by the round’s criteria', () => {
  expect(plain({ '0b6a7f4e-1': 'want' }, ['preferences', 'choices'], 'en')).toBe(
    'Lakeland, FL – Imabari (SHM-0B6A7F4E): I want this one',
  );
  const item = { applicationId: '0b6a7f4e-1', pair };
  const assessment = { scores: { impact: 4 }, comments: { impact: 'Host' }, confidence: 'very' };
  const words = plain(assessment, ['reviews', 'draft', 'assessment'], 'ja', item);
  expect(words).toContain('効果：4');
  expect(words).toContain('効果：Host');
  expect(words).not.toContain('very');
});

test('by what the platform alone finds things is in the file and not on the page', () => {
  const open = [{ introductionId: 'i1', partnershipId: lakeland.id, expiresAt: '2026-12-01T00:00:00.000Z' }];
  const words = plain(open, ['alum-requests', 'open'], 'en');
  expect(words).not.toContain('i1');
  expect(words).toContain('December 1, 2026');
});

type Schema = z.core.JSONSchema.BaseSchema;
type Found = {
  readonly codes: (readonly [Within, string])[];
  readonly fields: (readonly [Within, string])[];
};

/** What a reader sees as one thing has no names for its fields. */
const isOneThing = (within: Within) => within.at(-1) === 'municipality' || within.at(-1) === 'pair';

/** Every code and every field that a schema allows, by where it stands. */
const search = (schema: Schema, within: Within, found: Found): void => {
  for (const value of [...(schema.enum ?? []), schema.const])
    if (typeof value === 'string') found.codes.push([within, value]);
  for (const [name, inner] of Object.entries(schema.properties ?? {}))
    if (typeof inner === 'object' && isShown(name)) {
      if (!isOneThing(within)) found.fields.push([within, name]);
      search(inner, [...within, name], found);
    }
  const { items, additionalProperties } = schema;
  for (const inner of [
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.allOf ?? []),
    items,
    additionalProperties,
  ])
    if (typeof inner === 'object' && !Array.isArray(inner)) search(inner, within, found);
};

/** What mail says is composed; that every kind of it has words in both languages is the compiler's matter. */
const isComposed = ([part, field]: Within) =>
  part === 'messages' && (field === 'kind' || field === 'values' || field === 'words');

const all: Found = { codes: [], fields: [] };
for (const [part, schema] of Object.entries(ownDataSchemas))
  if (schema) search(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }), [part], all);

test('every code that the models allow has words in both languages, whoever adds one', () => {
  expect(all.codes.length).toBeGreaterThan(300);
  // An English word may be the code; the Japanese catalogue has a word for every one of the English, or does not compile.
  const raw = all.codes.filter(
    ([within, value]) => !isComposed(within) && plain(value, within, 'ja') === value,
  );
  expect(raw).toEqual([]);
});

test('every field that the models have is called by words in both languages', () => {
  expect(all.fields.length).toBeGreaterThan(100);
  const raw = all.fields
    .filter(([within, name]) => !isComposed([...within, name]))
    .filter(([within, name]) =>
      (['en', 'ja'] as const).some((one) => fieldWords(aView(one), name, within) === name),
    );
  expect(raw).toEqual([]);
});
