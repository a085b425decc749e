import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { StaffConflict } from './staff-conflict.ts';

export type StaffConflicts = {
  /** All that one person declared in a round. Consistent: what was declared a moment ago counts. */
  ofPerson(personId: string, roundId: string): Promise<readonly StaffConflict[]>;
  /** A conflict where this person has declared one on the application before. */
  declare(
    conflict: StaffConflict,
    events: readonly DomainEvent[],
  ): Promise<Result<void, Conflict | NotFound>>;
};
