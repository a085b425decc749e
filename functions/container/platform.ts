import { environments } from '../../shared/environment.ts';
import { tableProbe } from '../../shared/platform/table-probe.store.ts';
import { viewHealth } from '../../shared/platform/view-health.ts';
import { openTable } from './clients.ts';

/** Builds everything once per cold start. Throws where the environment is incomplete. */
export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME, ORIGIN_SECRET } = environments.api.parse(env);
  const table = openTable(TABLE_NAME);
  return {
    originSecret: ORIGIN_SECRET,
    // Both addresses are public: nobody is looked up, and the store for it stays out of the bundle.
    personOf: async () => undefined,
    viewHealth: viewHealth({ probe: tableProbe(table) }),
  };
};

export type Container = ReturnType<typeof createContainer>;
