import { S3Client } from '@aws-sdk/client-s3';
import { attachmentFiles } from '../../shared/applications/attachments.files.ts';
import { environments } from '../../shared/environment.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import type { AreaUseCases } from '../../web/areas.ts';
import { composeMail } from '../../web/messages/mail/compose-mail.ts';
import { accountsUseCases } from './accounts-use-cases.ts';
import { applicationsUseCases } from './applications-use-cases.ts';
import { awardsUseCases } from './awards-use-cases.ts';
import { newId, newToken, openTable } from './clients.ts';
import { messagesUseCases } from './messages-use-cases.ts';
import { openPartnerships, partnershipsUseCases } from './partnerships-use-cases.ts';
import { programsUseCases } from './programs-use-cases.ts';
import { reviewsUseCases } from './reviews-use-cases.ts';
import { sitePorts } from './site-ports.ts';

/** Builds everything once per cold start: every area's use cases on one table, and the site under them. */
export const createContainer = (env: NodeJS.ProcessEnv) => {
  const settings = environments.web.parse(env);
  const { PUBLIC_ORIGIN: publicOrigin, FILES_BUCKET: bucket } = settings;
  const table = openTable(settings.TABLE_NAME);
  const cursors = cursorsWith(settings.SEAL_KEY);
  const partnerships = openPartnerships(table);
  const files = attachmentFiles({ client: new S3Client(), bucket, publicOrigin });
  const accounts = accountsUseCases({ table, cursors, newId, newToken, organisations: partnerships });
  const all = {
    ...accounts,
    ...programsUseCases({ table, cursors }),
    ...partnershipsUseCases({ partnerships, cursors }),
    ...applicationsUseCases({ table, directory: partnerships, files, newToken }),
    ...reviewsUseCases({ table, cursors }),
    ...awardsUseCases(table),
    ...messagesUseCases({ table, cursors, compose: composeMail(publicOrigin) }),
  };
  const useCases: AreaUseCases = {
    home: all,
    partnerships: all,
    claims: all,
    organisations: all,
    publicAwards: all,
    people: all,
    applicant: all,
    signOff: all,
    confirm: all,
    ask: all,
    rounds: all,
    reviews: all,
    staffReviews: all,
    decisions: all,
    outcome: all,
    outbox: all,
    staffToday: all,
  };
  const filesOrigin = env.AWS_ENDPOINT_URL_S3 ?? `https://${bucket}.s3.${env.AWS_REGION}.amazonaws.com`;
  return { ports: sitePorts({ settings, filesOrigin, table, accounts }), useCases };
};
