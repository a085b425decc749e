import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { ProfileChange, ReviewerProfile } from './reviewer-profile.ts';

export type ReviewerProfiles = {
  /** One person's own. Consistent: what they saved a moment ago counts. */
  find(personId: string): Promise<ReviewerProfile | undefined>;
  /** Several people's, in no order; who has written none is left out. Consistent. */
  many(personIds: readonly string[]): Promise<readonly ReviewerProfile[]>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: ProfileChange): Promise<Result<void, Conflict | NotFound>>;
};
