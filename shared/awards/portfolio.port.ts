import type { JobChange } from '../jobs/job.port.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { Portfolio } from './portfolio.ts';

export type PortfolioChange = {
  readonly portfolio: Portfolio;
  readonly events: readonly DomainEvent[];
  /** The job that plans it, in the same transaction as what asks for it. */
  readonly job?: JobChange | undefined;
};

export type Portfolios = {
  /** Consistent. */
  find(roundId: string): Promise<Portfolio | undefined>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: PortfolioChange): Promise<Result<void, Conflict | NotFound>>;
};
