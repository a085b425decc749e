import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, test } from 'vitest';
import { accountStore } from '../../../shared/accounts/account.store.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }));

test('accounts that a busy table has not read are no people who do not exist: nobody is left out of a file unsaid', async () => {
  mockClient(client)
    .on(BatchGetCommand)
    .resolves({
      Responses: { 'a-table': [] },
      UnprocessedKeys: { 'a-table': { Keys: [{ pk: 'person#ann', sk: 'account' }] } },
    });
  const reading = accountStore({ client, table: 'a-table' }).many(['ann']);
  await expect(reading).rejects.toThrow('1 accounts could not be read');
});
