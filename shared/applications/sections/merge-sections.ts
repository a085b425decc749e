import { type Marked, mergeRows, type Row } from './merge-rows.ts';
import { markOf, type SectionBase } from './section-base.ts';
import { type SectionData, type SectionForm, textOf } from './section-form.ts';
import { rowsOf } from './typed-rows.ts';

/** Where two editors changed the same thing differently. The merged data hold mine there, and both sides' rows. */
export type Clash =
  /** One answer, by the name its field has on the page: `title`, `lines.3.unitCost`. */
  | { readonly kind: 'answer'; readonly name: string; readonly mine: string; readonly theirs: string }
  /** Rows from `at` on in the merged list: so many of mine, and after them so many of theirs. */
  | {
      readonly kind: 'rows';
      readonly list: string;
      readonly at: number;
      readonly mine: number;
      readonly theirs: number;
    };

export type SectionMerge = { readonly data: SectionData; readonly clashes: readonly Clash[] };

type Sides = {
  readonly base: SectionBase | undefined;
  readonly mine: SectionData;
  readonly theirs: SectionData;
};

/**
 * Two editors' texts of one section that began as one, put together answer by answer: a change by either is kept, the
 * same change by both is one, and two different ones are a clash for a person to settle.
 */
export const mergeSections = (form: SectionForm, sides: Sides): SectionMerge => {
  const clashes: Clash[] = [];
  const fields = Object.keys(form.fields).map((name) => {
    const { text, theirs } = mergedAnswer(sides, name);
    if (theirs !== undefined) clashes.push({ kind: 'answer', name, mine: text, theirs });
    return [name, text] as const;
  });
  const lists = Object.keys(form.lists).map((list) => {
    const merged = mergedList(form, sides, list);
    clashes.push(...merged.clashes);
    return [list, merged.rows] as const;
  });
  return { data: { ...Object.fromEntries(fields), ...Object.fromEntries(lists) }, clashes };
};

/** `theirs` only where it clashes. */
const mergedAnswer = ({ base, mine, theirs }: Sides, name: string): { text: string; theirs?: string } => {
  const [own, other] = [textOf(mine, name), textOf(theirs, name)];
  const began = base && textOf(base, name);
  if (markOf(own) === markOf(other) || began === markOf(other)) return { text: own };
  return began === markOf(own) ? { text: other } : { text: own, theirs: other };
};

const mergedList = (
  { lists }: SectionForm,
  { base, mine, theirs }: Sides,
  list: string,
): { rows: readonly Row[]; clashes: readonly Clash[] } => {
  const { fields = {}, atMost = 0 } = lists[list] ?? {};
  const columns = Object.keys(fields);
  const marked = (data: SectionData): readonly Marked[] =>
    rowsOf(data, list).map(({ row }) => ({
      row,
      marks: Object.fromEntries(columns.map((name) => [name, markOf(row[name] ?? '')])),
    }));
  const [own, other] = [marked(mine), marked(theirs)];
  const began = base && rowsOf(base, list).map(({ row }) => ({ marks: row }));
  const { rows, rowClashes, cellClashes } = mergeRows({ base: began, mine: own, theirs: other, columns });
  // More rows than the list may hold can't be kept: somebody has to say which.
  if (rows.length > atMost && rowClashes.length === 0) {
    const both = [...own, ...other].flatMap(({ row }) => (row ? [row] : []));
    return { rows: both, clashes: [{ kind: 'rows', list, at: 0, mine: own.length, theirs: other.length }] };
  }
  return {
    rows,
    clashes: [
      ...rowClashes.map((clash) => ({ kind: 'rows' as const, list, ...clash })),
      ...cellClashes.map(({ at, name, theirs: text }) => ({
        kind: 'answer' as const,
        name: `${list}.${at}.${name}`,
        mine: rows[at]?.[name] ?? '',
        theirs: text,
      })),
    ],
  };
};
