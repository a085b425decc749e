import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formOf } from '../../../../shared/applications/sections/forms.ts';
import { type Clash, mergeSections } from '../../../../shared/applications/sections/merge-sections.ts';
import { baseOf, readBase, writtenBase } from '../../../../shared/applications/sections/section-base.ts';
import type { SectionData } from '../../../../shared/applications/sections/section-form.ts';
import { aRound } from '../../../support/programs-fakes.ts';

type Row = Readonly<Record<string, string>>;
type Data = { readonly fields: Row; readonly rows: readonly Row[] };
type Edit =
  | { kind: 'answer'; name: string }
  | { kind: 'cell'; at: number; name: string }
  | { kind: 'add'; at: number }
  | { kind: 'remove'; at: number };

const form = formOf('delegation', aRound());
const names = ['direction', 'startsOn', 'endsOn', 'minors'];
const columns = ['name', 'role', 'kind'];
const asSection = ({ fields, rows }: Data): SectionData => ({ ...fields, delegates: rows });
const merge = (base: Data | undefined, mine: Data, theirs: Data) =>
  mergeSections(form, {
    base: base && baseOf(asSection(base)),
    mine: asSection(mine),
    theirs: asSection(theirs),
  });

const texts = fc.constantFrom('', 'a', 'b', 'c');
const rowsOfText = fc.array(fc.record({ name: texts, role: fc.constantFrom('x', 'y', 'z'), kind: texts }), {
  maxLength: 6,
});
const beginnings = fc.record({
  fields: fc.record({ direction: texts, startsOn: texts, endsOn: texts, minors: texts }),
  rows: rowsOfText,
});
const place = fc.nat({ max: 6 });
const edits = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('answer' as const), name: fc.constantFrom(...names) }),
    fc.record({ kind: fc.constant('cell' as const), at: place, name: fc.constantFrom(...columns) }),
    fc.record({ kind: fc.constant('add' as const), at: place }),
    fc.record({ kind: fc.constant('remove' as const), at: place }),
  ),
  { maxLength: 6 },
);

/** The beginning after someone's edits; every word they write is one that nobody else writes. */
const edited = (base: Data, by: string, made: readonly Edit[]): Data => {
  const fields = { ...base.fields };
  const rows = base.rows.map((row) => ({ ...row }));
  for (const [no, edit] of made.entries()) {
    const word = `${by}${no}`;
    if (edit.kind === 'answer') fields[edit.name] = word;
    else if (edit.kind === 'add')
      rows.splice(edit.at, 0, { name: `${word}n`, role: `${word}r`, kind: `${word}k` });
    else if (edit.kind === 'remove') rows.splice(edit.at, 1);
    else if (rows[edit.at]) rows[edit.at] = { ...rows[edit.at], [edit.name]: word } as (typeof rows)[number];
  }
  return { fields, rows };
};

const wordsIn = (data: SectionData): string[] =>
  Object.values(data).flatMap((value) =>
    typeof value === 'string' ? [value] : value.flatMap((row) => Object.values(row)),
  );
const shown = ({ data, clashes }: { data: SectionData; clashes: readonly Clash[] }) =>
  new Set([...wordsIn(data), ...clashes.flatMap((one) => (one.kind === 'answer' ? [one.theirs] : []))]);

test('no word that either wrote is lost: it is in the merged text or shown beside it', () => {
  fc.assert(
    fc.property(beginnings, edits, edits, fc.boolean(), (base, one, other, isKnown) => {
      const [mine, theirs] = [edited(base, 'm', one), edited(base, 't', other)];
      const all = shown(merge(isKnown ? base : undefined, mine, theirs));
      const written = [mine, theirs].flatMap((side) => wordsIn(asSection(side)));
      for (const word of written) if (/^[mt]\d/.test(word)) expect(all).toContain(word);
    }),
    { numRuns: 3000 },
  );
});

test('the same changes are no clash, and a change by one side alone is taken', () => {
  fc.assert(
    fc.property(beginnings, edits, (base, made) => {
      const changed = edited(base, 'm', made);
      const wanted = { data: asSection(changed), clashes: [] };
      expect(merge(base, changed, changed)).toEqual(wanted);
      expect(merge(base, changed, base)).toEqual(wanted);
      expect(merge(base, base, changed)).toEqual(wanted);
      expect(merge(undefined, changed, changed)).toEqual(wanted);
    }),
    { numRuns: 1000 },
  );
});

test('changes of different answers and different rows are both there, whoever saves first', () => {
  const split = fc.tuple(
    beginnings,
    fc.record(
      Object.fromEntries([...names, 'r0', 'r1', 'r2'].map((one) => [one, fc.constantFrom('m', 't', '')])),
    ),
  );
  fc.assert(
    fc.property(split, ([{ fields }, who]) => {
      const rows = ['r0', 'r1', 'r2'].map((role) => ({ name: '', role, kind: 'arts' }));
      const base = { fields, rows };
      const by = (those: string): Data => ({
        fields: Object.fromEntries(
          names.map((name) => [
            name,
            those.includes(who[name] || '-') ? `${name}!` : (fields[name as 'minors'] ?? ''),
          ]),
        ),
        rows: rows.map((row) => (those.includes(who[row.role] || '-') ? { ...row, name: 'new' } : row)),
      });
      const both = { data: asSection(by('mt')), clashes: [] };
      expect(merge(base, by('m'), by('t'))).toEqual(both);
      expect(merge(base, by('t'), by('m'))).toEqual(both);
    }),
    { numRuns: 1000 },
  );
});

