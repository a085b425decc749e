import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

test('the test engine has both indexes and counts calls and units', async () => {
  engine.usage.reset();
  const item = { pk: 'a', sk: 'b', gsi1pk: 'c', gsi1sk: 'd', gsi2pk: 'e', gsi2sk: 'f' };
  await engine.client.send(new PutCommand({ TableName: engine.table, Item: item }));
  await engine.client.send(
    new GetCommand({ TableName: engine.table, Key: { pk: 'a', sk: 'b' }, ConsistentRead: true }),
  );
  const { Items } = await engine.client.send(
    new QueryCommand({
      TableName: engine.table,
      IndexName: 'gsi2',
      KeyConditionExpression: 'gsi2pk = :e',
      ExpressionAttributeValues: { ':e': 'e' },
    }),
  );
  expect(Items).toEqual([item]);
  expect(engine.usage).toMatchObject({ reads: 1.5, writes: 3, calls: 3 });
});
