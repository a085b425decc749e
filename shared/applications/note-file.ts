import type { Applications } from './application.port.ts';
import type { Attachments, Files } from './attachment.port.ts';
import { placeOfKey } from './attachment.ts';
import { type ScanSaid, settlePlace } from './settle-place.ts';
import { snapshotSchema } from './snapshot.ts';
import type { Submissions } from './submission.port.ts';

type Ports = {
  applications: Pick<Applications, 'find'>;
  attachments: Pick<Attachments, 'find' | 'settle'>;
  submissions: Pick<Submissions, 'find'>;
  files: Pick<Files, 'find' | 'isSound' | 'remove'>;
};

/**
 * What follows when something happened to a file: its place notes it. A file without a place, because that was given
 * up or its draft withdrawn, is deleted, unless it was sent once: what a submission holds stays as long as that.
 */
export const noteFile = (ports: Ports) => {
  const { applications, attachments, submissions, files } = ports;

  const wasSent = async (applicationId: string, attachmentId: string): Promise<boolean> => {
    const sent = (await applications.find(applicationId))?.submission?.no ?? 0;
    for (let no = sent; no > 0; no -= 1) {
      const submission = await submissions.find(applicationId, no);
      if (!submission) continue;
      const snapshot = snapshotSchema.parse(JSON.parse(submission.snapshot));
      if (snapshot.attachments.some(({ id }) => id === attachmentId)) return true;
    }
    return false;
  };

  return async (
    key: string,
    now: Date,
    said?: ScanSaid,
  ): Promise<'noted' | 'kept' | 'deleted' | 'foreign'> => {
    const of = placeOfKey(key);
    if (!of) return 'foreign';
    const place = await attachments.find(of.applicationId, of.id);
    if (place) {
      await settlePlace(ports)(place, now, said);
      return 'noted';
    }
    if (await wasSent(of.applicationId, of.id)) return 'kept';
    await files.remove(key);
    return 'deleted';
  };
};
