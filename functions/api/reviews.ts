import { reviewsApi } from '../../shared/reviews/reviews.api.ts';
import { type Container, createContainer } from '../container/reviews.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';
import { underAssessment } from '../middleware/under-assessment.ts';

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
      bind(reviewsApi.listRevisions, container.listRevisions),
      bind(reviewsApi.raiseFlag, container.raiseFlag),
      bind(reviewsApi.listFlags, container.listFlags),
      bind(reviewsApi.settleFlag, container.settleFlag),
      bind(reviewsApi.viewProgress, container.viewProgress),
      bind(reviewsApi.viewRedaction, container.viewRedaction),
      bind(reviewsApi.hidePassage, container.hidePassage),
      bind(reviewsApi.showPassage, container.showPassage),
      bind(reviewsApi.ruleFile, container.ruleFile),
      bind(reviewsApi.viewAssignments, container.viewAssignments),
      bind(reviewsApi.assignReviewer, container.assignReviewer),
      bind(reviewsApi.removeReviewer, container.removeReviewer),
      bind(reviewsApi.viewApplicationFile, container.viewApplicationFile),
      bind(reviewsApi.listReviews, container.listReviews),
      bind(reviewsApi.showContactDetails, container.showContactDetails),
      bind(reviewsApi.declareStaffConflict, container.declareStaffConflict),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
