import type { Conflict } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { MatchList } from './match-list.ts';

export type MatchLists = {
  /** Consistent. */
  find(partnershipId: string): Promise<MatchList | undefined>;
  /** In no order; those never made are left out. Consistent. */
  many(partnershipIds: readonly string[]): Promise<readonly MatchList[]>;
  /** Creates version 1; replaces version n-1 by n. A conflict where another came first. */
  save(list: MatchList): Promise<Result<void, Conflict>>;
};
