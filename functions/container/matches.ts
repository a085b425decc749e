import { accountStore } from '../../shared/accounts/account.store.ts';
import { environments } from '../../shared/environment.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import { openTable } from './clients.ts';
import { matchesUseCases } from './matches-use-cases.ts';

/** Builds everything once per cold start. Throws where the environment is incomplete. */
export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME, ORIGIN_SECRET, SEAL_KEY } = environments.api.parse(env);
  const table = openTable(TABLE_NAME);
  return {
    originSecret: ORIGIN_SECRET,
    personOf: accountStore(table).personOf,
    ...matchesUseCases({ table, cursors: cursorsWith(SEAL_KEY) }),
  };
};

export type Container = ReturnType<typeof createContainer>;
