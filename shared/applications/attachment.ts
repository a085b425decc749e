import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';

/** What may be uploaded: the type a browser sends, and the bytes such a file begins with. */
export const attachmentTypes = {
  'application/pdf': { ending: 'pdf', begins: '255044462d' },
  'image/jpeg': { ending: 'jpg', begins: 'ffd8ff' },
  'image/png': { ending: 'png', begins: '89504e470d0a1a0a' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    ending: 'docx',
    begins: '504b0304',
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { ending: 'xlsx', begins: '504b0304' },
} as const;
export type AttachmentType = keyof typeof attachmentTypes;
// Object.keys is typed as string[]; these are the keys of the constant above.
export const attachmentTypeIds = Object.keys(attachmentTypes) as AttachmentType[];

/** What a file is called where its own name could name somebody; `at` counts the files as they were sent, from 0. */
export const neutralName = (at: number, type: string): string => {
  const known = attachmentTypeIds.find((id) => id === type);
  return `Attachment ${at + 1}${known ? `.${attachmentTypes[known].ending}` : ''}`;
};

/** In bytes. */
export const attachmentLimits = { files: 12, each: 25 * 1024 * 1024, together: 100 * 1024 * 1024 } as const;

/** A place for one file: reserved here, filled by the browser at the file store, and found there or not. */
export const attachmentSchema = z.object({
  id: idSchema,
  applicationId: idSchema,
  name: z.string(),
  type: z.enum(attachmentTypeIds),
  /** As announced, in bytes; the upload may not be larger. Unknown where the page runs without scripts. */
  size: z.int().min(1).max(attachmentLimits.each).exactOptional(),
  by: idSchema,
  at: z.iso.datetime(),
});
export type Attachment = z.output<typeof attachmentSchema>;

/** What lies at the file store: size in bytes, its ETag, and its first bytes in hex. */
export type ArrivedFile = { readonly size: number; readonly etag: string; readonly begins: string };

export const attachmentStates = ['waiting', 'ready', 'not-what-it-says', 'too-large'] as const;
export type AttachmentState = (typeof attachmentStates)[number];

export type FoundAttachment = Attachment & { readonly arrived?: ArrivedFile | undefined };

/** Whether the file is there and is what it was announced as. */
export const attachmentState = ({ type, arrived }: FoundAttachment): AttachmentState => {
  if (!arrived) return 'waiting';
  if (arrived.size > attachmentLimits.each) return 'too-large';
  return arrived.begins.startsWith(attachmentTypes[type].begins) ? 'ready' : 'not-what-it-says';
};

/** The key of a file at the file store. */
export const fileKey = ({ applicationId, id }: Pick<Attachment, 'applicationId' | 'id'>): string =>
  `applications/${applicationId}/${id}`;
