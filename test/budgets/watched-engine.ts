import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** One call of the engine: what it asked for and what it consumed, in units as DynamoDB bills them. */
export type EngineCall = {
  readonly command: string;
  readonly index: string | undefined;
  /** The partition asked for, where it is a query. */
  readonly partition: string | undefined;
  readonly filter: string | undefined;
  readonly units: number;
};

export type Watch = {
  /** How often the engine was waited for; calls made side by side count as one. */
  readonly waits: number;
  readonly calls: readonly EngineCall[];
  readonly reset: () => void;
};

type Asked = {
  IndexName?: string;
  FilterExpression?: string;
  ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
};
type Capacity = { CapacityUnits?: number };

/** Until everything that can go on without the engine has gone on. */
const quiet = async () => {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/**
 * Holds calls back until nothing else can happen, lets all that wait go together and answers them together: each such
 * wave is one step of the longest chain of calls, however busy the machine is. No clock is read. The client must ask
 * for its consumption, as that of test/support/engine.ts does.
 */
export const watchEngine = ({ middlewareStack }: Pick<DynamoDBDocumentClient, 'middlewareStack'>): Watch => {
  const watch = { waits: 0, calls: [] as EngineCall[] };
  let gathering: ReturnType<typeof gather> | undefined;
  let last = Promise.resolve();

  const release = async (earlier: Promise<void>) => {
    await earlier;
    await quiet();
    gathering = undefined;
    watch.waits += 1;
  };
  const gather = () => {
    const answered = Promise.withResolvers<void>();
    const wave = { open: 0, answered, released: release(last) };
    last = answered.promise;
    return wave;
  };

  middlewareStack.add(
    (next, context) => async (args) => {
      gathering ??= gather();
      const wave = gathering;
      wave.open += 1;
      await wave.released;
      try {
        const asked = args.input as Asked; // Of every command's input only what queries share.
        const answer = await next(args);
        const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: Capacity | Capacity[] }; // Not every command's type has it.
        watch.calls.push({
          command: String(context.commandName).replace(/Command$/, ''),
          index: asked.IndexName,
          partition: Object.values(asked.ExpressionAttributeValues ?? {}).find(
            (value) => typeof value === 'string',
          ),
          filter: asked.FilterExpression,
          units: [ConsumedCapacity ?? []]
            .flat()
            .reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0),
        });
        return answer;
      } finally {
        wave.open -= 1;
        if (wave.open === 0) wave.answered.resolve();
        await wave.answered.promise;
      }
    },
    { step: 'initialize', priority: 'high' },
  );
  return Object.assign(watch, { reset: () => Object.assign(watch, { waits: 0, calls: [] }) });
};
