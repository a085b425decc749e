import { environments } from '../../shared/environment.ts';
import { announcementOn } from './awards-use-cases.ts';
import { openTable, systemClock } from './clients.ts';

export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME } = environments.job.parse(env);
  return { applyAnnouncement: announcementOn(openTable(TABLE_NAME), systemClock) };
};
