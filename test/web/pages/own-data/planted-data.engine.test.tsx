import { renderToString } from 'hono/jsx/dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownDataUseCases } from '../../../../functions/container/own-data-use-cases.ts';
import { nothingBeside, personalDataOn } from '../../../../functions/container/personal-data.ts';
import type { Language } from '../../../../shared/kernel/text.ts';
import { DataPage } from '../../../../web/pages/own-data/data-page.tsx';
import type { NamedData } from '../../../../web/pages/own-data/use-cases.ts';
import { aView } from '../../../support/a-view.ts';
import { startEngine } from '../../../support/engine.ts';
import { ownDataSchemas } from '../../../support/own-data-schemas.ts';
import { plantPerson } from '../../../support/planted-person.ts';
import { callAt, done } from '../../../support/seeded/clock.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let named: NamedData;
let accounts: readonly string[];
let downloaded: NamedData['data'];
beforeAll(async () => {
  engine = await startEngine();
  const world = await plantPerson(engine);
  const act = ownDataUseCases(engine);
  const person = await world.now();
  const call = callAt(new Date());
  named = done(await act.viewNamedData(person, {}, call));
  downloaded = done(await act.viewOwnData(person, {}, call));
  accounts = [world.personId, world.mergedId];
});
afterAll(() => engine.stop());

const read = (language: Language) =>
  renderToString(<DataPage view={aView(language)} named={named} origin="https://shimai.example" />)
    .replace(/<[^>]+>/g, '\n')
    .replaceAll(/\s*\n\s*/g, '\n');

test('what a person’s data may hold is known by schemas, part for part and field for field', () => {
  expect(named.data.parts.map(({ name }) => name).sort()).toEqual(Object.keys(ownDataSchemas).sort());
  expect(personalDataOn(engine, nothingBeside)).toHaveLength(named.data.parts.length);
  for (const { name, items } of named.data.parts)
    for (const item of items) expect([name, ownDataSchemas[name]?.parse(item)]).toEqual([name, item]);
});

test('every kind of thing that is shown was planted', () => {
  const shown = Object.entries(ownDataSchemas).flatMap(([name, schema]) => (schema ? [name] : []));
  const planted = named.data.parts.flatMap(({ name, items }) => (items.length > 0 ? [name] : []));
  expect(planted.sort()).toEqual(shown.sort());
});

test.each([
  'en',
  'ja',
] as const)('the page in %s tells it without an id, an instant or a code', (language) => {
  const words = read(language);
  const ids = words.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}/g) ?? [];
  // The numbers of one's accounts are what one may tell the program office.
  expect([...new Set(ids)].sort()).toEqual(accounts.toSorted());
  expect(words.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)).toBeNull();
  expect(words.match(/leading-asia|austin-tx-oita|jetaa-[a-z]+/g)).toBeNull();
  expect(words).toContain(language === 'en' ? 'Austin, TX – Oita' : 'テキサス州オースティン市・大分県大分市');
});

test('the file stays as it is kept', () => {
  expect({ ...downloaded, at: '' }).toEqual({ ...named.data, at: '' });
});
