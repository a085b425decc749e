import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import type { Table } from './table.ts';

type Items = {
  readonly name: string;
  /** The partition that holds them: `person#<id>` in most cases. */
  readonly under: (personId: string) => string;
  /** What their sort keys begin with, or the one sort key there is; nothing for the whole partition. */
  readonly begins?: string;
  readonly alone?: string;
  /** What the person sees of each; without it nothing. */
  readonly shows?: (item: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
};

const itemsUnder = async (
  { client, table }: Table,
  pk: string,
  { begins, alone }: Pick<Items, 'begins' | 'alone'>,
) => {
  const sk = alone ?? begins;
  const isAt = alone ? 'sk = :sk' : 'begins_with(sk, :sk)';
  const found: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: sk ? `pk = :pk AND ${isAt}` : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk, ...(sk && { ':sk': sk }) },
        ExclusiveStartKey: from,
      }),
    );
    found.push(...Items);
    from = LastEvaluatedKey;
  } while (from);
  return found;
};

/**
 * Items that are a person's own and lie in a partition named after them: the one line by which a store registers what it
 * keeps. Erasing takes them with their entries in both indexes. Consistent, and linear in what one person has.
 */
export const ownItems = (table: Table, { name, under, shows, ...keys }: Items): PersonalData => ({
  name,
  async export({ personIds }) {
    if (!shows) return [];
    const all = await Promise.all(personIds.map((id) => itemsUnder(table, under(id), keys)));
    return all.flat().map(shows);
  },
  async erase({ personIds }) {
    // One that has gone meanwhile is gone as well.
    for (const id of personIds)
      for (const { pk, sk } of await itemsUnder(table, under(id), keys))
        await table.client.send(new DeleteCommand({ TableName: table.table, Key: { pk, sk } }));
  },
});
