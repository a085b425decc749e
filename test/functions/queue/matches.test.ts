import type { SQSRecord } from 'aws-lambda';
import { expect, test, vi } from 'vitest';
import { createHandler } from '../../../functions/queue/matches.ts';
import type { MatchTask } from '../../../shared/matches/match-task.ts';

const record = (messageId: string, subject: string, type: string) =>
  ({
    messageId,
    body: JSON.stringify({
      kind: 'event',
      event: { id: messageId, subject, type, at: '', by: '', data: {} },
    }),
  }) as SQSRecord; // Of a record the handler reads these two.

const batch = {
  Records: [
    record('1', 'person#p1', 'alum-registered'),
    record('2', 'partnership#austin-tx-oita', 'partnership-seeking-changed'),
  ],
};

test('brings a batch up to date together', async () => {
  const refreshMatches = vi.fn(async () => undefined);
  expect(await createHandler({ refreshMatches }, () => undefined)(batch)).toEqual({ batchItemFailures: [] });
  expect(refreshMatches.mock.calls).toEqual([
    [
      [
        { kind: 'person', personId: 'p1' },
        { kind: 'partnership', partnershipId: 'austin-tx-oita' },
      ],
    ],
  ]);
});

test('where one cannot be brought up to date, the others are, and it alone comes back', async () => {
  const refreshMatches = async (tasks: readonly MatchTask[]) => {
    if (tasks.some(({ kind }) => kind === 'partnership')) throw new Error('Too many at once');
  };
  expect(await createHandler({ refreshMatches }, () => undefined)(batch)).toEqual({
    batchItemFailures: [{ itemIdentifier: '2' }],
  });
});
