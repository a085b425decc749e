import { accountStore } from '../../shared/accounts/account.store.ts';
import { environments } from '../../shared/environment.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import { composeMail } from '../../web/messages/mail/compose-mail.ts';
import { openTable } from './clients.ts';
import { messagesUseCases } from './messages-use-cases.ts';

/** Builds everything once per cold start. Throws where the environment is incomplete. */
export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME, ORIGIN_SECRET, SEAL_KEY } = environments.api.parse(env);
  const table = openTable(TABLE_NAME);
  return {
    originSecret: ORIGIN_SECRET,
    personOf: accountStore(table).personOf,
    // The API shows a letter's words; a link in them is never whole there, so no origin is needed to make one.
    ...messagesUseCases({ table, cursors: cursorsWith(SEAL_KEY), compose: composeMail('') }),
  };
};

export type Container = ReturnType<typeof createContainer>;
