import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type QueueSettings, queueStore } from '../../../../infra/local/engines/queues/queue-store.ts';
import { eventSourceShape } from '../../../../infra/local/sources/event-source.ts';
import { startQueueSource } from '../../../../infra/local/sources/queue-source.ts';

const dead: QueueSettings = { name: 'dead', visibilitySeconds: 30, retentionSeconds: 1000, delaySeconds: 0 };
const work: QueueSettings = {
  ...dead,
  name: 'work',
  visibilitySeconds: 0.05,
  deadLetters: { queue: 'dead', maxReceives: 2 },
};

type Records = {
  Records: { messageId: string; body: string; attributes: { ApproximateReceiveCount: string } }[];
};

/** A queue's consumer that answers as told; says what it got, `body/receives`. */
const consume = (mapping: object, answer: (records: Records['Records']) => unknown) => {
  const queues = queueStore(new DatabaseSync(':memory:'), [work, dead]);
  const got: string[] = [];
  const source = startQueueSource({
    source: eventSourceShape.parse({
      EventSourceArn: 'arn',
      FunctionName: 'f',
      BatchSize: 10,
      ScalingConfig: { MaximumConcurrency: 1 },
      ...mapping,
    }),
    handler: {
      name: 'f',
      invoke: async (event) => {
        const { Records } = event as Records; // The source sends nothing else.
        got.push(...Records.map(({ body, attributes }) => `${body}/${attributes.ApproximateReceiveCount}`));
        return answer(Records);
      },
      end: async () => undefined,
    },
    queues,
    queue: work,
    log: () => undefined,
  });
  return { queues, got, source };
};

test('what is done is removed at once', async () => {
  const { queues, got, source } = consume({}, () => undefined);
  queues.send(work, 'a');
  queues.send(work, 'b');
  await source.settled();
  await source.stop();
  expect([got, queues.size(work)]).toEqual([['a/1', 'b/1'], 0]);
});

test('only what the function reports comes again, and is set aside after its tries', async () => {
  const { queues, got, source } = consume(
    { FunctionResponseTypes: ['ReportBatchItemFailures'] },
    (records) => ({
      batchItemFailures: records
        .filter(({ body }) => body === 'bad')
        .map(({ messageId }) => ({ itemIdentifier: messageId })),
    }),
  );
  queues.send(work, 'good');
  queues.send(work, 'bad');
  await source.settled();
  await source.stop();
  expect(got).toEqual(['good/1', 'bad/1', 'bad/2']);
  expect(queues.receive(dead, 10)).toMatchObject([{ body: 'bad' }]);
});

test('a function that throws gets its whole batch again', async () => {
  let calls = 0;
  const { queues, got, source } = consume({}, () => {
    calls += 1;
    if (calls === 1) throw new Error('no');
  });
  queues.send(work, 'a');
  await source.settled();
  await source.stop();
  expect(got).toEqual(['a/1', 'a/2']);
});

test('a stopped consumer leaves what arrives', async () => {
  const { queues, got, source } = consume({}, () => undefined);
  await source.stop();
  queues.send(work, 'later');
  await sleep(20);
  expect([got, queues.size(work)]).toEqual([[], 1]);
});
