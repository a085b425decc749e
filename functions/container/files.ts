import { S3Client } from '@aws-sdk/client-s3';
import { applicationStore } from '../../shared/applications/application.store.ts';
import { attachmentStore } from '../../shared/applications/attachment.store.ts';
import { attachmentFiles, scanStateOf } from '../../shared/applications/attachments.files.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import { dropFiles } from '../../shared/applications/drop-files.ts';
import { noteFile } from '../../shared/applications/note-file.ts';
import { submissionStore } from '../../shared/applications/submission.store.ts';
import { environments } from '../../shared/environment.ts';
import { openTable, systemClock } from './clients.ts';

export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME, FILES_BUCKET: bucket, PUBLIC_ORIGIN: publicOrigin } = environments.files.parse(env);
  const table = openTable(TABLE_NAME);
  const ports = {
    applications: applicationStore(table),
    attachments: attachmentStore(table),
    drafts: draftStore(table),
    submissions: submissionStore(table),
    files: attachmentFiles({ client: new S3Client(), bucket, publicOrigin }),
  };
  return { noteFile: noteFile(ports), dropFiles: dropFiles(ports), scanStateOf, clock: systemClock };
};
