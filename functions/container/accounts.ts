import { environments } from '../../shared/environment.ts';
import { organisationStore } from '../../shared/partnerships/organisation.store.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import { accountsUseCases } from './accounts-use-cases.ts';
import { newId, newToken, openTable } from './clients.ts';
import { ownDataUseCases } from './own-data-use-cases.ts';

/** Builds everything once per cold start. Throws where the environment is incomplete. */
export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME, ORIGIN_SECRET, SEAL_KEY } = environments.api.parse(env);
  const table = openTable(TABLE_NAME);
  const cursors = cursorsWith(SEAL_KEY);
  // Only organisations' names are read here: the list of partnerships would double this function's size.
  const { organisation } = organisationStore(table, () => []);
  return {
    originSecret: ORIGIN_SECRET,
    ...ownDataUseCases(table),
    ...accountsUseCases({ table, cursors, newId, newToken, organisations: { organisation } }),
  };
};

export type Container = ReturnType<typeof createContainer>;
