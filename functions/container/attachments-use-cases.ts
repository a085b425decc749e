import { addAttachment } from '../../shared/applications/add-attachment.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { asScribe, readAsScribe } from '../../shared/applications/as-scribe.ts';
import type { Files } from '../../shared/applications/attachment.port.ts';
import { attachmentStore } from '../../shared/applications/attachment.store.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import { openAttachment } from '../../shared/applications/open-attachment.ts';
import { removeAttachment } from '../../shared/applications/remove-attachment.ts';
import { settleAttachment } from '../../shared/applications/settle-attachment.ts';
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

/** Files of applications: placed and removed by their own people, opened by whoever may read them. */
export const attachmentsUseCases = ({ table, files }: Engines) => {
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
    files,
    rounds,
    attachments: attachmentStore(table),
    drafts: draftStore(table),
    submissions: submissionStore(table),
    isClear: isClear(readers),
    sightFor: sightFor(readers),
  };
  const typing = asScribe(ports);
  return {
    addAttachment: typing(addAttachment(ports)),
    openAttachment: readAsScribe(ports)(openAttachment(ports)),
    settleAttachment: typing(settleAttachment(ports)),
    removeAttachment: onceMore(typing(removeAttachment(ports))),
  };
};
