import { createContainer } from '../container/remind-drafts.ts';
import { log } from '../middleware/log.ts';

const { remindDrafts } = createContainer(process.env);

/** Hourly. What an earlier run has written already stays as it is. */
export const handler = async () => {
  const written = await remindDrafts();
  log({ level: 'info', reminders: written });
};
