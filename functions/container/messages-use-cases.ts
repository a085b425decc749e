import { onceMore } from '../../shared/kernel/once-more.ts';
import { listMessages } from '../../shared/messages/list-messages.ts';
import type { Compose } from '../../shared/messages/message.port.ts';
import { messageStore } from '../../shared/messages/message.store.ts';
import { releaseLetters } from '../../shared/messages/release-letters.ts';
import { settleMessage } from '../../shared/messages/settle-message.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';

type Engines = { table: Table; cursors: Cursors; compose: Compose };

export const messagesUseCases = ({ table, cursors, compose }: Engines) => {
  const messages = messageStore(table);
  return {
    listMessages: listMessages({ messages, compose, cursors }),
    settleMessage: onceMore(settleMessage({ messages })),
    releaseLetters: releaseLetters({ messages }),
  };
};
