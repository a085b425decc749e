import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningFunction } from '../lambda/function-runner.ts';
import type { JsonObject } from '../template/json.ts';
import { type EventSource, reportedFailures } from './event-source.ts';
import { fitsPattern } from './filter-pattern.ts';

/** A stream's record as a function gets it. */
export type StreamRecord = JsonObject & {
  readonly dynamodb: JsonObject & {
    readonly SequenceNumber: string;
    readonly ApproximateCreationDateTime: number;
  };
};

type Delivery = {
  readonly source: EventSource;
  readonly handler: RunningFunction;
  /** Takes what was given up, as Lambda's on-failure destination does. */
  readonly giveUp: (records: readonly StreamRecord[], reason: string) => void;
  /** Ends waiting between tries, and trying again. */
  readonly stop: AbortSignal;
  readonly now: () => number;
  /** Milliseconds before the n-th retry. */
  readonly pause: (attempt: number) => number;
};

const sequence = ({ dynamodb }: StreamRecord) => dynamodb.SequenceNumber;

/** Records that pass any filter; all where there is none. */
export const wanted = ({ FilterCriteria }: EventSource, records: readonly StreamRecord[]) =>
  FilterCriteria?.Filters.length
    ? records.filter((record) => FilterCriteria.Filters.some(({ Pattern }) => fitsPattern(Pattern, record)))
    : records;

/**
 * Hands a batch to the function, in order, until every record is done or given up: repeats what failed, halves a
 * failing batch where the mapping says so, gives up after its tries or its age. False when it was stopped before that.
 */
export const deliver = async (
  delivery: Delivery,
  batch: readonly StreamRecord[],
  attempt = 0,
): Promise<boolean> => {
  const { source, giveUp, stop, now, pause } = delivery;
  if (batch.length === 0) return true;
  if (stop.aborted) return false;
  const oldest = batch[0]?.dynamodb.ApproximateCreationDateTime ?? 0;
  const age = source.MaximumRecordAgeInSeconds;
  if (age >= 0 && attempt > 0 && now() / 1000 - oldest > age) {
    giveUp(batch, 'RecordAgeExceeded');
    return true;
  }

  const remaining = await attemptOnce(delivery, batch);
  if (remaining.length === 0) return true;
  if (stop.aborted) return false;
  if (source.MaximumRetryAttempts >= 0 && attempt >= source.MaximumRetryAttempts) {
    giveUp(remaining, 'RetryAttemptsExhausted');
    return true;
  }
  await sleep(pause(attempt), undefined, { signal: stop }).catch(() => undefined);
  if (source.BisectBatchOnFunctionError && remaining.length > 1) {
    const half = Math.ceil(remaining.length / 2);
    const firstDone = await deliver(delivery, remaining.slice(0, half), attempt + 1);
    return firstDone && deliver(delivery, remaining.slice(half), attempt + 1);
  }
  return deliver(delivery, remaining, attempt + 1);
};

/** What is left undone after one invocation: everything from the first record the function reports. */
const attemptOnce = async ({ source, handler }: Delivery, batch: readonly StreamRecord[]) => {
  try {
    const failures = reportedFailures(source, await handler.invoke({ Records: batch }));
    const places = failures.map((id) => batch.findIndex((record) => sequence(record) === id));
    // A number that is not in the batch fails all of it.
    return places.length === 0 ? [] : batch.slice(Math.max(0, Math.min(...places)));
  } catch {
    return batch;
  }
};
