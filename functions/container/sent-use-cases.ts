import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { asScribe } from '../../shared/applications/as-scribe.ts';
import { compareVersions } from '../../shared/applications/compare-versions.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import { enterPaper } from '../../shared/applications/enter-paper.ts';
import {
  endExtension,
  extendApplication,
  viewExtension,
} from '../../shared/applications/extend-application.ts';
import { listExtensions } from '../../shared/applications/list-extensions.ts';
import { listPapers } from '../../shared/applications/list-papers.ts';
import { recordSignature } from '../../shared/applications/record-signature.ts';
import { signOffStore } from '../../shared/applications/sign-off.store.ts';
import { submissionStore } from '../../shared/applications/submission.store.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { messageWrites } from '../../shared/messages/message.store.ts';
import { enrolApplicant } from '../../shared/partnerships/enrol-applicant.ts';
import { listClaimants } from '../../shared/partnerships/list-claimants.ts';
import type { Partnerships } from '../../shared/partnerships/partnership.port.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { isClear, sightFor } from '../../shared/reviews/may-read.ts';
import { redactionStore } from '../../shared/reviews/redaction.store.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffClearance } from '../../shared/reviews/staff-clearance.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import { eventsOf } from '../../shared/table/event.store.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

type Engines = { readonly table: Table; readonly directory: Partnerships };

/** Versions compared, more time for one application, what came on paper, on one table; API and pages take what they need. */
export const sentUseCases = ({ table, directory }: Engines) => {
  const stores = {
    applications: applicationStore(table),
    rounds: roundStore(table),
    reviews: reviewStore(table, { applicationWrites }),
    staffConflicts: staffConflictStore(table),
    redactions: redactionStore(table),
    interests: openInterests(table),
    drafts: draftStore(table),
    submissions: submissionStore(table),
    signOffs: signOffStore(table, messageWrites),
    people: accountStore(table),
    eventsOf: eventsOf(table),
    enrol: enrolApplicant({ partnerships: directory }),
    directory,
  };
  const ports = {
    ...stores,
    isClear: isClear(stores),
    sightFor: sightFor(stores),
    clearance: staffClearance(stores),
  };
  return {
    compareVersions: compareVersions(ports),
    listExtensions: listExtensions(ports),
    viewExtension: viewExtension(ports),
    extendApplication: onceMore(extendApplication(ports)),
    endExtension: onceMore(endExtension(ports)),
    listPapers: listPapers(ports),
    listClaimants: listClaimants({ partnerships: directory }),
    enterPaper: enterPaper(ports),
    recordSignature: onceMore(asScribe(ports)(recordSignature(ports))),
  };
};
