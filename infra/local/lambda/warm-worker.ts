import { Worker } from 'node:worker_threads';
import { FunctionError } from './function-error.ts';
import type { Done, Job, Loaded } from './invocation-worker.ts';

export type FunctionSettings = {
  readonly name: string;
  /** The bundle's file and the name it exports its handler under. */
  readonly bundle: string;
  readonly handlerName: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
};

/** A cold start may be slow on a busy machine; one that never ends is a fault. */
const loadSeconds = 30;

/** One execution environment: cold at its first invocation, warm after it, gone once a time-out or crash ends it. */
export type WarmWorker = {
  readonly alive: () => boolean;
  /** When its last invocation ended, in milliseconds since 1970. */
  readonly lastUsed: () => number;
  /** The time-out counts from when the bundle is loaded, as Lambda counts it. */
  readonly run: (request: Omit<Job, 'deadline'>) => Promise<string | undefined>;
  readonly end: () => Promise<void>;
};

export const startWorker = (
  settings: FunctionSettings,
  log: (text: string | Uint8Array) => void,
): WarmWorker => {
  const worker = new Worker(new URL('./invocation-worker.ts', import.meta.url), {
    // Nothing of this process's own environment reaches the function.
    env: { ...settings.environment },
    execArgv: [],
    workerData: {
      bundle: settings.bundle,
      handlerName: settings.handlerName,
      functionName: settings.name,
      memoryMb: settings.memoryMb,
    },
    resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb },
    stdout: true,
    stderr: true,
  });
  worker.stdout.on('data', log);
  worker.stderr.on('data', log);
  worker.unref();

  let alive = true;
  let lastUsed = Date.now();
  let waiting: { resolve: (answer: string | undefined) => void; reject: (error: Error) => void } | undefined;
  const give = (act: (waiter: NonNullable<typeof waiting>) => void) => {
    const waiter = waiting;
    waiting = undefined;
    if (waiter) act(waiter);
  };
  const fall = (error: FunctionError) => {
    alive = false;
    give(({ reject }) => reject(error));
  };
  const loaded = Promise.withResolvers<void>();
  worker.on('message', (done: Done | Loaded) =>
    'loaded' in done
      ? loaded.resolve()
      : give(({ resolve, reject }) => {
          if (!('error' in done)) return resolve(done.answer);
          log(`${JSON.stringify({ level: 'error', requestId: done.id, ...done.error })}\n`);
          reject(new FunctionError('threw', done.error.message));
        }),
  );
  worker.on('error', (error) => {
    log(`${error.stack}\n`);
    fall(new FunctionError('crashed', `${settings.name} crashed: ${error.message}`));
  });
  worker.on('exit', () => fall(new FunctionError('crashed', `${settings.name} ended before it answered`)));

  const limit = (seconds: number, what: string) =>
    setTimeout(() => {
      fall(new FunctionError('timed-out', `${settings.name} ${what} after ${seconds} seconds`));
      void worker.terminate();
    }, seconds * 1000);

  const end = async () => {
    fall(new FunctionError('stopped', `${settings.name} was stopped`));
    await worker.terminate();
  };
  return {
    alive: () => alive,
    lastUsed: () => lastUsed,
    end,
    run: (request) => {
      const { promise, resolve, reject } = Promise.withResolvers<string | undefined>();
      waiting = { resolve, reject };
      let timer = limit(loadSeconds, 'did not load');
      void loaded.promise.then(() => {
        clearTimeout(timer);
        if (!alive) return;
        timer = limit(settings.timeoutSeconds, 'timed out');
        worker.postMessage({
          ...request,
          deadline: Date.now() + settings.timeoutSeconds * 1000,
        } satisfies Job);
      });
      return promise.finally(() => {
        clearTimeout(timer);
        lastUsed = Date.now();
      });
    },
  };
};
