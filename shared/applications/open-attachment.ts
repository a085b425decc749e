import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { FileWithheld } from './application.errors.ts';
import type { Files } from './attachment.port.ts';
import { fileKey } from './attachment.ts';
import { belonging } from './belonging.ts';
import type { Drafts } from './draft.port.ts';
import type { Draft } from './draft.ts';
import { shownName } from './read-snapshot.ts';
import { type SightFor, wholeSight } from './sight.ts';
import { snapshotSchema } from './snapshot.ts';
import type { Submissions } from './submission.port.ts';

type Ports = {
  drafts: Pick<Drafts, 'find'>;
  submissions: Pick<Submissions, 'find'>;
  files: Pick<Files, 'address' | 'find'>;
  sightFor: SightFor;
};
type Input = { applicationId: string; attachmentId: string };

/**
 * Where a file can be fetched for the next minute, once a scanner has found it clean: its own people any file, readers those
 * that were sent. Who may, and what the scanner says, is asked anew each time.
 */
export const openAttachment = (
  ports: Ports,
): UseCase<Input, { address: string }, NotFound | FileWithheld> => {
  const { drafts, submissions, files, sightFor } = ports;

  const sentFiles = async ({ application }: Draft) => {
    if (!application.submission) return [];
    const submission = await submissions.find(application.id, application.submission.no);
    return submission ? snapshotSchema.parse(JSON.parse(submission.snapshot)).attachments : [];
  };

  return async (actor, { applicationId, attachmentId }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const draft = await drafts.find(applicationId);
    if (!draft) return fail({ kind: 'not-found' });
    const { application } = draft;
    const isMember = belonging(actor, application) !== undefined;
    const [sight, sent] = await Promise.all([
      isMember ? wholeSight : sightFor(actor, application),
      sentFiles(draft),
    ]);
    if (!sight) return fail({ kind: 'not-found' });
    const byId = ({ id }: { id: string }) => id === attachmentId;
    const file = (isMember && draft.attachments.find(byId)) || sent.find(byId);
    if (!file) return fail({ kind: 'not-found' });
    // A file may name anyone on its first page, and so may its own name: what is kept from a reader is not there.
    const name = isMember ? file.name : shownName(file, sent.findIndex(byId), sight);
    if (name === '') return fail({ kind: 'not-found' });
    const key = fileKey({ applicationId, id: file.id });
    const stored = await files.find(key);
    // An upload form stays open for a while: readers get the bytes that were sent, or none.
    if (!stored || (!isMember && 'etag' in file && stored.etag !== file.etag))
      return fail({ kind: 'not-found' });
    const { scan, versionId } = stored;
    if (scan !== 'clean') return fail({ kind: 'file-withheld', scan });
    return ok({ address: await files.address({ key, name, type: file.type, versionId }) });
  };
};
