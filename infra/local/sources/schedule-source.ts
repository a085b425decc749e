import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { RunningFunction } from '../lambda/function-runner.ts';
import type { Notes } from '../platform-store.ts';
import { account, region } from '../template/resource-types.ts';
import { parseSchedule } from './schedule-expression.ts';
import type { Source } from './source.ts';

/** An `AWS::Events::Rule` with a schedule. */
export const ruleShape = z.object({
  ScheduleExpression: z.string(),
  State: z.string().default('ENABLED'),
  Targets: z.array(
    z.looseObject({
      Arn: z.string(),
      Input: z.string().optional(),
      RetryPolicy: z.object({ MaximumRetryAttempts: z.number().default(2) }).optional(),
    }),
  ),
});

type Target = { readonly handler: RunningFunction; readonly input: unknown; readonly retries: number };
type Given = {
  readonly name: string;
  readonly expression: string;
  readonly targets: readonly Target[];
  readonly notes: Notes;
  readonly log: (line: string) => void;
};
export type ScheduleSource = Source & { readonly fireNow: () => Promise<void> };

// setTimeout counts in 31 bits; a schedule may be further off.
const longestSleep = 3_600_000;

const scheduledEvent = (name: string, at: Date) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account,
  time: at.toISOString().replace(/\.\d+Z$/, 'Z'),
  region,
  resources: [`arn:aws:events:${region}:${account}:rule/${name}`],
  detail: {},
});

/** Fires a rule when it is due, once for what fell due while nothing ran. */
export const startSchedule = ({ name, expression, targets, notes, log }: Given): ScheduleSource => {
  const nextAfter = parseSchedule(expression);
  const note = `schedule:${name}`;
  const stop = new AbortController();

  const invoke = async ({ handler, input, retries }: Target, at: Date) => {
    for (let attempt = 0; attempt <= retries && !stop.signal.aborted; attempt += 1)
      try {
        await handler.invoke(input ?? scheduledEvent(name, at));
        return;
      } catch (error) {
        log(`${handler.name} failed on its schedule: ${error}`);
        await sleep(1000 * 2 ** attempt, undefined, { signal: stop.signal }).catch(() => undefined);
      }
  };
  const fireNow = async () => {
    const at = new Date();
    notes.write(note, at.toISOString());
    await Promise.all(targets.map((target) => invoke(target, at)));
  };

  const loop = async () => {
    if (!notes.read(note)) notes.write(note, new Date().toISOString());
    while (!stop.signal.aborted) {
      const due = nextAfter(new Date(notes.read(note) ?? Date.now()));
      if (!due) return;
      const wait = due.getTime() - Date.now();
      if (wait <= 0) await fireNow();
      else
        await sleep(Math.min(wait, longestSleep), undefined, { signal: stop.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    fireNow,
    settled: async () => undefined,
    stop: async () => {
      stop.abort();
      await running;
    },
  };
};
