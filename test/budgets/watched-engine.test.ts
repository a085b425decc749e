import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { startEngine } from '../support/engine.ts';
import { watchEngine } from './watched-engine.ts';

test('calls side by side are one wait, calls after each other as many as there are', async () => {
  const engine = await startEngine();
  try {
    const watch = watchEngine(engine.client);
    const read = (pk: string) =>
      engine.client.send(new GetCommand({ TableName: engine.table, Key: { pk, sk: 'none' } }));
    const waitsOf = async (act: () => Promise<unknown>) => {
      watch.reset();
      await act();
      return { waits: watch.waits, calls: watch.calls.length };
    };
    const chain = async (...keys: readonly string[]) => {
      for (const key of keys) await read(key);
    };
    expect(await waitsOf(() => Promise.all(['a', 'b', 'c'].map(read)))).toEqual({ waits: 1, calls: 3 });
    expect(await waitsOf(() => chain('a', 'b', 'c'))).toEqual({ waits: 3, calls: 3 });
    // Two chains that know nothing of each other are as long as the longer one, not as both.
    const two = () => Promise.all([chain('a', 'b'), chain('c', 'd', 'e')]);
    expect(await waitsOf(two)).toEqual({ waits: 3, calls: 5 });
  } finally {
    engine.stop();
  }
});
