import { createContainer } from '../container/remind-reviewers.ts';
import { log } from '../middleware/log.ts';

const { remindReviewers } = createContainer(process.env);

/** Hourly. What an earlier run has written already stays as it is. */
export const handler = async () => {
  const written = await remindReviewers();
  log({ level: 'info', reminders: written });
};
