import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { clientSettings } from '../../infra/local/credentials.ts';
import type { Table } from '../../shared/table/table.ts';
import { type Answer, type ApiClient, apiClient } from './api-client.ts';
import { type PlatformOptions, startPlatform, type TestPlatform } from './platform.ts';
import { peopleOn, type SeededPeople } from './seeded/people.ts';

/** The platform's one table, reached as its functions reach it, past all rules. */
export const openLocalTable = async (database: string): Promise<Table> => {
  const client = new DynamoDBClient(clientSettings(database));
  const { TableNames: [table = ''] = [] } = await client.send(new ListTablesCommand({}));
  return {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    table,
  };
};

export type SeededPlatform = {
  readonly platform: TestPlatform;
  readonly table: Table;
  readonly api: ApiClient;
  readonly people: SeededPeople;
};

/** The whole platform without demo data, and beside it what a test needs to put people and things into its table. */
export const startSeededPlatform = async (options: PlatformOptions = {}): Promise<SeededPlatform> => {
  const platform = await startPlatform({ args: ['--empty'], ...options });
  const table = await openLocalTable(platform.database);
  return {
    platform,
    table,
    api: apiClient(platform.origin),
    people: peopleOn(table, platform.dataFolder),
  };
};

/** A name nobody has had. */
export const newName = (what: string): string => `${what}-${randomUUID().slice(0, 8)}`;

/** What the functions' logs hold of a request that was answered with a 500: the answer itself says nothing. */
export const faultBehind = async (
  { platform }: SeededPlatform,
  { json }: Pick<Answer, 'json'>,
): Promise<string> => {
  const id = String(json?.instance ?? '').replace('urn:request:', '');
  const folder = join(platform.dataFolder, 'logs');
  const logs = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  const lines = logs.flatMap((log) => log.split('\n'));
  return (id && lines.find((line) => line.includes(id) && line.includes('"error"'))) || 'nothing was logged';
};
