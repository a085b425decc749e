import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { Settlement, SettlementChange } from './settlement.ts';

export type Settlements = {
  /** All that was said of one person's conflicts, in every round. Consistent. */
  ofPerson(personId: string): Promise<readonly Settlement[]>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: SettlementChange): Promise<Result<void, Conflict | NotFound>>;
};
