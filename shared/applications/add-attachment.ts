import * as z from 'zod';
import type { Actor } from '../kernel/actor.ts';
import type { Call, UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { lineSchema } from '../kernel/text.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { FilesOverLimit } from './application.errors.ts';
import { isEditable } from './application-actions.ts';
import { refuseStep } from './application-steps.ts';
import type { Attachments, Files, UploadForm } from './attachment.port.ts';
import {
  type Attachment,
  attachmentLimits,
  attachmentTypeIds,
  fileKey,
  fileRoles,
  isLapsed,
} from './attachment.ts';
import type { Drafts } from './draft.port.ts';
import type { Draft } from './draft.ts';
import { asksForFile } from './sections/file-questions.ts';
import { settlePlace } from './settle-place.ts';

/** What a browser says of a file before it uploads it. Without scripts the size is not known yet. */
export const announcedFileSchema = z.strictObject({
  name: lineSchema(200).pipe(z.string().min(1)),
  type: z.enum(attachmentTypeIds),
  size: z.int().min(1).max(attachmentLimits.each).exactOptional(),
  /** The round's extra question that it answers. */
  questionId: z.string().min(1).max(100).exactOptional(),
  /** What it stands for, where that is more than a file. */
  standsFor: z.enum(fileRoles).exactOptional(),
  /** A path on our own site where a browser goes on after uploading: for pages without scripts. */
  goOnTo: z
    .string()
    .regex(/^\/[A-Za-z0-9/_-]{1,200}$/)
    .exactOptional(),
});

import { mayWrite } from './belonging.ts';

type Ports = {
  drafts: Pick<Drafts, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  attachments: Pick<Attachments, 'find' | 'reserve' | 'settle' | 'release'>;
  files: Pick<Files, 'offerUpload' | 'find' | 'isSound' | 'remove'>;
};
type Input = z.output<typeof announcedFileSchema> & { applicationId: string };
type Failure = NotFound | StepRefused | InvalidInput | FilesOverLimit | Conflict;
export type Reserved = { attachmentId: string; upload: UploadForm };

/** Two who add in the same instant meet at the space their files share; each tries again a few times. */
const tries = 5;

/** Whether the draft has room for so many bytes more, beside a place of this id that it may have already. */
const roomIn = ({ attachments, space }: Draft, { id, held }: Pick<Attachment, 'id' | 'held'>) => {
  const others = attachments.filter((one) => one.id !== id);
  const files = others.length + 1;
  const bytes = held + (space?.bytes ?? others.reduce((sum, one) => sum + one.held, 0));
  const isThere = files > attachmentLimits.files || bytes > attachmentLimits.together;
  return isThere ? fail({ kind: 'files-over-limit' as const, files, bytes }) : ok(undefined);
};

/**
 * Reserves a place for one file, with as many bytes as may come, and gives the form that uploads it. The bytes never
 * pass through here. Places whose form has lapsed without a file are given up first.
 */
export const addAttachment = (ports: Ports): UseCase<Input, Reserved, Failure> => {
  const { drafts, rounds, attachments, files } = ports;

  const giveUpLapsed = async ({ application, attachments: places }: Draft, now: Date) => {
    for (const place of places.filter((one) => isLapsed(one, now))) {
      const settled = await settlePlace(ports)(place, now);
      // Nothing lay there, so there is nothing to delete and no one to tell.
      if (!settled.arrived)
        await attachments.release(settled, { applicationVersion: application.version, events: [] });
    }
  };

  const reserve = async (
    draft: Draft,
    place: Attachment,
  ): Promise<Result<void, FilesOverLimit | Conflict>> => {
    let seen = draft;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      // This very request's first try: the place is there, and the form fits it.
      if (seen.attachments.some(({ id }) => id === place.id)) return ok(undefined);
      const room = roomIn(seen, place);
      if (!room.ok) return room;
      if ((await attachments.reserve(place)).ok) return ok(undefined);
      seen = (await drafts.find(place.applicationId)) ?? seen;
    }
    return fail({ kind: 'conflict' });
  };

  return async (actor: Actor, input: Input, { receivedAt, idempotencyKey }: Call) => {
    const { applicationId, goOnTo, size, ...announced } = input;
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const draft = await drafts.find(applicationId);
    if (!draft || !mayWrite(actor, draft.application)) return fail({ kind: 'not-found' });
    if (!isEditable(draft.application)) return fail(refuseStep(draft.application, 'edit'));
    const { questionId, type } = announced;
    if (questionId !== undefined) {
      const round = await rounds.find(draft.application.roundId, draft.application);
      if (!round || !asksForFile(round, questionId))
        return fail({ kind: 'invalid-input', fields: [{ path: 'questionId', code: 'unknown-question' }] });
    }

    const held = size ?? attachmentLimits.each;
    const place: Attachment = {
      ...announced,
      ...(size !== undefined && { size }),
      id: deriveId(actor.personId, 'attachment', applicationId, idempotencyKey),
      applicationId,
      version: 1,
      held,
      by: actor.personId,
      at: receivedAt.toISOString(),
    };
    const lapsed = draft.attachments.some((one) => isLapsed(one, receivedAt));
    if (lapsed) await giveUpLapsed(draft, receivedAt);
    const current = lapsed ? ((await drafts.find(applicationId)) ?? draft) : draft;
    const upload = await files.offerUpload({ key: fileKey(place), type, maximumBytes: held, goOnTo });
    const reserved = await reserve(current, place);
    return reserved.ok ? ok({ attachmentId: place.id, upload }) : reserved;
  };
};
