import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { WeightsChange, WeightsInForce } from './weights.ts';

export type WeightsKept = {
  /** The first ones while nobody has changed them. Consistent. */
  find(): Promise<WeightsInForce>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: WeightsChange): Promise<Result<void, Conflict | NotFound>>;
};
