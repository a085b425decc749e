import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../table/table.ts';

/** Reads one key that nothing is kept under: half a read unit, and it fails as any read would. */
export const tableProbe =
  ({ client, table }: Table) =>
  async (): Promise<void> => {
    await client.send(new GetCommand({ TableName: table, Key: { pk: 'health', sk: 'health' } }));
  };
