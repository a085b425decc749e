import type { Conflict } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { RosterRow } from './roster-row.ts';

/** Some of a round's rows, kept in one item. */
export type Shelf = {
  readonly roundId: string;
  /** Which applications lie here: those whose hashed ids begin with these bits. */
  readonly path: string;
  /** 0 where nothing was ever kept. */
  readonly version: number;
  readonly rows: readonly RosterRow[];
};

/** A round's applications, small and side by side, for whatever no index can answer. Follows the table by seconds. */
export type Roster = {
  /** Every row of a round, in no order. Linear: one read unit for twenty applications or more. */
  ofRound(roundId: string): Promise<readonly RosterRow[]>;
  /** The shelves on which these applications lie or would lie, with which of them are whose. Consistent. */
  shelvesOf(
    roundId: string,
    applicationIds: readonly string[],
  ): Promise<readonly { readonly shelf: Shelf; readonly ids: readonly string[] }[]>;
  /** Puts these rows in place of the shelf's. A conflict where the shelf has changed since it was read. */
  save(shelf: Shelf, rows: readonly RosterRow[]): Promise<Result<void, Conflict>>;
};
