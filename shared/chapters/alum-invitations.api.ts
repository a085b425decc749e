import * as z from 'zod';
import { languageSchema } from '../accounts/account.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema } from '../kernel/page.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { alumInvitationStatuses } from './alum-invitation.ts';
import { importColumns, rowProblemCodes } from './import-rows.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofChapter = z.object({ chapterId: jetaaChapterSchema });
const token = z.string().min(1).max(200);
const csv = z.string().max(100_000);

export const importChoiceSchema = z.strictObject({
  csv,
  /** Rows as a spreadsheet counts them. */
  rows: z.array(z.int().positive()).max(200),
  language: languageSchema.default('en'),
});

const previewOutput = z.object({
  rows: z
    .array(
      z.object({
        line: z.int(),
        verdict: z.enum(['ready', 'duplicate', 'wrong']),
        typed: z.object({ name: z.string(), email: z.string(), placements: z.string(), state: z.string() }),
        problems: z
          .array(
            z.object({
              column: z.enum(importColumns),
              code: z.enum(rowProblemCodes),
              detail: z.string(),
            }),
          )
          .readonly(),
        duplicates: z
          .array(
            z.object({
              as: z.enum(['member', 'invited', 'row']),
              by: z.enum(['email', 'name']),
              name: z.string(),
              line: z.int().optional(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
  left: z.int(),
});

/** Part of the chapters' contract: people a chapter asks to register. */
export const alumInvitationsApi = {
  previewAlumImport: {
    method: 'POST',
    path: '/api/v1/chapters/{chapterId}/imports/preview',
    summary: 'What importing a file would do, row by row; nothing changes and nobody gets mail',
    access: 'person',
    params: ofChapter,
    query: none,
    body: z.strictObject({ csv }),
    output: previewOutput,
    success: 200,
  },
  importAlumni: {
    method: 'POST',
    path: '/api/v1/chapters/{chapterId}/imports',
    summary:
      'Invite the people of the chosen rows by mail, all of them or nobody; the same key goes on with what was cut short',
    access: 'person',
    params: ofChapter,
    query: none,
    body: importChoiceSchema,
    output: z.object({ importId: idSchema, invited: z.int() }),
    success: 201,
    keyed: true,
  },
  listAlumInvitations: {
    method: 'GET',
    path: '/api/v1/chapters/{chapterId}/alum-invitations',
    summary: 'Whom the chapter has asked to register, newest first',
    access: 'person',
    params: ofChapter,
    query: pageQuerySchema,
    body: noBody,
    output: z.object({
      items: z
        .array(
          z.object({
            id: idSchema,
            status: z.enum([...alumInvitationStatuses, 'expired']),
            createdAt: z.iso.datetime(),
            expiresAt: z.iso.datetime(),
            name: z.string().optional(),
            email: z.string().optional(),
          }),
        )
        .readonly(),
      next: z.string().optional(),
      unfinished: z.array(z.object({ id: idSchema, at: z.iso.datetime(), count: z.int() })).readonly(),
    }),
    success: 200,
  },
  withdrawAlumInvitation: {
    method: 'DELETE',
    path: '/api/v1/chapters/{chapterId}/alum-invitations/{invitationId}',
    summary: 'Take back a chapter’s invitation that waits for an answer; nobody gets mail',
    access: 'person',
    params: ofChapter.extend({ invitationId: idSchema }),
    query: none,
    body: noBody,
    output: z.object({ status: z.enum(alumInvitationStatuses) }),
    success: 200,
  },
  acceptAlumInvitation: {
    method: 'POST',
    path: '/api/v1/alum-invitations/acceptance',
    summary:
      'Take over into one’s own registration, unsent, what a chapter has said, by the token of the mail',
    access: 'person',
    params: none,
    query: none,
    body: z.strictObject({ token }),
    output: ofChapter,
    success: 200,
    keyed: true,
  },
  declineAlumInvitation: {
    method: 'POST',
    path: '/api/v1/alum-invitations/refusal',
    summary: 'Have what a chapter has said of one deleted, by the token of the mail; it does not ask again',
    access: 'public',
    params: none,
    query: none,
    body: z.strictObject({ token }),
    output: ofChapter,
    success: 200,
    keyed: true,
  },
} as const satisfies Contract;
