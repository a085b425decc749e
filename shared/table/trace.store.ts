import { Entity } from 'electrodb';
import type { Whom } from '../kernel/personal-data.ts';
import { exactCase, type Table } from './table.ts';
import { putItem, type WriteItem } from './transact.ts';

type Trace = { readonly whom: Whom; readonly kind: string; readonly id: string };

/**
 * Where a person stands in items that lie under another key: a message to their address, a question they asked. It is
 * what the download and the erasure of someone's data find those by, consistently and without an index.
 */
const traceEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'trace', version: '1', service: 'shimai' },
      attributes: {
        whom: { type: 'string', required: true },
        kind: { type: 'string', required: true },
        id: { type: 'string', required: true },
      },
      indexes: {
        ofWhom: {
          pk: { field: 'pk', composite: ['whom'], template: '${whom}/traces', casing: exactCase },
          sk: { field: 'sk', composite: ['kind', 'id'], template: '${kind}#${id}', casing: exactCase },
        },
      },
    },
    table,
  );

/** For the transaction of the item it leads to. Without a condition: it says the same however often it is written. */
export const traceWrite = (table: Table, trace: Trace): WriteItem =>
  putItem(traceEntity(table).put(trace).params());

/** The ids of one kind of items that some people stand in, and the forgetting of where one stood. */
export const tracesOf = (table: Table, kind: string) => {
  const entity = traceEntity(table);
  return {
    async list(whoms: readonly Whom[]): Promise<readonly Trace[]> {
      const all = await Promise.all(
        whoms.map(async (whom) => {
          const { data } = await entity.query.ofWhom({ whom, kind }).go({ pages: 'all', consistent: true });
          return data.map(({ id }) => ({ whom, kind, id }));
        }),
      );
      return all.flat();
    },
    async forget({ whom, id }: Trace): Promise<void> {
      await entity.delete({ whom, kind, id }).go();
    },
  };
};
