import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { confirmationStore } from '../../shared/applications/confirmation.store.ts';
import { eligibilityTrailOf } from '../../shared/applications/eligibility-trail.store.ts';
import { pairEntries } from '../../shared/applications/pair-entry.store.ts';
import { submissionStore } from '../../shared/applications/submission.store.ts';
import { answerBeside } from '../../shared/endorsements/answer-beside.ts';
import { officeDomainStore } from '../../shared/endorsements/office-domain.store.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { assignReviewer } from '../../shared/reviews/assign-reviewer.ts';
import { declareConflict } from '../../shared/reviews/declare-conflict.ts';
import { declareNone } from '../../shared/reviews/declare-none.ts';
import { declareStaffConflict } from '../../shared/reviews/declare-staff-conflict.ts';
import { declineReview } from '../../shared/reviews/decline-review.ts';
import { flagStore } from '../../shared/reviews/flag.store.ts';
import { historyStore } from '../../shared/reviews/history.store.ts';
import { listFlags } from '../../shared/reviews/list-flags.ts';
import { listMyReviews } from '../../shared/reviews/list-my-reviews.ts';
import { listReviews } from '../../shared/reviews/list-reviews.ts';
import { listRevisions } from '../../shared/reviews/list-revisions.ts';
import { listRoundApplications } from '../../shared/reviews/list-round-applications.ts';
import { raiseFlag } from '../../shared/reviews/raise-flag.ts';
import {
  hidePassage,
  ruleFile,
  showPassage,
  viewRedaction,
} from '../../shared/reviews/redact-application.ts';
import { redactionStore } from '../../shared/reviews/redaction.store.ts';
import { removeReviewer } from '../../shared/reviews/remove-reviewer.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { saveReview } from '../../shared/reviews/save-review.ts';
import { settleFlag } from '../../shared/reviews/settle-flag.ts';
import { showContactDetails } from '../../shared/reviews/show-contact-details.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import { submitReview } from '../../shared/reviews/submit-review.ts';
import { viewApplicationFile } from '../../shared/reviews/view-application-file.ts';
import { viewAssignments } from '../../shared/reviews/view-assignments.ts';
import { viewProgress } from '../../shared/reviews/view-progress.ts';
import { viewReview } from '../../shared/reviews/view-review.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

type Engines = { table: Table; cursors: Cursors };

/** Everything reviews can do, on one table; API and pages take what they need. */
export const reviewsUseCases = ({ table, cursors }: Engines) => {
  const ports = {
    reviews: reviewStore(table, { applicationWrites }),
    staffConflicts: staffConflictStore(table),
    applications: applicationStore(table),
    pairEntries: pairEntries(table),
    eligibilityTrailOf: eligibilityTrailOf(table),
    submissions: submissionStore(table),
    rounds: roundStore(table),
    redactions: redactionStore(table),
    flags: flagStore(table),
    people: accountStore(table),
    interests: openInterests(table),
    ...historyStore(table),
    answerBeside: answerBeside({
      // Reading alone: nobody is mailed from here.
      confirmations: confirmationStore(table, () => []),
      officeDomains: officeDomainStore(table),
    }),
    cursors,
  };
  return {
    listMyReviews: listMyReviews(ports),
    viewReview: viewReview(ports),
    declareNone: onceMore(declareNone(ports)),
    declareConflict: onceMore(declareConflict(ports)),
    declineReview: onceMore(declineReview(ports)),
    saveReview: onceMore(saveReview(ports)),
    submitReview: onceMore(submitReview(ports)),
    listRevisions: listRevisions(ports),
    raiseFlag: onceMore(raiseFlag(ports)),
    listFlags: listFlags(ports),
    settleFlag: onceMore(settleFlag(ports)),
    viewProgress: viewProgress(ports),
    viewRedaction: viewRedaction(ports),
    hidePassage: onceMore(hidePassage(ports)),
    showPassage: onceMore(showPassage(ports)),
    ruleFile: onceMore(ruleFile(ports)),
    viewAssignments: viewAssignments(ports),
    assignReviewer: onceMore(assignReviewer(ports)),
    removeReviewer: onceMore(removeReviewer(ports)),
    listApplicationsForStaff: listRoundApplications(ports),
    viewApplicationFile: viewApplicationFile(ports),
    listReviews: listReviews(ports),
    showContactDetails: showContactDetails(ports),
    declareStaffConflict: onceMore(declareStaffConflict(ports)),
  };
};
