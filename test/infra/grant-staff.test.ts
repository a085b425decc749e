import { spawn } from 'node:child_process';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountStore } from '../../shared/accounts/account.store.ts';
import { addressHash } from '../../shared/accounts/account.ts';
import type { Table } from '../../shared/table/table.ts';
import { startEngine } from '../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let table: Table;

beforeAll(async () => {
  engine = await startEngine();
  // The stage's own table, of the shape the engine's first one has.
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'us-east-1', credentials });
  const { Table: shape } = await client.send(new DescribeTableCommand({ TableName: engine.table }));
  await client.send(
    new CreateTableCommand({
      TableName: 'shimai-dev',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: shape?.KeySchema,
      AttributeDefinitions: shape?.AttributeDefinitions,
      GlobalSecondaryIndexes: shape?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
        IndexName,
        KeySchema,
        Projection,
      })),
    }),
  );
  table = { client: engine.client, table: 'shimai-dev' };
}, 30_000);

afterAll(() => engine.stop());

/** The command as npm runs it, against the engine. */
const grantStaff = (...words: string[]): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'infra/grant-staff.ts', ...words], {
      env: {
        ...process.env,
        AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    child.on('close', (code) => resolve({ code, said }));
  });

test('makes a person staff by their address, before they have ever signed in, and twice is as once', async () => {
  const first = await grantStaff('--stage', 'dev', '--email', 'Someone@City.example');
  const again = await grantStaff('--stage', 'dev', '--email', 'someone@city.example');
  expect(first).toEqual({ code: 0, said: expect.stringContaining('someone@city.example is staff of dev') });
  expect(again).toEqual(first);

  const accounts = accountStore(table);
  const personId = await accounts.idByAddress(addressHash('someone@city.example'));
  const person = await accounts.find(personId ?? '');
  expect(person?.actor.roles).toEqual([{ kind: 'staff', programId: 'leading-asia' }]);
}, 60_000);

test.each([
  ['no stage', ['--email', 'someone@city.example'], 'Say which stage, dev or prod'],
  ['no address', ['--stage', 'dev', '--email', 'someone'], 'Say whose e-mail address'],
  [
    'a stage that is not deployed',
    ['--stage', 'prod', '--email', 'someone@city.example'],
    'deploy the stage first',
  ],
])(
  'says in one sentence what is wrong: %s',
  async (_, words, sentence) => {
    const { code, said } = await grantStaff(...words);
    expect(said.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
    expect(code).toBe(1);
  },
  60_000,
);
