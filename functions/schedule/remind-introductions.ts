import { createContainer } from '../container/remind-introductions.ts';
import { log } from '../middleware/log.ts';

const { expireIntroductions, remindIntroductions } = createContainer(process.env);

/** Hourly. What an earlier run has written already stays as it is. */
export const handler = async () => {
  const expired = await expireIntroductions();
  const reminders = await remindIntroductions();
  log({ level: 'info', expired, reminders });
};
