import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { Complaint } from './complaint.ts';

export type ComplaintChange = { readonly complaint: Complaint; readonly events: readonly DomainEvent[] };

export type Complaints = {
  /** Read from the table itself. */
  find(applicationId: string): Promise<Complaint | undefined>;
  /** All of a round's, from an index: some few of its applications. */
  ofRound(roundId: string): Promise<readonly Complaint[]>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: ComplaintChange): Promise<Result<void, Conflict | NotFound>>;
};
