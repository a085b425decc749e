import { setTimeout as pause } from 'node:timers/promises';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Table } from './table.ts';

/** One conditional write, made by a store and executed here with others, so that several areas change together. */
export type WriteItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

type Params = Record<string, unknown>;
const returnOld = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
const withoutReturn = ({ ReturnValues: _, ...params }: Params) => params;

// ElectroDB's params() is untyped; the two shapes below are the only ones a store makes of it.
export const putItem = (params: Params) => ({ Put: { ...withoutReturn(params), ...returnOld } }) as WriteItem;
export const deleteItem = (params: Params) =>
  ({ Delete: { ...withoutReturn(params), ...returnOld } }) as WriteItem;
/** Changes attributes of an item that other writes leave as it is. */
export const updateItem = (params: Params) =>
  ({ Update: { ...withoutReturn(params), ...returnOld } }) as WriteItem;
/** Writes nothing: only says what has to be so still. Made of a conditional delete, which names key and condition. */
export const checkItem = (params: Params) =>
  ({ ConditionCheck: { ...withoutReturn(params), ...returnOld } }) as WriteItem;

type Reason = { Code?: string; Item?: unknown };

/** Waits in milliseconds before a transaction is tried again that met another one at one of its items. */
const pauses: readonly (number | undefined)[] = [20, 60, 180, undefined];

/**
 * Writes all items or none. Every item carries a condition. A failed one is `conflict` if an item stood there,
 * `not-found` if none did. Another transaction in the same instant says nothing about the conditions: it is waited
 * for, three times, and then is `conflict` too. Throttling says nothing about this request either and is thrown: the
 * SDK's own retries have been spent by then. At most 100 items.
 */
export const transact = async (
  { client, table }: Table,
  items: readonly WriteItem[],
): Promise<Result<void, Conflict | NotFound>> => {
  for (const wait of pauses)
    try {
      await client.send(new TransactWriteCommand({ TransactItems: [...items] }));
      return ok(undefined);
    } catch (error) {
      const reasons = cancellation(error);
      const failed = reasons?.find(({ Code }) => Code === 'ConditionalCheckFailed');
      if (failed) return fail({ kind: failed.Item ? 'conflict' : 'not-found' });
      if (!reasons?.some(({ Code }) => Code === 'TransactionConflict'))
        throw new Error(`A transaction of ${items.length} writes to ${table} failed`, { cause: error });
      if (wait) await pause(wait);
    }
  return fail({ kind: 'conflict' });
};

const cancellation = (error: unknown): readonly Reason[] | undefined =>
  error instanceof Error && error.name === 'TransactionCanceledException' && 'CancellationReasons' in error
    ? (error.CancellationReasons as Reason[]) // The SDK types the reasons on a class that bundling may duplicate.
    : undefined;
