import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { submissionStore } from '../../shared/applications/submission.store.ts';
import { jobStore, jobWrites } from '../../shared/jobs/job.store.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import type { Compose } from '../../shared/messages/message.port.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { committeeClearance } from '../../shared/reviews/staff-clearance.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import { askExport } from '../../shared/roster/ask-export.ts';
import { editMailing, writeMailing } from '../../shared/roster/edit-mailing.ts';
import type { ExportFiles } from '../../shared/roster/export.port.ts';
import { exportStore } from '../../shared/roster/export.store.ts';
import { listRoster } from '../../shared/roster/list-roster.ts';
import { mailingStore } from '../../shared/roster/mailing.store.ts';
import { listExports, openExport, viewExport } from '../../shared/roster/open-export.ts';
import { previewMailing } from '../../shared/roster/preview-mailing.ts';
import { rebuildRoster } from '../../shared/roster/rebuild-roster.ts';
import { rosterStore } from '../../shared/roster/roster.store.ts';
import { sendMailing } from '../../shared/roster/send-mailing.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

export const rosterPorts = (table: Table) => {
  const stores = {
    applications: applicationStore(table),
    submissions: submissionStore(table),
    rounds: roundStore(table),
    reviews: reviewStore(table, { applicationWrites }),
    staffConflicts: staffConflictStore(table),
    interests: openInterests(table),
    people: accountStore(table),
    jobs: jobStore(table),
    roster: rosterStore(table),
    exports: exportStore(table, { jobWrites }),
    mailings: mailingStore(table, { jobWrites }),
  };
  return { ...stores, clearance: committeeClearance(stores) };
};

type Engines = {
  readonly table: Table;
  readonly cursors: Cursors;
  readonly compose: Compose;
  readonly exportFiles: Pick<ExportFiles, 'address'>;
};

/** Lists of what was sent, mail to them and files of them, on one table; API and pages take what they need. */
export const rosterUseCases = ({ table, cursors, compose, exportFiles }: Engines) => {
  const ports = { ...rosterPorts(table), cursors, compose, files: exportFiles };
  return {
    listRoster: listRoster(ports),
    rebuildRoster: onceMore(rebuildRoster(ports)),
    askExport: onceMore(askExport(ports)),
    listExports: listExports(ports),
    viewExport: viewExport(ports),
    openExport: openExport(ports),
    writeMailing: onceMore(writeMailing(ports)),
    editMailing: onceMore(editMailing(ports)),
    previewMailing: previewMailing(ports),
    sendMailing: onceMore(sendMailing(ports)),
  };
};
