import { createHash } from 'node:crypto';
import * as z from 'zod';
import { startListener } from '../listener.ts';
import type { QueueSettings, QueueStore } from './queue-store.ts';

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const attributes = z.record(z.string(), z.unknown()).optional();
const entry = z.object({
  Id: z.string().optional(),
  MessageBody: z.string().min(1),
  MessageAttributes: attributes,
  DelaySeconds: z.number().optional(),
});
const addressed = z.looseObject({ QueueUrl: z.string() });

/** A message's size limit, in bytes, of one and of a batch together. */
const sizeLimit = 1_048_576;

class QueueFault extends Error {
  readonly type: string;
  readonly queryError: string;
  constructor(type: string, queryError: string, message: string) {
    super(message);
    this.type = type;
    this.queryError = queryError;
  }
}

const actions = (store: QueueStore) => {
  const sendOne = (queue: QueueSettings, given: z.output<typeof entry>) => ({
    MessageId: store.send(
      queue,
      given.MessageBody,
      JSON.stringify(given.MessageAttributes ?? {}),
      given.DelaySeconds,
    ),
    MD5OfMessageBody: md5(given.MessageBody),
  });
  const refuseLarge = (entries: readonly z.output<typeof entry>[]) => {
    const bytes = entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0);
    if (bytes > sizeLimit)
      throw new QueueFault(
        'InvalidParameterValue',
        'InvalidParameterValue;Sender',
        'The messages are larger than 1 MiB',
      );
  };
  const handlers: Readonly<Record<string, (queue: QueueSettings, input: unknown, url: string) => object>> = {
    SendMessage: (queue, input) => {
      const one = entry.parse(input);
      refuseLarge([one]);
      return sendOne(queue, one);
    },
    SendMessageBatch: (queue, input) => {
      const { Entries } = z.object({ Entries: z.array(entry).min(1).max(10) }).parse(input);
      refuseLarge(Entries);
      return { Successful: Entries.map((one) => ({ Id: one.Id, ...sendOne(queue, one) })), Failed: [] };
    },
    ReceiveMessage: (queue, input) => {
      const { MaxNumberOfMessages = 1, VisibilityTimeout } = z
        .object({
          MaxNumberOfMessages: z.number().min(1).max(10).optional(),
          VisibilityTimeout: z.number().optional(),
        })
        .parse(input);
      const Messages = store.receive(queue, MaxNumberOfMessages, VisibilityTimeout).map((message) => ({
        MessageId: message.id,
        ReceiptHandle: message.receipt,
        Body: message.body,
        MD5OfBody: md5(message.body),
        MessageAttributes: JSON.parse(message.attributes),
        Attributes: {
          ApproximateReceiveCount: String(message.receives),
          SentTimestamp: String(message.sentAt),
        },
      }));
      return Messages.length ? { Messages } : {};
    },
    DeleteMessage: (queue, input) => {
      store.remove(queue, z.object({ ReceiptHandle: z.string() }).parse(input).ReceiptHandle);
      return {};
    },
    ChangeMessageVisibility: (queue, input) => {
      const given = z.object({ ReceiptHandle: z.string(), VisibilityTimeout: z.number() }).parse(input);
      store.changeVisibility(queue, given.ReceiptHandle, given.VisibilityTimeout);
      return {};
    },
    GetQueueAttributes: (queue) => ({
      Attributes: { ApproximateNumberOfMessages: String(store.size(queue)) },
    }),
    GetQueueUrl: (_queue, _input, url) => ({ QueueUrl: url }),
  };
  return (action: string, input: unknown): object => {
    const named = z.object({ QueueName: z.string() }).safeParse(input);
    const url = named.success ? named.data.QueueName : addressed.parse(input).QueueUrl;
    const queue = store.find(url.slice(url.lastIndexOf('/') + 1));
    if (!queue)
      throw new QueueFault(
        'QueueDoesNotExist',
        'AWS.SimpleQueueService.NonExistentQueue;Sender',
        'The queue does not exist',
      );
    const run = handlers[action];
    if (!run)
      throw new QueueFault(
        'UnsupportedOperation',
        'AWS.SimpleQueueService.UnsupportedOperation;Sender',
        action,
      );
    return run(queue, input, url);
  };
};

/** The queues under SQS's JSON protocol, so that functions reach them through their own client. */
export const startQueueServer = (store: QueueStore, port: number) => {
  const act = actions(store);
  return startListener(port, async (request, response, body) => {
    const action = String(request.headers['x-amz-target'] ?? '').replace('AmazonSQS.', '');
    const answer = (status: number, content: object, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...headers })
        .end(JSON.stringify(content));
    try {
      answer(200, act(action, JSON.parse(body.toString('utf8'))));
    } catch (error) {
      const { type, queryError } =
        error instanceof QueueFault
          ? error
          : { type: 'InvalidParameterValue', queryError: 'InvalidParameterValue;Sender' };
      const message = error instanceof Error ? error.message : String(error);
      answer(400, { __type: `com.amazonaws.sqs#${type}`, message }, { 'x-amzn-query-error': queryError });
    }
  });
};
