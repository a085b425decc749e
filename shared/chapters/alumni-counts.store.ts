import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { prefectureCodeSchema, stateCodeSchema } from '../reference/regions.ts';
import type { Table } from '../table/table.ts';
import type { WriteItem } from '../table/transact.ts';
import type { AlumniCounting } from './alumni-counts.port.ts';
import type { AlumniCounts } from './alumni-counts.ts';

/** So many writers may count in the same instant without meeting at one item. */
export const countShards = 8;

const partition = 'alumni-counts';
const parts = { prefectures: 'prefecture', states: 'state' } as const;
type Part = keyof typeof parts;

/** Numbers of one shard stand as attributes of their own, `prefecture-Oita`: only such can be added to unread. */
const attributeOf = (part: Part, code: string) => `${parts[part]}-${code}`;

const entriesOf = (deltas: AlumniCounts) =>
  (['prefectures', 'states'] as const).flatMap((part) =>
    Object.entries(deltas[part])
      .filter(([, more]) => more !== 0)
      .map(([code, more]) => [attributeOf(part, code), more] as const),
  );

/**
 * Counts so many more, or fewer, of each region, in the transaction of what brings it about: the conditions there keep
 * it from being counted twice. The shard, 0 to 7, is made where there is none. Empty where nothing changes.
 */
export const countWrite = (table: Table, shard: number, deltas: AlumniCounts): WriteItem[] => {
  const entries = entriesOf(deltas);
  if (entries.length === 0) return [];
  const names = entries.map(([name], at) => [`#${at}`, name] as const);
  const values = entries.map(([, more], at) => [`:${at}`, more] as const);
  return [
    {
      Update: {
        TableName: table.table,
        Key: { pk: partition, sk: `shard#${shard}` },
        UpdateExpression: `ADD ${entries.map((_, at) => `#${at} :${at}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(names),
        ExpressionAttributeValues: Object.fromEntries(values),
      },
    },
  ];
};

const known = {
  prefectures: prefectureCodeSchema.options,
  states: stateCodeSchema.options,
} as const satisfies Record<Part, readonly string[]>;

export const alumniCountsStore = ({ client, table }: Table): AlumniCounting => ({
  async read() {
    const { Items: shards = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :shard)',
        ExpressionAttributeValues: { ':pk': partition, ':shard': 'shard#' },
      }),
    );
    const sumOf = (part: Part) =>
      Object.fromEntries(
        known[part].map((code) => {
          const name = attributeOf(part, code);
          return [code, shards.reduce((sum, shard) => sum + Number(shard[name] ?? 0), 0)];
        }),
      );
    return { prefectures: sumOf('prefectures'), states: sumOf('states') };
  },
});
