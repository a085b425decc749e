import { paginateScan, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../shared/table/table.ts';

/** The parts of a submission as they stand in the table. */
export const submissionLeft = async ({ client, table }: Table, applicationId: string) => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `application#${applicationId}` },
      ConsistentRead: true,
    }),
  );
  const keys = Items.map(({ sk }) => String(sk));
  return {
    status: String(Items.find(({ sk }) => sk === 'application')?.status),
    snapshots: keys.filter((key) => key.startsWith('submission#')).length,
    people: keys.filter((key) => key.startsWith('submission-people#')).length,
    events: Items.filter(({ type }) => type === 'application-submitted').length,
  };
};

export const all = { status: 'submitted', snapshots: 1, people: 1, events: 1 };
export const none = { status: 'draft', snapshots: 0, people: 0, events: 0 };

/** Every receipt to be mailed, with what it is about and how far it is. */
export const receiptsIn = async ({ client, table }: Table): Promise<{ about: string; status: string }[]> => {
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateScan({ client }, { TableName: table, ConsistentRead: true }))
    items.push(...(page.Items ?? []));
  return items
    .filter((item) => item.__edb_e__ === 'message' && item.kind === 'receipt')
    .map((item) => ({
      about: String(item.about),
      status: String(item.status),
    }));
};
