import { BatchWriteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/table/table.ts';

export type Item = Record<string, unknown>;

/** Written past all rules, 200 at once. */
export const write = async ({ client, table }: Table, items: readonly Item[]) => {
  for (let at = 0; at < items.length; at += 200)
    await Promise.all(
      Array.from({ length: 8 }, (_, part) => items.slice(at + part * 25, at + part * 25 + 25))
        .filter((batch) => batch.length > 0)
        .map((batch) => batch.map((Item) => ({ PutRequest: { Item } })))
        .map((batch) => client.send(new BatchWriteCommand({ RequestItems: { [table]: batch } }))),
    );
};

export const itemsIn = async (
  { client, table }: Table,
  key: string,
  index?: 'gsi1' | 'gsi2',
): Promise<Item[]> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      ...(index && { IndexName: index }),
      KeyConditionExpression: `${index ?? ''}pk = :key`,
      ExpressionAttributeValues: { ':key': key },
    }),
  );
  return Items;
};

/** Items of these kinds under a key. */
export const kindsIn = async (table: Table, key: string, ...wanted: readonly string[]): Promise<Item[]> =>
  (await itemsIn(table, key)).filter((item) => wanted.includes(String(item.__edb_e__)));

/** The items once more, with other ids in the place of theirs. */
export const copyOf = (items: readonly Item[], ids: Readonly<Record<string, string>>): Item[] =>
  JSON.parse(
    Object.entries(ids).reduce((text, [id, other]) => text.replaceAll(id, other), JSON.stringify(items)),
  );
