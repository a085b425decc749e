import type { SQSRecord } from 'aws-lambda';
import { expect, test, vi } from 'vitest';
import { createHandler } from '../../../functions/queue/roster.ts';

const record = (messageId: string, subject: string) =>
  ({
    messageId,
    body: JSON.stringify({
      kind: 'event',
      event: { id: messageId, subject, type: 'application-submitted', at: '', by: '', data: {} },
    }),
  }) as SQSRecord; // Of a record the handler reads these two.

const batch = { Records: [record('1', 'application#a1'), record('2', 'application#a2')] };

test('brings a batch up to date together', async () => {
  const refreshRoster = vi.fn(async () => undefined);
  const handler = createHandler({ refreshRoster }, () => undefined);
  expect(await handler(batch)).toEqual({ batchItemFailures: [] });
  expect(refreshRoster.mock.calls).toEqual([[['a1', 'a2']]]);
});

test('where one cannot be brought up to date, the others are, and it alone comes back', async () => {
  const refreshRoster = async (ids: readonly string[]) => {
    if (ids.includes('a2')) throw new Error('Too many at once');
  };
  const handler = createHandler({ refreshRoster }, () => undefined);
  expect(await handler(batch)).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
});
