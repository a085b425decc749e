import type { Application } from '../applications/application.ts';
import { isSelf, type Person } from '../kernel/actor.ts';
import type { Review } from './review.ts';

/** Whether it stands before the reviewers, has stood there, or still may. */
export const isBeforeReviewers = ({ status }: Pick<Application, 'status'>): boolean =>
  !['draft', 'returned', 'withdrawn'].includes(status);

/** A member of staff who also reviews sees no score of an application before submitting their own. */
export const owedBy = (person: Person, reviews: readonly Review[]): ReadonlySet<string> =>
  new Set(
    reviews
      .filter(
        ({ reviewerId, status }) =>
          isSelf(person, reviewerId) && (status === 'assigned' || status === 'reviewing'),
      )
      .map(({ applicationId }) => applicationId),
  );
