import { randomUUID } from 'node:crypto';
import { FunctionError } from './function-error.ts';
import { type FunctionSettings, startWorker, type WarmWorker } from './warm-worker.ts';

/** How many invocations of one function run at once; more wait their turn. A laptop is smaller than the cloud. */
export const workersPerFunction = 4;
/** How long an unused worker stays warm. */
const idleSeconds = 120;
/** Lambda's limit for a synchronous answer, in bytes. */
const answerLimit = 6 * 1024 * 1024;

/** A function as its callers see it: event in, JSON answer out, a FunctionError where none came. */
export type RunningFunction = {
  readonly name: string;
  readonly invoke: (event: unknown) => Promise<unknown>;
  readonly end: () => Promise<void>;
};

/** Runs a function's real bundle with the template's environment, memory and time-out. */
export const runFunction = (
  settings: FunctionSettings,
  log: (text: string | Uint8Array) => void,
): RunningFunction => {
  const idle: WarmWorker[] = [];
  const queue: PromiseWithResolvers<WarmWorker>[] = [];
  const all = new Set<WarmWorker>();
  let ended = false;
  const stopped = () => new FunctionError('stopped', `${settings.name} was stopped`);

  const fresh = () => {
    const worker = startWorker(settings, log);
    all.add(worker);
    return worker;
  };
  const drop = (worker: WarmWorker) => {
    all.delete(worker);
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  };
  /** The last that came back: those that come back rarely grow cold and are let go. */
  const warm = (): WarmWorker | undefined => {
    for (let worker = idle.pop(); worker; worker = idle.pop()) {
      if (worker.alive()) return worker;
      all.delete(worker);
    }
    return undefined;
  };
  const borrow = async (): Promise<WarmWorker> => {
    if (ended) throw stopped();
    const worker = warm();
    if (worker) return worker;
    if (all.size < workersPerFunction) return fresh();
    const turn = Promise.withResolvers<WarmWorker>();
    queue.push(turn);
    return turn.promise;
  };
  const giveBack = (worker: WarmWorker) => {
    if (!worker.alive()) drop(worker);
    const next = queue.shift();
    if (next) next.resolve(worker.alive() ? worker : fresh());
    else if (worker.alive()) {
      idle.push(worker);
      const letGo = () => {
        if (!idle.includes(worker) || worker.lastUsed() > Date.now() - idleSeconds * 1000) return;
        drop(worker);
        void worker.end();
      };
      setTimeout(letGo, idleSeconds * 1000 + 10).unref();
    }
  };

  return {
    name: settings.name,
    invoke: async (event) => {
      const worker = await borrow();
      try {
        const answer = await worker.run({ id: randomUUID(), event });
        if (answer && Buffer.byteLength(answer) > answerLimit)
          throw new FunctionError('too-large', `${settings.name} answered with more than 6 MB`);
        return answer === undefined ? undefined : JSON.parse(answer);
      } catch (error) {
        if (error instanceof FunctionError && error.fault !== 'threw')
          log(`${JSON.stringify({ level: 'error', fault: error.fault, message: error.message })}\n`);
        throw error;
      } finally {
        giveBack(worker);
      }
    },
    end: async () => {
      ended = true;
      for (const turn of queue.splice(0)) turn.reject(stopped());
      await Promise.all([...all].map((worker) => worker.end()));
    },
  };
};
