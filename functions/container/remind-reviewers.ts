import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { environments } from '../../shared/environment.ts';
import { messageStore } from '../../shared/messages/message.store.ts';
import { remindReviewers } from '../../shared/messages/remind-reviewers.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import { openTable, systemClock } from './clients.ts';
import { openInterests } from './interests.ts';

export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME } = environments.schedule.parse(env);
  const table = openTable(TABLE_NAME);
  return {
    remindReviewers: remindReviewers({
      rounds: roundStore(table),
      applications: applicationStore(table),
      reviews: reviewStore(table, { applicationWrites }),
      staffConflicts: staffConflictStore(table),
      people: accountStore(table),
      interests: openInterests(table),
      messages: messageStore(table),
      clock: systemClock,
    }),
  };
};
