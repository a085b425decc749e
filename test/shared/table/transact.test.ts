import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { putItem, transact } from '../../../shared/table/transact.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const aws = mockClient(client);
beforeEach(() => aws.reset());

const write = () =>
  transact({ client, table: 'shimai' }, [
    putItem({
      TableName: 'shimai',
      Item: { pk: 'a', sk: 'b' },
      ConditionExpression: 'attribute_not_exists(pk)',
    }),
  ]);
const cancelled = (Code: string, Item?: Record<string, { S: string }>) =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: [{ Code, ...(Item && { Item }) }],
  });

test('a transaction that met another one is tried again, and succeeds once that one is through', async () => {
  aws
    .on(TransactWriteCommand)
    .rejectsOnce(cancelled('TransactionConflict'))
    .rejectsOnce(cancelled('TransactionConflict'))
    .resolves({});
  expect(await write()).toEqual({ ok: true, value: undefined });
  expect(aws.commandCalls(TransactWriteCommand)).toHaveLength(3);
});

test('one that meets others four times is a conflict, and is left at that', async () => {
  aws.on(TransactWriteCommand).rejects(cancelled('TransactionConflict'));
  expect(await write()).toEqual({ ok: false, failure: { kind: 'conflict' } });
  expect(aws.commandCalls(TransactWriteCommand)).toHaveLength(4);
});

test.each([
  ['conflict where an item stood', { pk: { S: 'a' } }, 'conflict'],
  ['not-found where none did', undefined, 'not-found'],
])('a condition that failed is not tried again: %s', async (_, item, kind) => {
  aws.on(TransactWriteCommand).rejects(cancelled('ConditionalCheckFailed', item));
  expect(await write()).toEqual({ ok: false, failure: { kind } });
  expect(aws.commandCalls(TransactWriteCommand)).toHaveLength(1);
});

test('what is neither is thrown with its cause', async () => {
  aws.on(TransactWriteCommand).rejects(cancelled('ThrottlingError'));
  await expect(write()).rejects.toThrow('A transaction of 1 writes to shimai failed');
});
