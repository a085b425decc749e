import type { Application } from '../applications/application.ts';
import type { Round } from '../programs/round.ts';
import type { Review } from './review.ts';

/** Counts of reviews. `wanted` is applications × reviewers per application. */
export type Progress = {
  readonly applications: number;
  readonly wanted: number;
  readonly assigned: number;
  readonly declared: number;
  readonly submitted: number;
  readonly conflicted: number;
  readonly declined: number;
  /** Applications with as many submitted reviews as the round wants. */
  readonly complete: number;
};

/** How far the reviewing of these applications is. A conflicted or declined review takes no place: it must be replaced. */
export const progressOf = (
  { reviewersPerApplication }: Pick<Round, 'reviewersPerApplication'>,
  applications: readonly Pick<Application, 'id'>[],
  reviews: readonly Pick<Review, 'applicationId' | 'status'>[],
): Progress => {
  const ids = new Set(applications.map(({ id }) => id));
  const counted = reviews.filter(({ applicationId }) => ids.has(applicationId));
  const having = (...statuses: Review['status'][]) =>
    counted.filter(({ status }) => statuses.includes(status));
  const submitted = having('submitted');
  const per = Map.groupBy(submitted, ({ applicationId }) => applicationId);
  return {
    applications: applications.length,
    wanted: applications.length * reviewersPerApplication,
    assigned: having('assigned', 'reviewing', 'submitted').length,
    declared: having('reviewing', 'submitted', 'conflicted').length,
    submitted: submitted.length,
    conflicted: having('conflicted').length,
    declined: having('declined').length,
    complete: [...per.values()].filter((some) => some.length >= reviewersPerApplication).length,
  };
};
