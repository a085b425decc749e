import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import type { Files } from '../../shared/applications/attachment.port.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import { openAttachment } from '../../shared/applications/open-attachment.ts';
import { returnApplication } from '../../shared/applications/return-application.ts';
import { submissionStore } from '../../shared/applications/submission.store.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { isClear, sightFor } from '../../shared/reviews/may-read.ts';
import { redactionStore } from '../../shared/reviews/redaction.store.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

type Engines = { readonly table: Table; readonly files: Files };

/** What the program office does with an application that was sent, without drafting: its function need not hold that. */
export const sentApplicationsUseCases = ({ table, files }: Engines) => {
  const ports = {
    applications: applicationStore(table),
    rounds: roundStore(table),
    reviews: reviewStore(table, { applicationWrites }),
    staffConflicts: staffConflictStore(table),
    redactions: redactionStore(table),
    interests: openInterests(table),
    drafts: draftStore(table),
    submissions: submissionStore(table),
    files,
  };
  return {
    returnApplication: onceMore(returnApplication({ ...ports, isClear: isClear(ports) })),
    openAttachment: openAttachment({ ...ports, sightFor: sightFor(ports) }),
  };
};
