import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { Round } from './round.ts';

export type RoundChange = { readonly round: Round; readonly events: readonly DomainEvent[] };

export type Rounds = {
  /** Read from the table itself, not an index. */
  find(roundId: string): Promise<Round | undefined>;
  /** All rounds of a program, newest opening first. `position` is the store's own; use cases seal it. */
  list(programId: string, position?: string): Promise<Page<Round>>;
  /** The rounds of a program whose awards are public, newest opening first. Made-up ones are never among them. */
  announced(programId: string): Promise<readonly Round[]>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: RoundChange): Promise<Result<void, Conflict | NotFound>>;
};
