import { randomUUID } from 'node:crypto';
import type { Call } from '../../../shared/kernel/endpoint.ts';
import type { Result } from '../../../shared/kernel/result.ts';

const day = 86_400_000;

/** The instant so many days from now; negative ones lie in the past. */
export const inDays = (days: number): Date => new Date(Date.now() + days * day);

/** A call as the gateway would have received it then: use cases count deadlines by it, so a test can act in the past. */
export const callAt = (receivedAt: Date): Call => ({ receivedAt, idempotencyKey: randomUUID() });

/** What a step of the set-up made. Throws where it was refused: no test can say anything then. */
export const done = <Value>(result: Result<Value, unknown>): Value => {
  if (result.ok) return result.value;
  throw new Error(`The set-up was refused: ${JSON.stringify(result.failure)}`);
};
