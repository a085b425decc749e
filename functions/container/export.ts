import { S3Client } from '@aws-sdk/client-s3';
import { applicationWrites } from '../../shared/applications/application.store.ts';
import type { Files } from '../../shared/applications/attachment.port.ts';
import { attachmentFiles } from '../../shared/applications/attachments.files.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import { decisionStore } from '../../shared/awards/decision.store.ts';
import { environments } from '../../shared/environment.ts';
import type { Works } from '../../shared/jobs/job.port.ts';
import type { ListJobKind } from '../../shared/jobs/job.ts';
import { runJob } from '../../shared/jobs/run-job.ts';
import { messageStore, messageWrites } from '../../shared/messages/message.store.ts';
import { roundWrites } from '../../shared/programs/round.store.ts';
import { exportFiles } from '../../shared/roster/export.files.ts';
import type { ExportFiles } from '../../shared/roster/export.port.ts';
import { makeExport } from '../../shared/roster/make-export.ts';
import { makeMailing } from '../../shared/roster/make-mailing.ts';
import { remakeRoster } from '../../shared/roster/rebuild-roster.ts';
import { refreshRound } from '../../shared/roster/refresh-roster.ts';
import type { Table } from '../../shared/table/table.ts';
import { systemClock as clock, openTable } from './clients.ts';
import { rosterPorts } from './roster-use-cases.ts';

export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME, FILES_BUCKET: bucket } = environments.export.parse(env);
  const client = new S3Client();
  // It only looks at attachments, and offers no form that would lead back to a page.
  const attachments = attachmentFiles({ client, bucket, publicOrigin: '' });
  return listJobsOn(openTable(TABLE_NAME), { files: exportFiles({ client, bucket }), attachments });
};

type Stores = { readonly files: ExportFiles; readonly attachments: Pick<Files, 'find'> };

/** The long work on what staff have filtered, on one table. */
export const listJobsOn = (table: Table, stores: Stores) => {
  const ports = { ...rosterPorts(table), ...stores, clock };
  const works: Works<ListJobKind> = {
    'write-export': makeExport({
      ...ports,
      drafts: draftStore(table),
      decisions: decisionStore(table, { applicationWrites, messageWrites, roundWrites }),
    }),
    'write-mailing': makeMailing({ ...ports, messages: messageStore(table) }),
    'rebuild-roster': remakeRoster({ ...ports, refreshRound: refreshRound(ports) }),
  };
  return { runJob: runJob({ jobs: ports.jobs, works, clock }) };
};
