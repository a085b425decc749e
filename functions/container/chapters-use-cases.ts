import { accountStore } from '../../shared/accounts/account.store.ts';
import { alumDraftStore } from '../../shared/alumni/alum-draft.store.ts';
import { withdrawalsStore } from '../../shared/alumni/withdrawals.store.ts';
import { alumImportStore } from '../../shared/chapters/alum-import.store.ts';
import { alumInvitationStore } from '../../shared/chapters/alum-invitation.store.ts';
import { alumniCountsStore } from '../../shared/chapters/alumni-counts.store.ts';
import { acceptAlumInvitation, declineAlumInvitation } from '../../shared/chapters/answer-alum-invitation.ts';
import { exportChapterMembers } from '../../shared/chapters/export-chapter-members.ts';
import { continueAlumImport, importAlumni } from '../../shared/chapters/import-alumni.ts';
import { listAlumInvitations, withdrawAlumInvitation } from '../../shared/chapters/list-alum-invitations.ts';
import { listChapterMembers } from '../../shared/chapters/list-chapter-members.ts';
import { listChapters, viewChapter } from '../../shared/chapters/list-chapters.ts';
import { previewAlumImport } from '../../shared/chapters/preview-import.ts';
import { viewAlumInvitation } from '../../shared/chapters/view-alum-invitation.ts';
import { viewAlumniCounts } from '../../shared/chapters/view-alumni-counts.ts';
import { viewChapterNumbers } from '../../shared/chapters/view-chapter-numbers.ts';
import { introductionStore } from '../../shared/introductions/introduction.store.ts';
import { listChapterIntroductions } from '../../shared/introductions/introduction-lists.ts';
import type { NewToken } from '../../shared/kernel/link-token.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { messageWrites } from '../../shared/messages/message.store.ts';
import type { Partnerships } from '../../shared/partnerships/partnership.port.ts';
import { historyStore } from '../../shared/reviews/history.store.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { openAskedAlumni } from './asked-alumni.ts';
import { openCards } from './matches-queue.ts';
import { openAlumni } from './registering-use-cases.ts';

type Engines = {
  readonly table: Table;
  readonly cursors: Cursors;
  readonly newToken: NewToken;
  readonly partnerships: Pick<Partnerships, 'confirmed' | 'find' | 'many' | 'claim'>;
};

/** Everything chapters can do, on one table; API and pages take what they need. */
export const chaptersUseCases = ({ table, cursors, newToken, partnerships }: Engines) => {
  const ports = {
    counting: alumniCountsStore(table),
    members: openCards(table),
    accounts: accountStore(table),
    withdrawals: withdrawalsStore(table),
    invitations: alumInvitationStore(table, messageWrites),
    imports: alumImportStore(table),
    alumni: openAlumni(table),
    drafts: alumDraftStore(table),
    note: historyStore(table).note,
    introductions: introductionStore(table, { messageWrites }),
    ...{ cursors, newToken, partnerships, directory: partnerships },
  };
  return {
    listChapters: listChapters(),
    viewChapter: viewChapter(),
    viewAlumniCounts: viewAlumniCounts(ports),
    listChapterMembers: listChapterMembers(ports),
    viewChapterNumbers: viewChapterNumbers(ports),
    exportChapterMembers: exportChapterMembers(ports),
    listChapterIntroductions: listChapterIntroductions({ ...ports, alumni: openAskedAlumni(table) }),
    previewAlumImport: previewAlumImport(ports),
    importAlumni: importAlumni(ports),
    continueAlumImport: continueAlumImport(ports),
    listAlumInvitations: listAlumInvitations(ports),
    withdrawAlumInvitation: onceMore(withdrawAlumInvitation(ports)),
    viewAlumInvitation: viewAlumInvitation(ports),
    acceptAlumInvitation: onceMore(acceptAlumInvitation(ports)),
    declineAlumInvitation: onceMore(declineAlumInvitation(ports)),
  };
};
