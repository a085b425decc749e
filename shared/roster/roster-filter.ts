import * as z from 'zod';
import { applicationStatuses, receiptNumber } from '../applications/application.ts';
import { idSchema } from '../kernel/ids.ts';
import { lineSchema } from '../kernel/text.ts';
import { themeSchema } from '../kernel/theme.ts';
import { foldText } from '../reference/fold-text.ts';
import type { ListedRow } from './roster-row.ts';
import { searchFor } from './search-words.ts';

/** What narrows a round's list: all of it at once, each left out where it is not asked for. */
export const rosterFilterSchema = z.strictObject({
  q: lineSchema(100).optional(),
  theme: themeSchema.optional(),
  status: z.enum(applicationStatuses).optional(),
  /** A state's abbreviation; a prefecture's English name. */
  state: z.string().max(40).optional(),
  prefecture: z.string().max(40).optional(),
  partnership: idSchema.optional(),
  firstTime: z.enum(['yes', 'no']).optional(),
});
export type RosterFilter = z.output<typeof rosterFilterSchema>;
export const filterNames = rosterFilterSchema.keyof().options;

/** The filter alone, of whatever else was asked with it; a part that is left empty narrows nothing. */
export const filterIn = (asked: RosterFilter): RosterFilter =>
  rosterFilterSchema.parse(
    Object.fromEntries(filterNames.flatMap((name) => (asked[name] ? [[name, asked[name]]] : []))),
  );

export const rosterSorts = [
  'number',
  'title',
  'city',
  'prefecture',
  'status',
  'submitted',
  'requested',
  'match',
] as const;
export type RosterSort = (typeof rosterSorts)[number];

export const rosterOrderSchema = z.strictObject({
  sort: z.enum(rosterSorts).default('number'),
  direction: z.enum(['up', 'down']).default('up'),
});
export type RosterOrder = z.output<typeof rosterOrderSchema>;

/** Which rows a filter leaves: what all of its parts leave. */
export const keptBy = (filter: RosterFilter): ((row: ListedRow) => boolean) => {
  const { q, theme, status, state, prefecture, partnership, firstTime } = filter;
  const found = searchFor(q ?? '');
  return (row) =>
    (theme === undefined || row.submission.theme === theme) &&
    (status === undefined || row.status === status) &&
    (state === undefined || row.facts?.us === state) &&
    (prefecture === undefined || row.facts?.jp === prefecture) &&
    (partnership === undefined || row.partnershipId === partnership) &&
    (firstTime === undefined || row.firstTime === (firstTime === 'yes')) &&
    found(row);
};

const keys: Readonly<Record<RosterSort, (row: ListedRow) => string | number>> = {
  number: ({ id }) => receiptNumber(id),
  title: ({ title }) => foldText(title),
  city: ({ pair }) => foldText(pair.us),
  prefecture: ({ facts }) => foldText(facts?.jp ?? ''),
  status: ({ status }) => applicationStatuses.indexOf(status),
  submitted: ({ submission }) => submission.at,
  requested: ({ submission }) => submission.requestedCents,
  match: ({ submission }) => submission.matchCents,
};

/** Where a row stands in an order: no two stand at the same place, for the id decides at last. */
export type Place = { readonly key: string | number; readonly id: string };

const compare = <Value extends string | number>(a: Value, b: Value) => (a < b ? -1 : a > b ? 1 : 0);

export const placesIn = ({ sort, direction }: RosterOrder) => {
  const keyOf = keys[sort];
  const sign = direction === 'down' ? -1 : 1;
  return {
    placeOf: (row: ListedRow): Place => ({ key: keyOf(row), id: row.id }),
    /** Negative where `a` comes before `b`. Keys of one order are of one kind. */
    order: (a: Place, b: Place) => sign * compare(a.key as string, b.key as string) || compare(a.id, b.id),
  };
};

/** Rows in an order, those after a place: what is added or leaves meanwhile moves nobody across it. */
export const inOrder = (rows: readonly ListedRow[], by: RosterOrder, after?: Place): readonly ListedRow[] => {
  const { placeOf, order } = placesIn(by);
  return rows
    .map((row) => ({ row, place: placeOf(row) }))
    .filter(({ place }) => !after || order(after, place) < 0)
    .sort((a, b) => order(a.place, b.place))
    .map(({ row }) => row);
};