test('it is the same from either side: the same clashes, and without one the same rows', () => {
  fc.assert(
    fc.property(beginnings, edits, edits, (base, one, other) => {
      const [mine, theirs] = [edited(base, 'm', one), edited(base, 't', other)];
      const [here, there] = [merge(base, mine, theirs), merge(base, theirs, mine)];
      const answers = ({ clashes }: { clashes: readonly Clash[] }, swap: boolean) =>
        clashes.flatMap((clash) => {
          if (clash.kind === 'rows') return [];
          const pair = [clash.mine, clash.theirs];
          return [(swap ? pair.toReversed() : pair).join(' | ')];
        });
      expect(answers(there, true).toSorted()).toEqual(answers(here, false).toSorted());
      if (here.clashes.length > 0) return;
      expect(there.clashes).toEqual([]);
      expect(wordsIn(there.data).toSorted()).toEqual(wordsIn(here.data).toSorted());
    }),
    { numRuns: 2000 },
  );
});

const row = (name: string, role: string) => ({ name, role, kind: 'arts' });
const fields = { direction: 'both', startsOn: '', endsOn: '', minors: '' };
const list = (...rows: Row[]): Data => ({ fields, rows });
const [a, b, c] = [row('A', 'Cellist'), row('B', 'Planner'), row('C', 'Baker')];

test('rows that both added are both kept, and a row removed by one stays removed', () => {
  const merged = merge(list(a, b), list(a, b, row('M', 'Mayor')), list(b, row('T', 'Teacher')));
  expect(merged.clashes).toEqual([]);
  expect(merged.data.delegates).toEqual([b, row('T', 'Teacher'), row('M', 'Mayor')]);
});

test('a row of which both changed different answers is one row with both changes', () => {
  const merged = merge(list(a, b), list({ ...a, name: 'Ann' }, b), list({ ...a, kind: 'youth' }, b));
  // Only one of three answers is still as it was on both sides: that is the least.
  expect(merged).toEqual({ data: asSection(list({ ...a, name: 'Ann', kind: 'youth' }, b)), clashes: [] });
});

test('a row that one removed and the other changed is shown as both have it', () => {
  const merged = merge(list(a, b, c), list(a, c), list(a, row('B', 'Lead planner'), c));
  expect(merged.clashes).toEqual([{ kind: 'rows', list: 'delegates', at: 1, mine: 0, theirs: 1 }]);
  expect(merged.data.delegates).toEqual([a, row('B', 'Lead planner'), c]);
});

test('one answer changed by both is a clash with both texts, and the rest is merged', () => {
  const theirs = { fields: { ...fields, startsOn: '2027-06-02', minors: '3' }, rows: [] };
  const mine = { fields: { ...fields, startsOn: '2027-06-01', endsOn: '2027-06-08' }, rows: [] };
  const merged = merge({ fields, rows: [] }, mine, theirs);
  expect(merged.clashes).toEqual([
    { kind: 'answer', name: 'startsOn', mine: '2027-06-01', theirs: '2027-06-02' },
  ]);
  expect(merged.data).toMatchObject({ endsOn: '2027-06-08', minors: '3' });
});

test('more rows together than a list may hold are for a person to choose from', () => {
  const many = (by: string, count: number) =>
    Array.from({ length: count }, (_, no) => row(`${by}${no}`, `${by}r${no}`));
  const merged = merge(list(), list(...many('m', 25)), list(...many('t', 25)));
  expect(merged.clashes).toEqual([{ kind: 'rows', list: 'delegates', at: 0, mine: 25, theirs: 25 }]);
});

test('what a form carries says what was read, however its lines are broken, and nothing else does', () => {
  const data = { title: 'One\ntwo', rows: [{ name: 'A', role: '' }] };
  expect(readBase(writtenBase(data))).toEqual(
    baseOf({ title: ' One\r\ntwo ', rows: [{ name: 'A', role: '' }] }),
  );
  expect(baseOf(data)).toMatchObject({ title: expect.stringMatching(/^[0-9a-f]{12}$/) });
  for (const written of ['', '{', '[]', '{"a":1}', 'null']) expect(readBase(written)).toBeUndefined();
});

test('a row that one goes on writing stays one row, wherever the other’s new rows came in', () => {
  const [mine, grown] = [row('Chamber', ''), row('Chamber', 'To ask for help')];
  const theirs = row('Consulate', 'T');
  const merged = merge(list(mine), list(grown), list(theirs, mine));
  expect(merged).toEqual({ data: asSection(list(theirs, grown)), clashes: [] });
  expect(merge(list(mine), list(theirs, mine), list(grown)).data).toEqual(merged.data);
});
