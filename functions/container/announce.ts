import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { applyAnnouncement } from '../../shared/awards/apply-announcement.ts';
import { decisionStore } from '../../shared/awards/decision.store.ts';
import { environments } from '../../shared/environment.ts';
import { messageWrites } from '../../shared/messages/message.store.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { openTable, systemClock } from './clients.ts';

export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME } = environments.job.parse(env);
  const table = openTable(TABLE_NAME);
  return {
    applyAnnouncement: applyAnnouncement({
      applications: applicationStore(table),
      rounds: roundStore(table),
      decisions: decisionStore(table, { applicationWrites, messageWrites }),
      people: accountStore(table),
      clock: systemClock,
    }),
  };
};
