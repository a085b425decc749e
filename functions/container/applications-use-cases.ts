import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { asScribe } from '../../shared/applications/as-scribe.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import { listMyApplications } from '../../shared/applications/list-my-applications.ts';
import { reopenApplication } from '../../shared/applications/reopen-application.ts';
import { saveSection } from '../../shared/applications/save-section.ts';
import { acceptAward, declineAward } from '../../shared/applications/settle-award.ts';
import { startApplication } from '../../shared/applications/start-application.ts';
import { submissionStore } from '../../shared/applications/submission.store.ts';
import { submitApplication } from '../../shared/applications/submit-application.ts';
import { viewApplication } from '../../shared/applications/view-application.ts';
import { viewReceipt } from '../../shared/applications/view-receipt.ts';
import { viewSubmission } from '../../shared/applications/view-submission.ts';
import { withdrawApplication } from '../../shared/applications/withdraw-application.ts';
import { officeDomainStore } from '../../shared/endorsements/office-domain.store.ts';
import type { NewToken } from '../../shared/kernel/link-token.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import type { PartnershipDirectory } from '../../shared/partnerships/partnership.port.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { isClear, sightFor } from '../../shared/reviews/may-read.ts';
import { redactionStore } from '../../shared/reviews/redaction.store.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import { eventsOf } from '../../shared/table/event.store.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';
import { sentApplicationsUseCases } from './sent-applications-use-cases.ts';

type Engines = {
  readonly table: Table;
  readonly directory: PartnershipDirectory;
  readonly newToken: NewToken;
  /** Open what an eligibility check has sealed. */
  readonly cursors: Cursors;
};

/** Everything applications can do, on one table; API and pages take what they need. */
export const applicationsUseCases = ({ table, directory, newToken, cursors }: Engines) => {
  const applications = applicationStore(table);
  const rounds = roundStore(table);
  const readers = {
    applications,
    rounds,
    reviews: reviewStore(table, { applicationWrites }),
    staffConflicts: staffConflictStore(table),
    redactions: redactionStore(table),
    interests: openInterests(table),
  };
  const ports = {
    applications,
    rounds,
    directory,
    newToken,
    cursors,
    newSalt: newToken,
    accounts: accountStore(table),
    drafts: draftStore(table),
    officeDomains: officeDomainStore(table),
    submissions: submissionStore(table),
    eventsOf: eventsOf(table),
    isClear: isClear(readers),
    sightFor: sightFor(readers),
  };
  const typing = asScribe(ports);
  return {
    ...sentApplicationsUseCases(table),
    startApplication: startApplication(ports),
    listMyApplications: listMyApplications(ports),
    viewApplication: typing(viewApplication(ports)),
    saveSection: typing(saveSection(ports)),
    submitApplication: typing(submitApplication(ports)),
    viewReceipt: typing(viewReceipt(ports)),
    viewSubmission: viewSubmission(ports),
    reopenApplication: onceMore(typing(reopenApplication(ports))),
    withdrawApplication: onceMore(typing(withdrawApplication(ports))),
    acceptAward: onceMore(acceptAward(ports)),
    declineAward: onceMore(declineAward(ports)),
  };
};
