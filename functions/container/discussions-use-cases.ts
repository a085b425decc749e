import { accountStore } from '../../shared/accounts/account.store.ts';
import { roleStore } from '../../shared/accounts/role.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { addPost } from '../../shared/discussions/add-post.ts';
import { discussionStore } from '../../shared/discussions/discussion.store.ts';
import { moveDiscussion } from '../../shared/discussions/move-discussion.ts';
import { nameLead } from '../../shared/discussions/name-lead.ts';
import { nameLeads } from '../../shared/discussions/name-leads.ts';
import { reviseReview } from '../../shared/discussions/revise-review.ts';
import { roundDiscussionStore } from '../../shared/discussions/round-discussion.store.ts';
import { saveNotes } from '../../shared/discussions/save-notes.ts';
import { setAgenda } from '../../shared/discussions/set-agenda.ts';
import { viewAgenda } from '../../shared/discussions/view-agenda.ts';
import { viewDiscussion } from '../../shared/discussions/view-discussion.ts';
import { viewMyAgenda } from '../../shared/discussions/view-my-agenda.ts';
import { viewRoundDiscussion } from '../../shared/discussions/view-round-discussion.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { redactionStore } from '../../shared/reviews/redaction.store.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

type Engines = { table: Table; cursors: Cursors };

/** Everything discussions can do, on one table; API and pages take what they need. */
export const discussionsUseCases = ({ table, cursors }: Engines) => {
  const ports = {
    roundDiscussions: roundDiscussionStore(table),
    discussions: discussionStore(table),
    reviews: reviewStore(table, { applicationWrites }),
    staffConflicts: staffConflictStore(table),
    interests: openInterests(table),
    applications: applicationStore(table),
    rounds: roundStore(table),
    people: accountStore(table),
    roles: roleStore(table),
    redactions: redactionStore(table),
    cursors,
  };
  return {
    viewRoundDiscussion: viewRoundDiscussion(ports),
    moveDiscussion: onceMore(moveDiscussion(ports)),
    nameLeads: nameLeads(ports),
    nameLead: onceMore(nameLead(ports)),
    viewDiscussion: viewDiscussion(ports),
    addPost: onceMore(addPost(ports)),
    saveNotes: onceMore(saveNotes(ports)),
    reviseReview: onceMore(reviseReview(ports)),
    viewAgenda: viewAgenda(ports),
    setAgenda: onceMore(setAgenda(ports)),
    viewMyAgenda: viewMyAgenda(ports),
  };
};
