import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { RoundExport } from '../../../shared/ranking/export-reviews.ts';
import type { ExportedScores } from '../../../shared/ranking/export-scores.ts';
import type { RoundScores } from '../../../shared/ranking/score-round.ts';
import type { RoundSensitivity } from '../../../shared/ranking/view-sensitivity.ts';
import type { ListedFlag } from '../../../shared/reviews/list-flags.ts';
import type { RoundApplications } from '../../../shared/reviews/list-round-applications.ts';
import type { ReadableApplication } from '../../../shared/reviews/readable-application.ts';
import type { RedactionView } from '../../../shared/reviews/redact-application.ts';
import type { FileRule } from '../../../shared/reviews/redaction.ts';
import type { ApplicationFile } from '../../../shared/reviews/view-application-file.ts';
import type { Assignments } from '../../../shared/reviews/view-assignments.ts';
import type { RoundProgress } from '../../../shared/reviews/view-progress.ts';

type OfRound = { roundId: string };
type Paged = OfRound & { cursor?: string | undefined };
type OfApplication = { applicationId: string };

type Redacting = OfApplication & { version: number };
/** What the pages about scores ask of the house. */
export type ScoresUseCases = {
  readonly scoreRound: UseCase<OfRound, RoundScores, Failure>;
  readonly viewSensitivity: UseCase<OfRound, RoundSensitivity, Failure>;
  readonly exportScores: UseCase<OfRound, ExportedScores, Failure>;
  readonly exportPart: UseCase<OfRound & { part: number }, RoundExport, Failure>;
};

/** What staff's pages about reviewing a round ask of the house; `functions/container/web.ts` hands it in. */
export type StaffReviewUseCases = ScoresUseCases & {
  readonly listApplicationsForStaff: UseCase<Paged, RoundApplications, Failure>;
  readonly viewAssignments: UseCase<Paged, Assignments, Failure>;
  readonly assignReviewer: UseCase<OfRound & OfApplication & { reviewerId: string }, unknown, Failure>;
  readonly removeReviewer: UseCase<{ reviewId: string; version: number }, unknown, Failure>;
  readonly viewProgress: UseCase<OfRound, RoundProgress, Failure>;
  readonly listFlags: UseCase<Partial<Paged>, Page<ListedFlag>, Failure>;
  readonly settleFlag: UseCase<
    { reviewId: string; flagId: string; version: number; note: string },
    unknown,
    Failure
  >;
};

/** What staff's pages about one application ask of the house. */
export type FileUseCases = {
  readonly viewRedaction: UseCase<OfApplication, RedactionView, Failure>;
  readonly hidePassage: UseCase<Redacting & { path: string; text: string }, unknown, Failure>;
  readonly showPassage: UseCase<Redacting & { passageId: string }, unknown, Failure>;
  readonly ruleFile: UseCase<Redacting & { attachmentId: string; rule: FileRule }, unknown, Failure>;
  readonly viewApplicationFile: UseCase<OfApplication, ApplicationFile, Failure>;
  readonly showContactDetails: UseCase<OfApplication, ReadableApplication, Failure>;
  readonly openAttachment: UseCase<OfApplication & { attachmentId: string }, { address: string }, Failure>;
  readonly declareStaffConflict: UseCase<OfApplication & { reason: string }, { roundId: string }, Failure>;
  readonly returnApplication: UseCase<OfApplication & { reason: string; until: string }, unknown, Failure>;
};
