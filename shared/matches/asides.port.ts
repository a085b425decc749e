import type { Conflict } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';

/** Alumni whom a partnership has put aside as none for it: nobody else is told. */
export type Asides = {
  readonly partnershipId: string;
  readonly version: number;
  readonly alumIds: readonly string[];
};

export type AsidesKept = {
  /** Version 0 with nobody where nothing was ever put aside. Consistent. */
  find(partnershipId: string): Promise<Asides>;
  /** Creates version 1; replaces version n-1 by n. */
  save(asides: Asides): Promise<Result<void, Conflict>>;
};
