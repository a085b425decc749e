import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readImport } from '../../../shared/chapters/import-rows.ts';

const head = 'name,email,placements,state\n';
const read = (rows: string) => {
  const found = readImport(head + rows, 2027);
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  return found.value;
};
const codes = (row: string) => read(row)[0]?.problems.map(({ code }) => code);

test('a row says who, where and when; towns are known in romaji, kanji or kana, one may be left away', () => {
  const [ann, bob] = read(
    'Suzuki Ann,Ann@Example.org,ALT|今治市|愛媛県|2009|2012,Florida\nBob,bob@example.org,cir||Ōita|2025|;SEA|べっぷし|Oita|2019|2020,\n',
  );
  expect(ann?.person).toEqual({
    name: 'Suzuki Ann',
    email: 'ann@example.org',
    placements: [{ role: 'ALT', text: '今治市', prefecture: 'Ehime', code: '38202', from: 2009, to: 2012 }],
    state: 'FL',
  });
  expect(bob?.person?.placements).toEqual([
    { role: 'CIR', text: 'Oita', prefecture: 'Oita', from: 2025 },
    { role: 'SEA', text: 'べっぷし', prefecture: 'Oita', code: '44202', from: 2019, to: 2020 },
  ]);
  expect([ann?.line, bob?.line]).toEqual([2, 3]);
});

test.each([
  ['Ann,ann@example.org,ALT|Imabari|Atlantis|2009|2012,FL', ['unknown-prefecture']],
  ['Ann,ann@example.org,ALT|Atlantis|Ehime|2009|2012,FL', ['unknown-town']],
  ['Ann,ann@example.org,ALT|Okinawa|Okinawa|2009|2012,FL', ['which-town']],
  ['Ann,ann@example.org,ALT|Imabari|Ehime|1986|1988,FL', ['before-jet']],
  ['Ann,ann@example.org,ALT|Imabari|Ehime|2009|2015,FL', ['over-five-years']],
  ['Ann,ann@example.org,ALT|Imabari|Ehime|2012|2009,FL', ['ends-before-start']],
  ['Ann,ann@example.org,ALT|Imabari|Ehime|2028|,FL', ['in-the-future']],
  ['Ann,ann@example.org,ALT|Imabari|Ehime|MMIX|2012,FL', ['not-a-year']],
  ['Ann,ann at example,ALT|Imabari|Ehime|2009|2012,FL', ['not-an-address']],
  ['Ann,ann@example.org,Teacher|Imabari|Ehime|2009|2012,FL', ['unknown-role']],
  ['Ann,ann@example.org,,FL', ['no-placement']],
  [',ann@example.org,ALT|Imabari|Ehime|2009|2012,FL', ['no-name']],
  ['Ann,ann@example.org,ALT|Imabari|Ehime|2009|2012,Atlantis', ['unknown-state']],
])('%s is %j', (row, expected) => {
  expect(codes(row)).toEqual(expected);
});

test('of two rows with one address, however it is written, the second is wrong', () => {
  const placement = 'ALT|Imabari|Ehime|2009|2012';
  const [first, second] = read(`Ann,ann@example.org,${placement},\nAnn,ＡＮＮ@example.org ,${placement},\n`);
  expect(first?.person).toBeDefined();
  expect(second?.problems).toMatchObject([{ column: 'email', code: 'twice-in-file' }]);
  expect(second?.person).toBeUndefined();
});

test('a file parted by semicolons or tabs, with a mark or an Excel line before it, is read alike', () => {
  const placement = 'ALT|Imabari|Ehime|2009|2012';
  for (const text of [
    `name\temail\tplacements\nAnn\tann@example.org\t${placement}`,
    `\ufeffname,email,placements\nAnn,ann@example.org,${placement}`,
    `sep=;\nName;Email;Placements\nAnn;ann@example.org;${placement}`,
  ]) {
    const found = readImport(text, 2027);
    expect(found.ok && found.value[0]?.person?.placements).toHaveLength(1);
  }
});

test.each([
  ['no table', 'not-a-table'],
  ['name,email\nAnn,ann@example.org', 'no-column'],
  [head, 'no-rows'],
  [`${head}${'Ann,a@example.org,,\n'.repeat(201)}`, 'too-many-rows'],
  [`${head}${'x'.repeat(50_001)},a@example.org,,`, 'too-long'],
])('a whole file is refused by its field', (text, code) => {
  expect(readImport(text, 2027)).toMatchObject({ failure: [{ path: 'csv', code }] });
});

test('whatever the text, every row has a person or a reason', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 8 }), (cells) => {
      const found = readImport(`${head}${cells.map((cell) => JSON.stringify(cell)).join(',')}`, 2027);
      if (!found.ok) return;
      for (const { person, problems } of found.value) expect(person === undefined).toBe(problems.length > 0);
    }),
  );
});
