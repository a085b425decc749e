import type { SectionId } from '../../../shared/applications/application.ts';
import type { ApplicationView, MyApplication } from '../../../shared/applications/application-view.ts';
import type { UploadForm } from '../../../shared/applications/attachment.port.ts';
import type { AttachmentType } from '../../../shared/applications/attachment.ts';
import type { BudgetPreview } from '../../../shared/applications/budget-file.ts';
import type { CopyPreview, Earlier } from '../../../shared/applications/copy-earlier.ts';
import type { PaperSignature } from '../../../shared/applications/paper-terms.ts';
import type { Saved } from '../../../shared/applications/save-section.ts';
import type { BudgetWords } from '../../../shared/applications/sections/budget-csv.ts';
import type { SectionBase } from '../../../shared/applications/sections/section-base.ts';
import type { Settled } from '../../../shared/applications/settle-attachment.ts';
import type { Signature } from '../../../shared/applications/sign-application.ts';
import type { Receipt } from '../../../shared/applications/submission.ts';
import type { SubmissionView } from '../../../shared/applications/submission-view.ts';
import type { ReceiptSheet } from '../../../shared/applications/view-receipt.ts';
import type { SamePair } from '../../../shared/applications/view-same-pair.ts';
import type { NamedReviewersView } from '../../../shared/conflicts/name-reviewers.ts';
import type { NamedPerson } from '../../../shared/conflicts/named-reviewers.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { OwnOrganisation } from '../../../shared/partnerships/list-my-organisations.ts';
import type { Phase, Round } from '../../../shared/programs/round.ts';

type Of = { applicationId: string };
type Words = { words: readonly BudgetWords[] };
type Act<Input> = UseCase<Input, unknown, Failure>;

/** What the applicant's pages ask of the house; `functions/container/web.ts` hands it in. */
export type ApplicationUseCases = {
  readonly listMyApplications: UseCase<unknown, { items: readonly MyApplication[] }, Failure>;
  readonly listMyOrganisations: UseCase<unknown, { items: readonly OwnOrganisation[] }, Failure>;
  /** Published rounds; the page offers those that take applications. */
  readonly listOpenRounds: UseCase<{ cursor?: string | undefined }, { items: readonly OpenRound[] }, Failure>;
  readonly startApplication: UseCase<
    { roundId: string; organisationId: string; partnershipId: string; title: string; checked?: string },
    { id: string },
    Failure
  >;
  readonly viewApplication: UseCase<Of, ApplicationView, Failure>;
  readonly saveSection: UseCase<
    Of & { sectionId: SectionId; version: number; data: unknown; base?: SectionBase | undefined },
    Saved,
    Failure
  >;
  readonly exportBudget: UseCase<Of & Words, { csv: string }, Failure>;
  readonly previewBudget: UseCase<Of & Words & { csv: string }, BudgetPreview, Failure>;
  readonly importBudget: UseCase<Of & Words & { csv: string; version: number }, unknown, Failure>;
  readonly submitApplication: UseCase<Of, Receipt, Failure>;
  readonly reopenApplication: Act<Of>;
  readonly withdrawApplication: Act<Of>;
  readonly viewReceipt: UseCase<Of & { no?: number | undefined }, ReceiptSheet, Failure>;
  /** The latest version as it was sent, or the one that is named. */
  readonly viewSubmission: UseCase<Of & { no?: number }, SubmissionView, Failure>;
  readonly viewSamePair: UseCase<Of, SamePair, Failure>;
  readonly listEarlier: UseCase<Of, { items: readonly Earlier[] }, Failure>;
  readonly previewCopy: UseCase<Of & { fromId: string }, CopyPreview, Failure>;
  readonly copyEarlier: Act<Of & { fromId: string; sections: readonly SectionId[] }>;
  readonly requestSignOff: UseCase<Of, { expiresAt: string }, Failure>;
  readonly signAsOwner: UseCase<Of & Signature, { signedAt: string }, Failure>;
  /** Of what came on paper: the signature that stands there. */
  readonly recordSignature: UseCase<Of & PaperSignature, unknown, Failure>;
  readonly requestConfirmation: UseCase<Of, { expiresAt: string }, Failure>;
  readonly revokeConfirmation: UseCase<Of, unknown, Failure>;
  /** An address that gives the file for one minute. */
  readonly openAttachment: UseCase<Of & { attachmentId: string }, { address: string }, Failure>;
  readonly addAttachment: UseCase<
    Of & {
      name: string;
      type: AttachmentType;
      goOnTo: string;
      questionId?: string;
      standsFor?: 'office-answer';
    },
    { attachmentId: string; upload: UploadForm },
    Failure
  >;
  readonly settleAttachment: UseCase<Of & { attachmentId: string }, Settled, Failure>;
  readonly removeAttachment: Act<Of & { attachmentId: string }>;
  readonly viewNamedReviewers: UseCase<Of, NamedReviewersView, Failure>;
  readonly nameReviewers: UseCase<
    Of & { version: number; people: readonly NamedPerson[] },
    NamedReviewersView,
    Failure
  >;
};

export type OpenRound = Round & { readonly phase: Phase; readonly instants: { readonly closes: string } };
