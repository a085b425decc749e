import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningFunction } from '../lambda/function-runner.ts';
import type { Notes } from '../platform-store.ts';
import { region } from '../template/resource-types.ts';
import type { EventSource } from './event-source.ts';
import type { Source } from './source.ts';
import { deliver, type StreamRecord, wanted } from './stream-batch.ts';
import type { StreamClient } from './stream-client.ts';

type Given = {
  readonly name: string;
  readonly source: EventSource;
  readonly handler: RunningFunction;
  readonly client: StreamClient;
  readonly stream: string;
  readonly notes: Notes;
  /** Sends to the mapping's on-failure destination. */
  readonly setAside: (description: string) => void;
  readonly log: (line: string) => void;
};

const idleMs = 100;
const placeOf = (name: string, shard: string) => `stream:${name}:${shard}`;

/** Counts all that the stream holds now as handed over. */
export const passOverStream = async ({
  name,
  client,
  stream,
  notes,
}: Pick<Given, 'name' | 'client' | 'stream' | 'notes'>) => {
  for (const shard of await client.shardsOf(stream)) {
    let iterator = await client.iterator(stream, shard, notes.read(placeOf(name, shard)));
    while (iterator) {
      const { records, next } = await client.records(iterator, 1000);
      const last = records.at(-1)?.dynamodb.SequenceNumber;
      if (last) notes.write(placeOf(name, shard), last);
      iterator = last ? next : undefined;
    }
  }
};

/**
 * Reads a table's stream for one function. How far it came is written down after each batch, so that a restart goes on
 * there: a batch under way at a kill is delivered again, and nothing is passed over.
 */
export const startStreamSource = (given: Given): Source => {
  const { name, source, handler, client, stream, notes, setAside, log } = given;
  const stopper = new AbortController();
  const { signal } = stopper;
  const rest = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined);
  let rounds = 0;
  const iterators = new Map<string, string>();
  const place = (shard: string) => placeOf(name, shard);

  const giveUp = (shard: string) => (records: readonly StreamRecord[], condition: string) => {
    log(`${name} gave up ${records.length} records: ${condition}`);
    const [first, last] = [records[0]?.dynamodb, records.at(-1)?.dynamodb];
    setAside(
      JSON.stringify({
        version: '1.0',
        timestamp: new Date().toISOString(),
        requestContext: { requestId: randomUUID(), functionArn: source.FunctionName, condition },
        DDBStreamBatchInfo: {
          shardId: shard,
          startSequenceNumber: first?.SequenceNumber,
          endSequenceNumber: last?.SequenceNumber,
          batchSize: records.length,
          streamArn: source.EventSourceArn,
        },
      }),
    );
  };

  /** Reads what a shard holds now; true when there was anything. */
  const readShard = async (shard: string): Promise<boolean> => {
    const iterator = iterators.get(shard) ?? (await client.iterator(stream, shard, notes.read(place(shard))));
    if (!iterator) return false;
    const { records, next } = await client.records(iterator, 1000);
    const size = source.BatchSize ?? 100;
    const own = records.map((record) => ({
      ...record,
      awsRegion: region,
      eventSourceARN: source.EventSourceArn,
    }));
    const pause = (attempt: number) => Math.min(5000, 100 * 2 ** attempt);
    const delivery = { source, handler, giveUp: giveUp(shard), stop: signal, now: Date.now, pause };
    for (let at = 0; at < own.length; at += size) {
      const batch = own.slice(at, at + size);
      // A stop in the middle of a batch leaves it undone: it comes again at the next start.
      if (!(await deliver(delivery, wanted(source, batch)))) return false;
      const last = batch.at(-1)?.dynamodb.SequenceNumber;
      if (last) notes.write(place(shard), last);
    }
    if (next) iterators.set(shard, next);
    else iterators.delete(shard);
    return own.length > 0;
  };

  const loop = async () => {
    let shards: readonly string[] = [];
    while (!signal.aborted) {
      let busy = false;
      try {
        if (iterators.size === 0) shards = await client.shardsOf(stream);
        for (const shard of shards) busy = (await readShard(shard)) || busy;
      } catch (error) {
        // An iterator may have run out; the place it stood at is written down.
        iterators.clear();
        if (!signal.aborted) log(`${name} cannot read the stream: ${error}`);
        await rest(500);
        continue;
      }
      if (busy) continue;
      rounds += 1;
      await rest(idleMs);
    }
  };
  const running = loop();
  return {
    settled: async () => {
      // A round that began after this call and found nothing.
      const enough = rounds + 2;
      while (rounds < enough && !signal.aborted) await sleep(20);
    },
    stop: async () => {
      stopper.abort();
      await running;
    },
  };
};
