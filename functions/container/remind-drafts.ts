import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore } from '../../shared/applications/application.store.ts';
import { environments } from '../../shared/environment.ts';
import { messageStore } from '../../shared/messages/message.store.ts';
import { remindDrafts } from '../../shared/messages/remind-drafts.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { openTable, systemClock } from './clients.ts';

export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME } = environments.schedule.parse(env);
  const table = openTable(TABLE_NAME);
  return {
    remindDrafts: remindDrafts({
      rounds: roundStore(table),
      applications: applicationStore(table),
      people: accountStore(table),
      messages: messageStore(table),
      clock: systemClock,
    }),
  };
};
