import { ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../../../shared/table/table.ts';

/** Everything in the table by its key: what a refused request must leave as it was. */
export type TableState = ReadonlyMap<string, string>;

export const tableState = async ({ client, table }: Table): Promise<TableState> => {
  const state = new Map<string, string>();
  let from: ScanCommandOutput['LastEvaluatedKey'];
  do {
    // The plain command: attributes are compared as they are stored.
    const command = new ScanCommand({ TableName: table, ExclusiveStartKey: from, ConsistentRead: true });
    const { Items = [], LastEvaluatedKey }: ScanCommandOutput = await client.send(command);
    for (const item of Items) state.set(`${item.pk?.S} ${item.sk?.S}`, JSON.stringify(item));
    from = LastEvaluatedKey;
  } while (from);
  return state;
};

/** The keys of what one state has otherwise than the other. */
export const differences = (before: TableState, after: TableState): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
