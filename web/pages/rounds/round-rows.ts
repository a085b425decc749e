import { type Typed, typedFrom } from '../../components/form/typed.ts';
import { optionRows } from './question-rows.ts';

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

const withOptions = (row: Row, act: 'add-option' | 'remove-option', no: number): Row => {
  const options = optionRows(row);
  if (act === 'remove-option')
    return Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith(`options.${no}.`)));
  const taken = new Set(options.map(({ option }) => option.id));
  const next = Math.max(-1, ...options.map((one) => one.no)) + 1;
  // An option's id stays with it: answers are kept by it, whatever its words become.
  const free = Array.from({ length: 100 }, (_, at) => `option-${at + 1}`).find((id) => !taken.has(id));
  return { ...row, [`options.${next}.id`]: free ?? '', [`options.${next}.label.en`]: '' };
};

/**
 * The form after a button that adds or takes away a row (`act` is `add.criteria`, `remove.criteria.2`); undefined for
 * the button that saves. Nothing is stored: the row is there once the form is.
 */
export const afterAct = (typed: Typed): Typed | undefined => {
  const [act, group, at, option] = typed.text('act').split('.');
  if (!isRowGroup(group)) return undefined;
  const rows = typed.rows(group);
  // Only looked at again, with the settings of the kind that is chosen now.
  if (act === 'show') return typed;
  if (act === 'add-option' || act === 'remove-option')
    return withRows(
      typed,
      group,
      rows.map((row, index) => (String(index) === at ? withOptions(row, act, Number(option)) : row)),
    );
  if (act === 'add') return withRows(typed, group, [...rows, { id: freeId(group, rows) }]);
  return act === 'remove'
    ? withRows(
        typed,
        group,
        rows.filter((_, index) => String(index) !== at),
      )
    : undefined;
};
