import { accountStore } from '../../shared/accounts/account.store.ts';
import { environments } from '../../shared/environment.ts';
import { expireIntroductions } from '../../shared/introductions/expire-introductions.ts';
import { introductionStore } from '../../shared/introductions/introduction.store.ts';
import { remindIntroductions } from '../../shared/introductions/remind-introductions.ts';
import { messageWrites } from '../../shared/messages/message.store.ts';
import { openAskedAlumni } from './asked-alumni.ts';
import { newToken, openTable, systemClock } from './clients.ts';
import { openPartnerships } from './partnerships-use-cases.ts';

export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME } = environments.schedule.parse(env);
  const table = openTable(TABLE_NAME);
  const ports = {
    introductions: introductionStore(table, { messageWrites }),
    alumni: openAskedAlumni(table),
    people: accountStore(table),
    directory: openPartnerships(table),
    newToken,
    clock: systemClock,
  };
  return {
    expireIntroductions: expireIntroductions(ports),
    remindIntroductions: remindIntroductions(ports),
  };
};
