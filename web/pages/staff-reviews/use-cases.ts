import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { RoundApplications } from '../../../shared/reviews/list-round-applications.ts';
import type { ReadableApplication } from '../../../shared/reviews/readable-application.ts';
import type { RoundScores } from '../../../shared/reviews/score-round.ts';
import type { ApplicationFile } from '../../../shared/reviews/view-application-file.ts';
import type { Assignments } from '../../../shared/reviews/view-assignments.ts';

type OfRound = { roundId: string };
type Paged = OfRound & { cursor?: string | undefined };
type OfApplication = { applicationId: string };

/** What staff's pages about reviewing ask of the house; `functions/container/web.ts` hands it in. */
export type StaffReviewUseCases = {
  readonly listApplicationsForStaff: UseCase<Paged, RoundApplications, Failure>;
  readonly viewAssignments: UseCase<Paged, Assignments, Failure>;
  readonly assignReviewer: UseCase<OfRound & OfApplication & { reviewerId: string }, unknown, Failure>;
  readonly removeReviewer: UseCase<{ reviewId: string; version: number }, unknown, Failure>;
  readonly scoreRound: UseCase<OfRound, RoundScores, Failure>;
  readonly viewApplicationFile: UseCase<OfApplication, ApplicationFile, Failure>;
  readonly showContactDetails: UseCase<OfApplication, ReadableApplication, Failure>;
  readonly openAttachment: UseCase<OfApplication & { attachmentId: string }, { address: string }, Failure>;
  readonly declareStaffConflict: UseCase<OfApplication & { reason: string }, { roundId: string }, Failure>;
  readonly returnApplication: UseCase<OfApplication & { reason: string; until: string }, unknown, Failure>;
};
