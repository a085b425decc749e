import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { Redaction } from './redaction.ts';

export type Redactions = {
  /** Consistent: what was blacked out a moment ago reaches nobody. */
  find(applicationId: string): Promise<Redaction | undefined>;
  /** Of several applications, those of which anything is hidden. Consistent, too. */
  many(applicationIds: readonly string[]): Promise<readonly Redaction[]>;
  /** Creates version 1; replaces version n-1 by n. */
  save(redaction: Redaction, events: readonly DomainEvent[]): Promise<Result<void, Conflict | NotFound>>;
};
