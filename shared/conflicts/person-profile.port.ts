import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { PersonProfile, ProfileChange } from './person-profile.ts';

export type PersonProfiles = {
  /** One person's own. Consistent: what they saved a moment ago counts. */
  find(personId: string): Promise<PersonProfile | undefined>;
  /** Several people's, in no order; who has written none is left out. Consistent. */
  many(personIds: readonly string[]): Promise<readonly PersonProfile[]>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: ProfileChange): Promise<Result<void, Conflict | NotFound>>;
};
