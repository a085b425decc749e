import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  filterNames,
  inOrder,
  keptBy,
  placesIn,
  type RosterFilter,
  rosterSorts,
} from '../../../shared/roster/roster-filter.ts';
import type { ListedRow } from '../../../shared/roster/roster-row.ts';
import { searchFor } from '../../../shared/roster/search-words.ts';
import { aRow } from '../../support/roster-fakes.ts';
import { aFullRow } from '../../support/roster-rows.ts';

const pool = Array.from({ length: 60 }, (_, at) => aFullRow(at));
const rows = fc.uniqueArray(fc.constantFrom(...pool), { maxLength: 40, selector: ({ id }) => id });
const oneRow = fc.constantFrom(...pool);
/** A filter whose parts each fit some row, and together often none. */
const filter: fc.Arbitrary<RosterFilter> = fc
  .record({
    of: fc.array(oneRow, { minLength: 7, maxLength: 7 }),
    use: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  })
  .map(({ of, use }) => {
    const [q, theme, status, state, prefecture, partnership, firstTime] = of as [ListedRow, ...ListedRow[]];
    const whole: Record<string, string | undefined> = {
      q: q.words.split(' ')[3],
      theme: theme?.submission.theme,
      status: status?.status,
      state: state?.facts?.us,
      prefecture: prefecture?.facts?.jp,
      partnership: partnership?.partnershipId,
      firstTime: firstTime?.firstTime ? 'yes' : 'no',
    };
    return Object.fromEntries(filterNames.flatMap((name, at) => (use[at] ? [[name, whole[name]]] : [])));
  });
const order = fc.record({
  sort: fc.constantFrom(...rosterSorts),
  direction: fc.constantFrom('up', 'down'),
} as const);

test('a filter of several parts leaves what each part alone leaves', () => {
  fc.assert(
    fc.property(rows, filter, (all, asked) => {
      const alone = filterNames.map((name) => {
        const part = asked[name];
        return new Set(part === undefined ? all : all.filter(keptBy({ [name]: part })));
      });
      expect(all.filter(keptBy(asked))).toEqual(all.filter((row) => alone.every((kept) => kept.has(row))));
    }),
  );
});

test('an order is total: whatever rows come in, and however, each has one place', () => {
  fc.assert(
    fc.property(rows, order, fc.func(fc.integer()), (all, by, shuffle) => {
      const shuffled = all.toSorted((a, b) => shuffle(a.id) - shuffle(b.id));
      const sorted = inOrder(shuffled, by);
      expect(sorted).toEqual(inOrder(all, by));
      expect(sorted).toHaveLength(all.length);
      const { placeOf, order: compare } = placesIn(by);
      for (const [at, row] of sorted.slice(1).entries()) {
        const before = sorted[at];
        expect(before && compare(placeOf(before), placeOf(row))).toBeLessThan(0);
      }
    }),
  );
});

test('pages walk every row exactly once, whatever is added meanwhile', () => {
  fc.assert(
    fc.property(rows, rows, order, fc.integer({ min: 1, max: 7 }), (first, added, by, size) => {
      const { placeOf } = placesIn(by);
      const held = new Map(first.map((row) => [row.id, row]));
      const late = [...added];
      const walked: ListedRow[] = [];
      let after: ReturnType<typeof placeOf> | undefined;
      for (;;) {
        const page = inOrder([...held.values()], by, after).slice(0, size);
        if (page.length === 0) break;
        walked.push(...page);
        after = placeOf(page.at(-1) as ListedRow); // The page has one.
        const next = late.pop();
        if (next) held.set(next.id, next);
      }
      const ids = walked.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { id } of first) expect(ids).toContain(id);
    }),
  );
});

const kana = fc.string({
  unit: fc.constantFrom(...'かきくけこさしすせそがぎぐげござじずぜぞぱぴぷぺぽ'),
  minLength: 2,
  maxLength: 8,
});
const toKatakana = (text: string) =>
  text.replaceAll(/[\u3041-\u3096]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0x60));

test('a search finds hiragana by katakana and the other way round', () => {
  fc.assert(
    fc.property(kana, kana, (written, around) => {
      const [inHiragana, inKatakana] = [written, toKatakana(written)];
      for (const [stands, typed] of [
        [inHiragana, inKatakana],
        [inKatakana, inHiragana],
      ] as const)
        expect(searchFor(typed)(aRow({ title: `${around}${stands}祭` }))).toBe(true);
    }),
  );
});

test.each([
  ['Ōita', 'oita'],
  ['OOITA', 'Ōita'],
  ['ｏｉｔａ', 'Oita'],
  ['國際交流', '国際'],
  ['国際交流', '國際'],
  ['ﾊﾟｿｺﾝ教室', 'パソコン'],
  ['ぱそこん教室', 'ﾊﾟｿｺﾝ'],
  ['渡邉音楽祭', '渡辺'],
  ['Saint Paul', 'st paul'],
  ['Sister-city', 'city sister'],
])('a title %s is found by %s', (title, typed) => {
  expect(searchFor(typed)(aRow({ title }))).toBe(true);
});

test('a search asks for every word, anywhere: number, places in both languages, state, prefecture', () => {
  const row = aRow({ id: 'abcd1234-0000-4000-8000-000000000000' });
  for (const typed of ['SHM-ABCD1234', 'テキサス', 'Texas', '大分県', 'oita', 'school rivers', ' '])
    expect([typed, searchFor(typed)(row)]).toEqual([typed, true]);
  expect(searchFor('school ocean')(row)).toBe(false);
});
