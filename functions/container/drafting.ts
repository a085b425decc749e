import { accountStore } from '../../shared/accounts/account.store.ts';
import { environments } from '../../shared/environment.ts';
import { openTable } from './clients.ts';
import { draftingUseCases } from './drafting-use-cases.ts';
import { openPartnerships } from './partnerships-use-cases.ts';

/** Builds everything once per cold start. Throws where the environment is incomplete. */
export const createContainer = (env: NodeJS.ProcessEnv) => {
  const settings = environments.api.parse(env);
  const table = openTable(settings.TABLE_NAME);
  return {
    originSecret: settings.ORIGIN_SECRET,
    personOf: accountStore(table).personOf,
    ...draftingUseCases({ table, directory: openPartnerships(table) }),
  };
};

export type Container = ReturnType<typeof createContainer>;
