import { accountStore } from '../../shared/accounts/account.store.ts';
import { environments } from '../../shared/environment.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import { composeMail } from '../../web/messages/mail/compose-mail.ts';
import { awardsUseCases } from './awards-use-cases.ts';
import { openTable } from './clients.ts';

/** Builds everything once per cold start. Throws where the environment is incomplete. */
export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME, ORIGIN_SECRET, SEAL_KEY, PUBLIC_ORIGIN } = environments.awardsApi.parse(env);
  const table = openTable(TABLE_NAME);
  return {
    originSecret: ORIGIN_SECRET,
    personOf: accountStore(table).personOf,
    // A letter is previewed with its links whole: byte for byte what will be sent.
    ...awardsUseCases({ table, cursors: cursorsWith(SEAL_KEY), compose: composeMail(PUBLIC_ORIGIN) }),
  };
};

export type Container = ReturnType<typeof createContainer>;
