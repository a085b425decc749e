import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

export type QueueSettings = {
  readonly name: string;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  readonly delaySeconds: number;
  readonly deadLetters?: { readonly queue: string; readonly maxReceives: number } | undefined;
};

export type QueuedMessage = {
  readonly id: string;
  readonly receipt: string;
  readonly body: string;
  /** SQS's message attributes as JSON. */
  readonly attributes: string;
  readonly sentAt: number;
  readonly firstReceivedAt: number;
  readonly receives: number;
};

type Row = Record<string, unknown>;
const toMessage = (row: Row): QueuedMessage => ({
  id: String(row.id),
  receipt: String(row.receipt),
  body: String(row.body),
  attributes: String(row.attributes),
  sentAt: Number(row.sent_at),
  firstReceivedAt: Number(row.first_received_at),
  receives: Number(row.receives),
});

export type QueueStore = ReturnType<typeof queueStore>;

/**
 * Standard SQS queues in a file: at least once, hidden while worked on, set aside after too many tries, forgotten
 * after their retention. Times are milliseconds since 1970.
 */
export const queueStore = (
  store: DatabaseSync,
  queues: readonly QueueSettings[],
  now: () => number = Date.now,
) => {
  store.exec(`CREATE TABLE IF NOT EXISTS messages (
    id TEXT PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL, sent_at INTEGER NOT NULL,
    visible_at INTEGER NOT NULL, receives INTEGER NOT NULL DEFAULT 0, first_received_at INTEGER NOT NULL DEFAULT 0,
    receipt TEXT NOT NULL DEFAULT '') STRICT;
    CREATE INDEX IF NOT EXISTS messages_by_queue ON messages (queue, visible_at)`);
  const insert = store.prepare(
    'INSERT INTO messages (id, queue, body, attributes, sent_at, visible_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const visible = store.prepare(
    'SELECT * FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at LIMIT ?',
  );
  const take = store.prepare(
    'UPDATE messages SET receives = receives + 1, receipt = ?, visible_at = ?, first_received_at = iif(first_received_at = 0, ?, first_received_at) WHERE id = ? RETURNING *',
  );
  const setAside = store.prepare(
    "UPDATE messages SET queue = ?, visible_at = ?, receives = 0, receipt = '' WHERE id = ?",
  );
  const expire = store.prepare('DELETE FROM messages WHERE queue = ? AND sent_at < ?');
  const remove = store.prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?');
  const hide = store.prepare('UPDATE messages SET visible_at = ? WHERE queue = ? AND receipt = ?');
  const release = store.prepare("UPDATE messages SET visible_at = ? WHERE receipt != ''");
  const count = store.prepare('SELECT count(*) AS n FROM messages WHERE queue = ?');

  const byName = new Map(queues.map((queue) => [queue.name, queue]));
  const listeners = new Map<string, () => void>();

  return {
    find: (name: string) => byName.get(name),
    /** Calls `listener` whenever a message arrives, instead of asking again and again. */
    onArrival: (name: string, listener: () => void) => {
      listeners.set(name, listener);
    },
    send: (
      queue: QueueSettings,
      body: string,
      attributes = '{}',
      delaySeconds = queue.delaySeconds,
    ): string => {
      const id = randomUUID();
      insert.run(id, queue.name, body, attributes, now(), now() + delaySeconds * 1000);
      listeners.get(queue.name)?.();
      return id;
    },
    receive: (
      queue: QueueSettings,
      most: number,
      visibilitySeconds = queue.visibilitySeconds,
    ): QueuedMessage[] => {
      const at = now();
      expire.run(queue.name, at - queue.retentionSeconds * 1000);
      return visible.all(queue.name, at, most).flatMap((row) => {
        const { deadLetters } = queue;
        if (deadLetters && Number(row.receives) >= deadLetters.maxReceives) {
          setAside.run(deadLetters.queue, at, String(row.id));
          return [];
        }
        const taken = take.get(randomUUID(), at + visibilitySeconds * 1000, at, String(row.id));
        return taken ? [toMessage(taken)] : [];
      });
    },
    remove: (queue: QueueSettings, receipt: string) => {
      remove.run(queue.name, receipt);
    },
    changeVisibility: (queue: QueueSettings, receipt: string, seconds: number) => {
      hide.run(now() + seconds * 1000, queue.name, receipt);
    },
    /** Shows every message again that was being worked on: after a start nobody is working on any. */
    releaseAll: () => {
      release.run(now());
    },
    /** How many it holds, hidden ones too. */
    size: (queue: QueueSettings): number => Number(count.get(queue.name)?.n ?? 0),
  };
};
