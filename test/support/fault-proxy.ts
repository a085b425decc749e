import type { IncomingMessage, ServerResponse } from 'node:http';
import fc from 'fast-check';
import { startListener } from '../../infra/local/engines/listener.ts';

/** What the cloud does and the local engine never does; `lost` is done, and its answer never arrives. */
export const faults = ['throttled', 'in-conflict', 'lost'] as const;
export type Fault = (typeof faults)[number];

export type FaultProxy = {
  readonly address: string;
  /** From now on this share of answers, from 0 to 1, is a fault. */
  readonly disturb: (share: number) => void;
  /** How many calls came through and how many of them were made to fail, by fault. */
  readonly seen: Readonly<{ calls: number } & Record<Fault, number>>;
  readonly close: () => Promise<void>;
};

const say = (response: ServerResponse, status: number, type: string, more: object = {}) => {
  const body = JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: type, ...more });
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
};

/** How DynamoDB says that another transaction had one of the items in the same instant. */
const cancellation = (body: Buffer) => {
  const { TransactItems = [] } = JSON.parse(body.toString()) as { TransactItems?: unknown[] };
  const codes = TransactItems.map((_, at) => ({ Code: at === 0 ? 'TransactionConflict' : 'None' }));
  return { CancellationReasons: codes };
};

/**
 * Stands between the functions and the engine and makes a share of its answers faults, in an order that `seed` fixes:
 * a call is throttled and not passed on, a transaction is cancelled for a conflict, or the answer to a call that was
 * carried out is lost. Streams are left alone.
 */
export const startFaultProxy = async (engine: string, seed: number): Promise<FaultProxy> => {
  const seen = { calls: 0, throttled: 0, 'in-conflict': 0, lost: 0 };
  let share = 0;
  const draws = fc.sample(
    fc.noBias(fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(...faults))),
    {
      seed,
      numRuns: 50_000,
    },
  );

  const faultFor = (target: string): Fault | undefined => {
    if (!target.startsWith('DynamoDB_20120810.')) return undefined;
    const [number, fault] = draws[seen.calls++ % draws.length] ?? [10_000, 'lost'];
    if (number >= share * 10_000) return undefined;
    return fault === 'in-conflict' && !target.endsWith('.TransactWriteItems') ? 'throttled' : fault;
  };

  const pass = async (request: IncomingMessage, response: ServerResponse, body: Buffer) => {
    const { host: _, connection: __, 'content-length': ___, ...kept } = request.headers;
    const headers = Object.entries(kept).map(([name, value]): [string, string] => [name, String(value)]);
    const fault = faultFor(String(request.headers['x-amz-target'] ?? ''));
    if (fault) seen[fault] += 1;
    if (fault === 'throttled') return say(response, 400, 'ThrottlingException');
    if (fault === 'in-conflict')
      return say(response, 400, 'TransactionCanceledException', cancellation(body));
    const answer = await fetch(`${engine}${request.url ?? '/'}`, {
      method: request.method ?? 'POST',
      headers,
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    const answered = Buffer.from(await answer.arrayBuffer());
    if (fault === 'lost') return say(response, 500, 'InternalServerError');
    const type = answer.headers.get('content-type') ?? 'application/x-amz-json-1.0';
    const crc = answer.headers.get('x-amz-crc32');
    response.writeHead(answer.status, { 'content-type': type, ...(crc && { 'x-amz-crc32': crc }) });
    response.end(answered);
  };

  const { port, close } = await startListener(0, pass);
  return {
    address: `http://127.0.0.1:${port}`,
    disturb: (of) => {
      share = of;
    },
    seen,
    close,
  };
};
