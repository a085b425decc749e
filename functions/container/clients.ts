import { randomBytes, randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../../shared/kernel/clock.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import type { NewToken } from '../../shared/kernel/link-token.ts';
import type { Table } from '../../shared/table/table.ts';

/** The one table, through one client per cold start. Its endpoint is the SDK's own to find. */
export const openTable = (name: string): Table => ({
  client: DynamoDBDocumentClient.from(new DynamoDBClient(), {
    marshallOptions: { removeUndefinedValues: true },
  }),
  table: name,
});

export const systemClock: Clock = () => new Date();
export const newId: NewId = () => randomUUID();
export const newToken: NewToken = () => randomBytes(32).toString('base64url');
