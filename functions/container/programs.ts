import { accountStore } from '../../shared/accounts/account.store.ts';
import { environments } from '../../shared/environment.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import { openTable } from './clients.ts';
import { programsUseCases } from './programs-use-cases.ts';
import { roundFormsUseCases } from './round-forms-use-cases.ts';

/** Builds everything once per cold start. Throws where the environment is incomplete. */
export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME, ORIGIN_SECRET, SEAL_KEY } = environments.api.parse(env);
  const table = openTable(TABLE_NAME);
  return {
    originSecret: ORIGIN_SECRET,
    personOf: accountStore(table).personOf,
    ...programsUseCases({ table, cursors: cursorsWith(SEAL_KEY) }),
    ...roundFormsUseCases(table),
  };
};

export type Container = ReturnType<typeof createContainer>;
