import * as z from 'zod';
import { mayEdit } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import { lineSchema } from '../kernel/text.ts';
import type { FilesOverLimit } from './application.errors.ts';
import { isEditable } from './application-actions.ts';
import { refuseStep } from './application-steps.ts';
import type { Attachments, Files, UploadForm } from './attachment.port.ts';
import { attachmentLimits, attachmentTypeIds, fileKey } from './attachment.ts';
import type { Drafts } from './draft.port.ts';

/** What a browser says of a file before it uploads it. Without scripts the size is not known yet. */
export const announcedFileSchema = z.strictObject({
  name: lineSchema(200).pipe(z.string().min(1)),
  type: z.enum(attachmentTypeIds),
  size: z.int().min(1).max(attachmentLimits.each).exactOptional(),
  /** A path on our own site where a browser goes on after uploading: for pages without scripts. */
  goOnTo: z
    .string()
    .regex(/^\/[A-Za-z0-9/_-]{1,200}$/)
    .exactOptional(),
});

type Ports = {
  drafts: Pick<Drafts, 'find'>;
  attachments: Pick<Attachments, 'add'>;
  files: Pick<Files, 'offerUpload'>;
};
type Input = z.output<typeof announcedFileSchema> & { applicationId: string };
export type Reserved = { attachmentId: string; upload: UploadForm };

/** Reserves a place for one file and gives the form that uploads it. The bytes never pass through here. */
export const addAttachment =
  ({
    drafts,
    attachments,
    files,
  }: Ports): UseCase<Input, Reserved, NotFound | StepRefused | FilesOverLimit> =>
  async (actor, { applicationId, name, type, size, goOnTo }, { receivedAt, idempotencyKey }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const draft = await drafts.find(applicationId);
    if (!draft || !mayEdit(actor, draft.application.organisationId)) return fail({ kind: 'not-found' });
    if (!isEditable(draft.application)) return fail(refuseStep(draft.application, 'edit'));

    const id = deriveId(actor.personId, 'attachment', applicationId, idempotencyKey);
    const others = draft.attachments.filter((one) => one.id !== id);
    const bytes = others.reduce((sum, one) => sum + (one.size ?? 0), size ?? 0);
    if (others.length >= attachmentLimits.files || bytes > attachmentLimits.together)
      return fail({ kind: 'files-over-limit', files: others.length + 1, bytes });

    const attachment = {
      id,
      applicationId,
      name,
      type,
      ...(size && { size }),
      by: actor.personId,
      at: receivedAt.toISOString(),
    };
    const maximumBytes = size ?? attachmentLimits.each;
    const upload = await files.offerUpload({ key: fileKey(attachment), type, maximumBytes, goOnTo });
    // A conflict is this very request's first try: the place is there, and the form fits it.
    await attachments.add(attachment);
    return ok({ attachmentId: id, upload });
  };
