import { accountData } from '../../shared/accounts/account.store.ts';
import { addressProofData } from '../../shared/accounts/address-proof.store.ts';
import { signInData } from '../../shared/accounts/identity.store.ts';
import { invitationData } from '../../shared/accounts/invitation.store.ts';
import { roleData } from '../../shared/accounts/role.store.ts';
import { sessionData } from '../../shared/accounts/session.store.ts';
import { alumData } from '../../shared/alumni/alum.store.ts';
import { alumDraftData } from '../../shared/alumni/alum-draft.store.ts';
import { withdrawalData } from '../../shared/alumni/withdrawals.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { preferenceData } from '../../shared/assignment/preference.store.ts';
import { alumImportData } from '../../shared/chapters/alum-import.store.ts';
import { alumInvitationData } from '../../shared/chapters/alum-invitation.store.ts';
import { namedReviewerData } from '../../shared/conflicts/named-reviewers.store.ts';
import { profileData } from '../../shared/conflicts/person-profile.store.ts';
import { settlementData } from '../../shared/conflicts/settlement.store.ts';
import { alumRequestsData } from '../../shared/introductions/alum-requests.store.ts';
import { introductionStore } from '../../shared/introductions/introduction.store.ts';
import { introductionData } from '../../shared/introductions/introduction-data.ts';
import { introductionMarkData } from '../../shared/introductions/introduction-mark.store.ts';
import { introductionReportStore } from '../../shared/introductions/introduction-report.store.ts';
import type { PersonalData } from '../../shared/kernel/personal-data.ts';
import { messageData, messageWrites } from '../../shared/messages/message.store.ts';
import { questionData } from '../../shared/programs/question.store.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { reviewerData } from '../../shared/reviews/reviewer-data.ts';
import { declaredConflictData, staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import { exportData } from '../../shared/roster/export.store.ts';
import { eventsOf } from '../../shared/table/event.store.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

/** What lies beside the table. */
export type BesideTheTable = {
  /** Deletes a subject at the identity provider. */
  forgetSignIn(subject: string): Promise<void>;
  dropFile(key: string): Promise<void>;
};

/**
 * Everything the platform keeps of a person, in the order in which it is erased. An area that begins to keep something
 * adds its line here. Reviews come first: what keeps one from counting rests on all that follows. Cards and lists of alumni
 * are not among them: they follow the events of an account's end by themselves (`shared/matches`).
 */
export const personalDataOn = (table: Table, beside: BesideTheTable): readonly PersonalData[] => [
  reviewerData({
    applications: applicationStore(table),
    reviews: reviewStore(table, { applicationWrites }),
    staffConflicts: staffConflictStore(table),
    interests: openInterests(table),
    eventsOf: eventsOf(table),
  }),
  accountData(table),
  signInData(table, beside.forgetSignIn),
  roleData(table),
  sessionData(table),
  introductionData({
    introductions: introductionStore(table, { messageWrites }),
    introductionReports: introductionReportStore(table),
  }),
  introductionMarkData(table),
  alumRequestsData(table),
  alumData(table),
  alumDraftData(table),
  withdrawalData(table),
  alumInvitationData(table),
  alumImportData(table),
  namedReviewerData(table, eventsOf(table)),
  profileData(table),
  settlementData(table),
  declaredConflictData(table),
  preferenceData(table, eventsOf(table)),
  addressProofData(table),
  invitationData(table),
  messageData(table),
  questionData(table),
  exportData(table, beside.dropFile),
];

/** For who only reads it. */
export const nothingBeside: BesideTheTable = {
  forgetSignIn: () => Promise.reject(new Error('Only the erasure forgets a sign-in')),
  dropFile: () => Promise.reject(new Error('Only the erasure deletes a file')),
};
