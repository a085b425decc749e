import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** How many times a request waits for the engine; calls made side by side count as one. */
export type Waves = { readonly count: number; readonly reset: () => void };

/** Until everything that can go on without the engine has gone on. */
const quiet = async () => {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/**
 * Holds calls back until nothing else can happen, lets all that wait go together and answers them together: each wave
 * is one step of the longest chain of calls, however busy the machine is. No clock is read.
 */
export const countWaves = ({ middlewareStack }: Pick<DynamoDBDocumentClient, 'middlewareStack'>): Waves => {
  const waves = { count: 0 };
  let gathering: ReturnType<typeof begin> | undefined;
  let last = Promise.resolve();

  const release = async (earlier: Promise<void>) => {
    await earlier;
    await quiet();
    gathering = undefined;
    waves.count += 1;
  };
  const begin = () => {
    const answered = Promise.withResolvers<void>();
    const wave = { open: 0, answered, released: release(last) };
    last = answered.promise;
    return wave;
  };

  middlewareStack.add(
    (next) => async (args) => {
      gathering ??= begin();
      const wave = gathering;
      wave.open += 1;
      await wave.released;
      try {
        return await next(args);
      } finally {
        wave.open -= 1;
        if (wave.open === 0) wave.answered.resolve();
        await wave.answered.promise;
      }
    },
    { step: 'initialize', priority: 'high' },
  );
  return Object.assign(waves, { reset: () => Object.assign(waves, { count: 0 }) });
};
