import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput } from '../kernel/failure.ts';
import { pageSize } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import { fundingOf } from '../reference/recipients.ts';
import type { Cursors } from '../table/cursor.ts';
import { type Filter, matching } from './directory.ts';
import type { Partnerships } from './partnership.port.ts';
import type { Partnership } from './partnership.ts';

type Ports = { partnerships: Pick<Partnerships, 'confirmed'>; cursors: Cursors };
type Input = Filter & { readonly cursor?: string | undefined };

export type DirectoryLine = {
  readonly partnership: Partnership;
  /** Years in which it was funded. */
  readonly funded: readonly number[];
};

export type DirectoryPage = {
  readonly items: readonly DirectoryLine[];
  readonly next?: string | undefined;
  /** How many match in all. */
  readonly total: number;
  /** All that match, for the map. */
  readonly matches: readonly Partnership[];
};

/** The directory, for everyone: filtered in memory, linear in its few hundred lines; the confirmed ones are read from the table. */
export const listPartnerships =
  ({ partnerships, cursors }: Ports): UseCase<Input, DirectoryPage, InvalidInput> =>
  async (_, { cursor, ...filter }) => {
    const scope = `partnerships:${JSON.stringify([filter.state, filter.prefecture, filter.text])}`;
    const after = cursor && cursors.open(scope, cursor);
    if (cursor && !after)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });

    const matches = matching(await partnerships.confirmed(), filter);
    const from = after ? matches.findIndex(({ id }) => id === after) + 1 : 0;
    const page = matches.slice(from, from + pageSize);
    const last = page.at(-1);
    return ok({
      items: page.map((partnership) => ({
        partnership,
        funded: fundingOf(partnership.id).map(({ year }) => year),
      })),
      ...(last && from + pageSize < matches.length && { next: cursors.seal(scope, last.id) }),
      total: matches.length,
      matches,
    });
  };
