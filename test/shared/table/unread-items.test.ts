import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, test } from 'vitest';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { organisationStore } from '../../../shared/partnerships/organisation.store.ts';
import { partnershipStore } from '../../../shared/partnerships/partnership.store.ts';
import type { Table } from '../../../shared/table/table.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }));
const ids = ['3f0c8e9a-1111-4a52-9d3c-0123456789ab'];

test.each<[string, (table: Table) => Promise<unknown>]>([
  ['accounts', (table) => accountStore(table).many(ids)],
  ['organisations', (table) => organisationStore(table, () => []).organisations(ids)],
  ['partnerships', (table) => partnershipStore(table, () => []).many(ids)],
])('%s that a busy table has not read are not taken for none: nothing is left out unsaid', async (what, read) => {
  mockClient(client)
    .on(BatchGetCommand)
    .resolves({
      Responses: { 'a-table': [] },
      UnprocessedKeys: { 'a-table': { Keys: [{ pk: 'a-key', sk: 'a-kind' }] } },
    });
  await expect(read({ client, table: 'a-table' })).rejects.toThrow(`1 ${what} could not be read`);
});
