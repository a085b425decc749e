import {
  type SectionData,
  type SectionForm,
  textOf,
} from '../../../../shared/applications/sections/section-form.ts';
import { joinChosen } from '../../../../shared/programs/extra-question.ts';
import type { Typed } from '../../../components/form/typed.ts';

type Row = Readonly<Record<string, string>>;

/** What a button of a section's form asks for beside saving. */
export type Command =
  | { readonly kind: 'continue' | 'return' }
  | { readonly kind: 'add'; readonly list: string }
  | { readonly kind: 'open' | 'remove'; readonly list: string; readonly at: number }
  | { readonly kind: 'file'; readonly question: string };

const commands = /^(?<kind>add|open|remove):(?<list>[A-Za-z]{1,40})(\.(?<at>\d{1,4}))?$/;

const fileFor = /^file:(?<question>[A-Za-z0-9-]{1,64})$/;

/** `add:lines`, `open:lines.3`, `remove:lines.3`, `file:<question>`, `return`; anything else goes on to the next section. */
export const commandOf = (typed: Typed): Command => {
  // What is read here goes into an address, so nothing passes that a button of ours would not send.
  const { kind, list = '', at } = commands.exec(typed.text('do'))?.groups ?? {};
  const { question } = fileFor.exec(typed.text('do'))?.groups ?? {};
  if (question) return { kind: 'file', question };
  if (kind === 'add') return { kind, list };
  if ((kind === 'open' || kind === 'remove') && at) return { kind, list, at: Number(at) };
  return { kind: typed.text('do') === 'return' ? 'return' : 'continue' };
};

const ofTheForm = new Set(['_key', 'version', 'base', 'do', 'asked']);

/** Rows by the number they were typed under. */
const numberedRows = (typed: Typed, list: string): readonly { at: number; row: Row }[] => {
  const rows = new Map<number, [string, string][]>();
  for (const [name, value] of Object.entries(typed.record)) {
    const [head, at = '', ...field] = name.split('.');
    if (head !== list || !/^\d{1,4}$/.test(at) || field.length === 0) continue;
    const row = rows.get(Number(at)) ?? [];
    row.push([field.join('.'), value]);
    rows.set(Number(at), row);
  }
  return [...rows].map(([at, row]) => ({ at, row: Object.fromEntries(row) })).sort((a, b) => a.at - b.at);
};

const isBlank = (row: Row) => Object.values(row).every((text) => text.trim() === '');

/**
 * What was typed, as the section keeps it: blank rows left out, the row to remove too. Names the form does not know
 * stay in, so that the draft's schema can refuse them by name.
 */
export const dataOf = (
  form: SectionForm,
  typed: Typed,
  command: Command = { kind: 'continue' },
): SectionData => {
  const lists = Object.keys(form.lists).map((list) => {
    const isRemoved = (at: number) => command.kind === 'remove' && command.list === list && command.at === at;
    const rows = numberedRows(typed, list).filter(({ at, row }) => !isBlank(row) && !isRemoved(at));
    return [list, rows.map(({ row }) => row)] as const;
  });
  const inLists = (name: string) => Object.keys(form.lists).some((list) => name.startsWith(`${list}.`));
  // Boxes ticked under one name are one answer.
  const texts = Object.keys(typed.record)
    .filter((name) => !ofTheForm.has(name) && !inLists(name))
    .map((name) => [name, joinChosen(typed.all(name))] as const);
  const missing = Object.keys(form.fields).map((name) => [name, ''] as const);
  return { ...Object.fromEntries(missing), ...Object.fromEntries(texts), ...Object.fromEntries(lists) };
};

/** Where a typed row has its place once blank ones are left out. */
export const placeOf = (typed: Typed, list: string, at: number): number =>
  numberedRows(typed, list).filter((one) => one.at < at && !isBlank(one.row)).length;

export const rowsIn = (data: SectionData, list: string): readonly Row[] => {
  const rows = data[list];
  return typeof rows === 'object' ? rows : [];
};

/** Every text by the name its field has on the page: `lines.3.unitCost`. */
export const flat = (form: SectionForm, data: SectionData): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.keys(form.fields).map((name) => [name, textOf(data, name)])),
  ...Object.fromEntries(
    Object.entries(form.lists).flatMap(([list, { fields }]) =>
      rowsIn(data, list).flatMap((row, at) =>
        Object.keys(fields).map((name) => [`${list}.${at}.${name}`, row[name] ?? ''] as const),
      ),
    ),
  ),
});
