import { SESv2Client } from '@aws-sdk/client-sesv2';
import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { confirmationStore } from '../../shared/applications/confirmation.store.ts';
import { signOffStore } from '../../shared/applications/sign-off.store.ts';
import { writeOpeningNotices } from '../../shared/discussions/write-opening-notices.ts';
import { mailCameBack } from '../../shared/endorsements/mail-came-back.ts';
import { environments } from '../../shared/environment.ts';
import { introductionStore } from '../../shared/introductions/introduction.store.ts';
import { writeIntroductionNotices } from '../../shared/introductions/write-introduction-notices.ts';
import { deliverMessage } from '../../shared/messages/deliver-message.ts';
import { messageStore, messageWrites } from '../../shared/messages/message.store.ts';
import { sesMailer } from '../../shared/messages/ses.mail.ts';
import { writeNotices } from '../../shared/messages/write-notices.ts';
import { writeRoundNotices } from '../../shared/messages/write-round-notices.ts';
import { questionStore } from '../../shared/programs/question.store.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import { composeMail } from '../../web/messages/mail/compose-mail.ts';
import { openAskedAlumni } from './asked-alumni.ts';
import { openTable, systemClock } from './clients.ts';
import { openInterests } from './interests.ts';
import { openPartnerships } from './partnerships-use-cases.ts';

export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME, PUBLIC_ORIGIN, MAIL_FROM } = environments.mail.parse(env);
  const table = openTable(TABLE_NAME);
  const messages = messageStore(table);
  const about = {
    applications: applicationStore(table),
    rounds: roundStore(table),
    people: accountStore(table),
    messages,
    clock: systemClock,
  };
  return {
    writeNotices: writeNotices({ ...about, questions: questionStore(table) }),
    writeOpeningNotices: writeOpeningNotices({
      ...about,
      reviews: reviewStore(table, { applicationWrites }),
      staffConflicts: staffConflictStore(table),
      interests: openInterests(table),
    }),
    writeRoundNotices: writeRoundNotices(about),
    writeIntroductionNotices: writeIntroductionNotices({
      ...about,
      introductions: introductionStore(table, { messageWrites }),
      alumni: openAskedAlumni(table),
      directory: openPartnerships(table),
    }),
    mailCameBack: mailCameBack({
      messages,
      confirmations: confirmationStore(table, messageWrites),
      signOffs: signOffStore(table, messageWrites),
      clock: systemClock,
    }),
    deliverMessage: deliverMessage({
      messages,
      compose: composeMail(PUBLIC_ORIGIN),
      mail: sesMailer(new SESv2Client({ maxAttempts: 1 }), MAIL_FROM),
      clock: systemClock,
    }),
  };
};
