import type { SectionId } from '../../../../shared/applications/application.ts';
import type { Field } from '../../../../shared/applications/sections/field.ts';
import { parseCents } from '../../../../shared/kernel/money.ts';
import { chosenIn } from '../../../../shared/programs/extra-question.ts';
import type { View } from '../../../view.ts';
import { joined, optionOf } from '../words.ts';

type Row = Readonly<Record<string, string>>;

/** By which of its answers a row is called in a list. */
const titleField: Readonly<Record<string, string>> = {
  objectives: 'objective',
  delegates: 'role',
  meetings: 'with',
  partners: 'organisation',
  lines: 'description',
};

const short = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

/** One answer as people read it; what cannot be read stays as it was typed. */
export const answerText = (
  view: View,
  { section, path, field, typed }: { section: SectionId; path: string; field: Field; typed: string },
): string => {
  if (typed.trim() === '') return '';
  const words = (value: string) => optionOf(view, section, path, value, field.optionLabels);
  if (field.control === 'choice') return words(typed);
  if (field.control === 'several') return joined(view, chosenIn(typed).map(words));
  if (field.control === 'check') return view.t('applications.option.yes');
  // The day as it is read, not as it was typed: it may stand there in full-width digits.
  const day = field.control === 'date' ? field.read(typed) : undefined;
  if (day?.ok) return view.format.date(String(day.value));
  const cents = field.control === 'money' ? parseCents(typed) : undefined;
  return cents === undefined ? typed : view.format.money(cents);
};

export type RowOf = { section: SectionId; list: string; fields: Readonly<Record<string, Field>>; row: Row };

export const rowTitle = (view: View, { list, row }: RowOf): string =>
  short(row[titleField[list] ?? '']?.trim() || view.t('applications.row.unnamed'));

/** The other answers of a row in one line; of a budget line its category only, for its amounts stand in columns. */
export const rowNote = (view: View, { section, list, fields, row }: RowOf): string => {
  const said = Object.entries(fields)
    .filter(([name]) => name !== titleField[list])
    .filter(([name]) => list !== 'lines' || name === 'category')
    .map(([name, field]) =>
      answerText(view, { section, path: `${list}.0.${name}`, field, typed: row[name] ?? '' }),
    );
  return short(joined(view, said));
};

/** `7,080.00` for a column, a dash where nothing readable was typed. */
export const amountOf = ({ t, format }: View, typed: string | undefined): string => {
  const cents = parseCents(typed ?? '');
  return cents === undefined ? t('site.none') : format.amount(cents);
};
