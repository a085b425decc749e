import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Capacity units as DynamoDB bills them, and how many calls were made. */
export type UsageMeter = {
  readonly reads: number;
  readonly writes: number;
  readonly calls: number;
  /** Each call's command in order, as `TransactWriteItems` or `Query`. */
  readonly commands: readonly string[];
  readonly reset: () => void;
};

type Capacity = { CapacityUnits?: number };
const reading = /^(Get|BatchGet|TransactGet|Query|Scan)/;

/** Makes every call of this client report what it consumed, and adds it up. */
export const countUsage = (client: DynamoDBClient): UsageMeter => {
  const meter = { reads: 0, writes: 0, calls: 0, commands: [] as string[] };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const command = String(context.commandName).replace(/Command$/, '');
      meter.calls += 1;
      meter.commands.push(command);
      const answer = await next(args);
      const consumed = (answer.output as { ConsumedCapacity?: Capacity | Capacity[] }).ConsumedCapacity; // Not every command's type has it.
      const units = [consumed ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      meter[reading.test(command) ? 'reads' : 'writes'] += units;
      return answer;
    },
    { step: 'initialize' },
  );
  const reset = () => Object.assign(meter, { reads: 0, writes: 0, calls: 0, commands: [] });
  return Object.assign(meter, { reset });
};
