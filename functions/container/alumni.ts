import { accountStore } from '../../shared/accounts/account.store.ts';
import { environments } from '../../shared/environment.ts';
import { newId, openTable } from './clients.ts';
import { registeringUseCases } from './registering-use-cases.ts';

/** Builds everything once per cold start. Throws where the environment is incomplete. */
export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME, ORIGIN_SECRET } = environments.api.parse(env);
  const table = openTable(TABLE_NAME);
  return {
    originSecret: ORIGIN_SECRET,
    personOf: accountStore(table).personOf,
    ...registeringUseCases({ table, newId }),
  };
};

export type Container = ReturnType<typeof createContainer>;
