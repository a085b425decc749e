import { spawn } from 'node:child_process';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { databaseBinary } from '../../infra/local/engines/database-binary.ts';
import { freePort } from '../../infra/local/free-port.ts';
import { indexNames } from '../../shared/table/index-names.ts';
import type { Table } from '../../shared/table/table.ts';
import { countUsage, type UsageMeter } from './usage-meter.ts';

type Engine = Table & { readonly endpoint: string; readonly usage: UsageMeter; readonly stop: () => void };

const key = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
];

const index = (IndexName: string) => ({
  IndexName,
  KeySchema: key(`${IndexName}pk`, `${IndexName}sk`),
  Projection: { ProjectionType: 'ALL' as const },
});

/**
 * Starts the local engine, in memory, with the one table and its two indexes.
 * `usage` counts calls and capacity units: `usage.reset()`, act, then read `usage.reads`, `writes`, `calls`.
 */
export const startEngine = async (): Promise<Engine> => {
  const endpoint = `http://127.0.0.1:${await freePort()}`;
  const engine = spawn(databaseBinary(), ['--port', new URL(endpoint).port], { stdio: 'ignore' });
  // Until it listens, a call is refused; the SDK's own retries bridge that half second.
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 10,
  });
  const indexes = Object.values(indexNames);
  const attributes = ['pk', 'sk', ...indexes.flatMap((name) => [`${name}pk`, `${name}sk`])];
  await client.send(
    new CreateTableCommand({
      TableName: 'shimai',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: key('pk', 'sk'),
      AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: indexes.map(index),
    }),
  );
  const usage = countUsage(client);
  return {
    client: DynamoDBDocumentClient.from(client),
    table: 'shimai',
    endpoint,
    usage,
    stop: () => {
      engine.kill();
    },
  };
};
