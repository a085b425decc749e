import type { JobChange } from '../jobs/job.port.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { Mailing } from './mailing.ts';

export type MailingChange = {
  readonly mailing: Mailing;
  readonly events: readonly DomainEvent[];
  /** With the step that asks for it: whom it was chosen for, and the job. */
  readonly asking?: { readonly applicationIds: readonly string[]; readonly job: JobChange };
};

export type Mailings = {
  /** Consistent. */
  find(mailingId: string): Promise<Mailing | undefined>;
  /** The applications that were chosen for it, in order. Consistent. */
  chosenIn(mailingId: string): Promise<readonly string[]>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: MailingChange): Promise<Result<void, Conflict | NotFound>>;
};
