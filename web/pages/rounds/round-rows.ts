import { type Typed, typedFrom } from '../../components/form/typed.ts';

const groups = ['criteria', 'extraQuestions'] as const;
export type RowGroup = (typeof groups)[number];
const prefixes = { criteria: 'criterion', extraQuestions: 'question' } as const satisfies Record<
  RowGroup,
  string
>;

type Row = Readonly<Record<string, string>>;

const isRowGroup = (name: string | undefined): name is RowGroup => groups.some((group) => group === name);

/** The first of `criterion-1`, `criterion-2` … that no row of the form bears: ids stay with their rows. */
const freeId = (group: RowGroup, rows: readonly Row[]): string => {
  const taken = new Set(rows.map(({ id }) => id));
  for (let no = 1; ; no += 1) {
    const id = `${prefixes[group]}-${no}`;
    if (!taken.has(id)) return id;
  }
};

const withRows = (typed: Typed, group: RowGroup, rows: readonly Row[]): Typed => {
  const others = typed.entries.filter(([name]) => !name.startsWith(`${group}.`));
  const numbered = rows.flatMap((row, at) =>
    Object.entries(row).map(([field, value]) => [`${group}.${at}.${field}`, value] as const),
  );
  return typedFrom([...others, ...numbered]);
};

/**
 * The form after a button that adds or takes away a row (`act` is `add.criteria`, `remove.criteria.2`); undefined for
 * the button that saves. Nothing is stored: the row is there once the form is.
 */
export const afterAct = (typed: Typed): Typed | undefined => {
  const [act, group, at] = typed.text('act').split('.');
  if (!isRowGroup(group)) return undefined;
  const rows = typed.rows(group);
  if (act === 'add') return withRows(typed, group, [...rows, { id: freeId(group, rows) }]);
  return act === 'remove'
    ? withRows(
        typed,
        group,
        rows.filter((_, index) => String(index) !== at),
      )
    : undefined;
};
