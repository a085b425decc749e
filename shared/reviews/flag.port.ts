import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { Flag, FlagChange } from './flag.ts';

export type FlagKey = Pick<Flag, 'applicationId' | 'reviewId' | 'id'>;

export type Flags = {
  /** Consistent. */
  find(key: FlagKey): Promise<Flag | undefined>;
  /** One review's, for its reviewer: a handful. Consistent. */
  ofReview(applicationId: string, reviewId: string): Promise<readonly Flag[]>;
  /** A round's, those that wait first. From an index. */
  ofRound(roundId: string, position?: string): Promise<Page<Flag>>;
  /** Those of every round that wait for staff. From an index. */
  raised(position?: string): Promise<Page<Flag>>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: FlagChange): Promise<Result<void, Conflict | NotFound>>;
};
