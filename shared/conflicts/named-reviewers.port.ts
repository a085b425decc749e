import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { NamedReviewers, NamedReviewersChange } from './named-reviewers.ts';

export type NamedReviewerLists = {
  /** One application's. Consistent. */
  find(applicationId: string): Promise<NamedReviewers | undefined>;
  /**
   * All of a round's, from an index: nothing is added once the round has closed, and nobody reviews before. As many as
   * there are applicants who name someone.
   */
  ofRound(roundId: string): Promise<readonly NamedReviewers[]>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: NamedReviewersChange): Promise<Result<void, Conflict | NotFound>>;
};
