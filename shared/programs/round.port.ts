import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { PastForm } from './form-version.ts';
import type { Round } from './round.ts';

export type RoundChange = {
  readonly round: Round;
  readonly events: readonly DomainEvent[];
  /** The form whose place this change's form takes: kept for the applications started under it. */
  readonly supersedes?: PastForm;
};

/** An application's head, or whatever else says which form it has. */
export type FormOf = { readonly formVersion?: number };

export type Rounds = {
  /**
   * Read from the table itself, not an index. With an application's form the terms are those of that form: whoever
   * shows, checks or sends what an application says reads its round so.
   */
  find(roundId: string, form?: FormOf): Promise<Round | undefined>;
  /** All rounds of a program, newest opening first. `position` is the store's own; use cases seal it. */
  list(programId: string, position?: string): Promise<Page<Round>>;
  /** The rounds of a program whose awards are public, newest opening first. Made-up ones are never among them. */
  announced(programId: string): Promise<readonly Round[]>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: RoundChange): Promise<Result<void, Conflict | NotFound>>;
};
