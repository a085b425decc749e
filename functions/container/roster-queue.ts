import { applicationStore } from '../../shared/applications/application.store.ts';
import { submissionStore } from '../../shared/applications/submission.store.ts';
import { environments } from '../../shared/environment.ts';
import { refreshRoster } from '../../shared/roster/refresh-roster.ts';
import { rosterStore } from '../../shared/roster/roster.store.ts';
import type { Table } from '../../shared/table/table.ts';
import { openTable } from './clients.ts';

export const createContainer = (env: NodeJS.ProcessEnv) => ({
  refreshRoster: refreshRosterOn(openTable(environments.roster.parse(env).TABLE_NAME)),
});

export const refreshRosterOn = (table: Table) =>
  refreshRoster({
    applications: applicationStore(table),
    submissions: submissionStore(table),
    roster: rosterStore(table),
  });
