import type { Failure } from '../../shared/failures.ts';
import type { UseCase } from '../../shared/kernel/endpoint.ts';
import { fail } from '../../shared/kernel/result.ts';
import { reviewsApi } from '../../shared/reviews/reviews.api.ts';
import { type Container, createContainer } from '../container/reviews.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

/** What is wrong with an assessment, by where it stands in the body. */
const underAssessment =
  <Input, Output>(run: UseCase<Input, Output, Failure>): UseCase<Input, Output, Failure> =>
  async (actor, input, call) => {
    const done = await run(actor, input, call);
    if (done.ok || done.failure.kind !== 'invalid-input') return done;
    const fields = done.failure.fields.map(({ path, code }) => ({ path: `assessment.${path}`, code }));
    return fail({ kind: 'invalid-input', fields });
  };

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(reviewsApi.listMyReviews, container.listMyReviews),
      bind(reviewsApi.viewReview, container.viewReview),
      bind(reviewsApi.declareNone, container.declareNone),
      bind(reviewsApi.declareConflict, container.declareConflict),
      bind(reviewsApi.declineReview, container.declineReview),
      bind(reviewsApi.saveReview, underAssessment(container.saveReview)),
      bind(reviewsApi.submitReview, underAssessment(container.submitReview)),
      bind(reviewsApi.viewAssignments, container.viewAssignments),
      bind(reviewsApi.assignReviewer, container.assignReviewer),
      bind(reviewsApi.removeReviewer, container.removeReviewer),
      bind(reviewsApi.scoreRound, container.scoreRound),
      bind(reviewsApi.viewApplicationFile, container.viewApplicationFile),
      bind(reviewsApi.listReviews, container.listReviews),
      bind(reviewsApi.showContactDetails, container.showContactDetails),
      bind(reviewsApi.declareStaffConflict, container.declareStaffConflict),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
