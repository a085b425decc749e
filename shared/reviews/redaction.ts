import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { blackOut } from './black-out.ts';

/** Hides a passage in every field of the application, files' names included. */
export const everywhere = 'everywhere';

/** A file is shown as the round's blinding has it, given although names are hidden, or kept back although they aren't. */
export const fileRules = ['as-the-round', 'released', 'withheld'] as const;
export type FileRule = (typeof fileRules)[number];

const passageSchema = z.object({
  id: idSchema,
  /** `section.field`, `section.list.column`, or `everywhere`. */
  path: z.string(),
  /** The words to hide; wherever they stand in the field. */
  text: z.string(),
});

/** What staff hide of one application from its reviewers. The submission itself stays as it was sent. */
export const redactionSchema = z.object({
  applicationId: idSchema,
  version: z.int().positive(),
  passages: z.array(passageSchema).readonly(),
  /** By the file's id; one that is not here is shown as the round has it. */
  files: z.record(idSchema, z.enum(['released', 'withheld'])),
});
export type Redaction = z.output<typeof redactionSchema>;

/** A field's text with its passages black; the text itself where nothing is hidden. */
export const redacted = (redaction: Pick<Redaction, 'passages'> | undefined, path: string, text: string) => {
  const hidden = redaction?.passages.filter((one) => one.path === path || one.path === everywhere) ?? [];
  return blackOut(
    text,
    hidden.map((one) => one.text),
  );
};

/** Whether staff gave this file to reviewers, kept it from them, or left it to the round. */
export const fileRule = (redaction: Pick<Redaction, 'files'> | undefined, attachmentId: string): FileRule =>
  redaction?.files[attachmentId] ?? 'as-the-round';
