import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { introductionStore } from '../../shared/introductions/introduction.store.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { countHeld } from '../../shared/messages/count-held.ts';
import { listMessages } from '../../shared/messages/list-messages.ts';
import type { Compose } from '../../shared/messages/message.port.ts';
import { messageStore, messageWrites } from '../../shared/messages/message.store.ts';
import { releaseLetters } from '../../shared/messages/release-letters.ts';
import { settleMessage } from '../../shared/messages/settle-message.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffClearance } from '../../shared/reviews/staff-clearance.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

type Engines = { table: Table; cursors: Cursors; compose: Compose };

export const messagesUseCases = ({ table, cursors, compose }: Engines) => {
  const messages = messageStore(table);
  const applications = applicationStore(table);
  const reviews = reviewStore(table, { applicationWrites });
  const clearance = staffClearance({
    staffConflicts: staffConflictStore(table),
    reviews,
    interests: openInterests(table),
  });
  const introductions = introductionStore(table, { messageWrites });
  const ports = { messages, applications, introductions, clearance };
  return {
    listMessages: listMessages({ ...ports, compose, cursors }),
    settleMessage: onceMore(settleMessage(ports)),
    releaseLetters: releaseLetters(ports),
    countHeld: countHeld(ports),
  };
};
