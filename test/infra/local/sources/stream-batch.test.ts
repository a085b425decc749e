import { expect, test } from 'vitest';
import { eventSourceShape } from '../../../../infra/local/sources/event-source.ts';
import { deliver, type StreamRecord } from '../../../../infra/local/sources/stream-batch.ts';

const record = (id: number): StreamRecord => ({
  eventID: String(id),
  dynamodb: { SequenceNumber: String(id), ApproximateCreationDateTime: 100 },
});
const numbers = (records: readonly StreamRecord[]) =>
  records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber));

/** Delivers five records to a function that answers as told; says what it got and what was given up. */
const run = async (
  mapping: object,
  answer: (records: readonly StreamRecord[], call: number) => unknown,
  now = 100_000,
) => {
  const calls: number[][] = [];
  const givenUp: [number[], string][] = [];
  await deliver(
    {
      source: eventSourceShape.parse({ EventSourceArn: 'arn', FunctionName: 'f', ...mapping }),
      handler: {
        name: 'f',
        invoke: async (event) => {
          const { Records } = event as { Records: readonly StreamRecord[] }; // deliver() sends nothing else.
          calls.push(numbers(Records));
          return answer(Records, calls.length);
        },
        end: async () => undefined,
      },
      giveUp: (records, reason) => givenUp.push([numbers(records), reason]),
      stop: new AbortController().signal,
      now: () => now,
      pause: () => 0,
    },
    [1, 2, 3, 4, 5].map(record),
  );
  return { calls, givenUp };
};
const fail = () => {
  throw new Error('no');
};

test('a batch that works is handed over once', async () => {
  expect(await run({}, () => undefined)).toEqual({ calls: [[1, 2, 3, 4, 5]], givenUp: [] });
});

test('a failing batch is repeated whole, then given up after its tries', async () => {
  const { calls, givenUp } = await run({ MaximumRetryAttempts: 2 }, fail);
  expect(calls).toHaveLength(3);
  expect(givenUp).toEqual([[[1, 2, 3, 4, 5], 'RetryAttemptsExhausted']]);
});

test('bisecting finds the one bad record and delivers the rest', async () => {
  const { calls, givenUp } = await run(
    { MaximumRetryAttempts: 5, BisectBatchOnFunctionError: true },
    (records) => {
      if (numbers(records).includes(4)) fail();
    },
  );
  expect(givenUp.map(([given]) => given)).toEqual([[4]]);
  expect(calls.at(-1)).toEqual([5]);
});

test('after a reported failure, delivery goes on from that record', async () => {
  const mapping = { FunctionResponseTypes: ['ReportBatchItemFailures'] };
  const { calls } = await run(mapping, (_records, call) =>
    call === 1 ? { batchItemFailures: [{ itemIdentifier: '3' }] } : { batchItemFailures: [] },
  );
  expect(calls).toEqual([
    [1, 2, 3, 4, 5],
    [3, 4, 5],
  ]);
});

test('a report counts for nothing where the mapping asks for none', async () => {
  expect((await run({}, () => ({ batchItemFailures: [{ itemIdentifier: '3' }] }))).calls).toHaveLength(1);
});

test('what is older than the mapping allows is given up at its next try', async () => {
  const { calls, givenUp } = await run({ MaximumRecordAgeInSeconds: 60 }, fail, 200_000);
  expect(calls).toHaveLength(1);
  expect(givenUp).toEqual([[[1, 2, 3, 4, 5], 'RecordAgeExceeded']]);
});
