import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { Remarks } from './remarks.ts';

export type RemarksChange = { readonly remarks: Remarks; readonly events: readonly DomainEvent[] };

/** What applicants may read of their reviews, kept beside each application. */
export type RemarksShelf = {
  /** Consistent. */
  find(applicationId: string): Promise<Remarks | undefined>;
  /** Those of many applications, by application. Consistent; one call for each hundred, side by side. */
  ofApplications(applicationIds: readonly string[]): Promise<ReadonlyMap<string, Remarks>>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: RemarksChange): Promise<Result<void, Conflict | NotFound>>;
};
