import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { environments } from '../../shared/environment.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { listRoundApplications } from '../../shared/reviews/list-round-applications.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import { applicationsUseCases } from './applications-use-cases.ts';
import { newToken, openTable } from './clients.ts';
import { openInterests } from './interests.ts';
import { openPartnerships } from './partnerships-use-cases.ts';

/** Builds everything once per cold start. Throws where the environment is incomplete. */
export const createContainer = (env: NodeJS.ProcessEnv) => {
  const settings = environments.api.parse(env);
  const table = openTable(settings.TABLE_NAME);
  const directory = openPartnerships(table);
  const cursors = cursorsWith(settings.SEAL_KEY);
  return {
    originSecret: settings.ORIGIN_SECRET,
    personOf: accountStore(table).personOf,
    ...applicationsUseCases({ table, directory, newToken, cursors }),
    listRoundApplications: listRoundApplications({
      applications: applicationStore(table),
      rounds: roundStore(table),
      staffConflicts: staffConflictStore(table),
      interests: openInterests(table),
      reviews: reviewStore(table, { applicationWrites }),
      cursors,
    }),
  };
};

export type Container = ReturnType<typeof createContainer>;
