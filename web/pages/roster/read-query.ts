import * as z from 'zod';
import {
  filterIn,
  filterNames,
  type RosterFilter,
  type RosterOrder,
  rosterFilterSchema,
  rosterOrderSchema,
} from '../../../shared/roster/roster-filter.ts';

export const columnNames = [
  'number',
  'title',
  'city',
  'state',
  'prefecture',
  'status',
  'theme',
  'firstTime',
  'paper',
  'submitted',
  'requested',
  'match',
] as const;
export type ColumnName = (typeof columnNames)[number];
const columnsSchema = z.array(z.enum(columnNames));
const usual: readonly ColumnName[] = ['number', 'title', 'status', 'theme', 'submitted', 'requested'];

export type RosterQuery = {
  readonly filter: RosterFilter;
  readonly order: RosterOrder;
  readonly columns: readonly ColumnName[];
};

/** What an address asks for. A part that names nothing is left out: a shared address never fails. */
export const readQuery = (query: URLSearchParams): RosterQuery => {
  const filter: Record<string, string> = {};
  for (const name of filterNames) {
    const part = rosterFilterSchema.shape[name].safeParse(query.get(name) || undefined);
    if (part.success && part.data) filter[name] = part.data;
  }
  const order = rosterOrderSchema.safeParse({
    sort: query.get('sort') || undefined,
    direction: query.get('direction') || undefined,
  });
  const columns = columnsSchema.safeParse(query.getAll('column'));
  return {
    filter: filterIn(filter),
    order: order.success ? order.data : rosterOrderSchema.parse({}),
    columns: columns.success && columns.data.length > 0 ? columns.data : usual,
  };
};

/** The filter as an address carries it. */
export const writeFilter = (filter: RosterFilter): string => {
  const query = new URLSearchParams(
    filterNames.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])),
  );
  return query.size > 0 ? `?${query}` : '';
};
