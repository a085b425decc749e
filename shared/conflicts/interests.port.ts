import type { Person } from '../kernel/actor.ts';
import type { NamedReviewers } from './named-reviewers.ts';
import type { PersonFacts } from './person-facts.ts';

/** What conflicts of interest are computed from, as it stands this moment. */
export type Interests = {
  /** All that is known of one person. Consistent, and one wait. */
  ofPerson(person: Person): Promise<PersonFacts>;
  /** Whom the round's applicants asked to keep away. */
  namedIn(roundId: string): Promise<readonly NamedReviewers[]>;
};
