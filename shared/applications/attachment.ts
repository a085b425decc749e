import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';

/** What may be uploaded: the type a browser sends, the bytes such a file begins with, what a package of it holds. */
export const attachmentTypes = {
  'application/pdf': { ending: 'pdf', begins: '255044462d', holds: undefined },
  'image/jpeg': { ending: 'jpg', begins: 'ffd8ff', holds: undefined },
  'image/png': { ending: 'png', begins: '89504e470d0a1a0a', holds: undefined },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    ending: 'docx',
    begins: '504b0304',
    holds: 'word/document.xml',
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    ending: 'xlsx',
    begins: '504b0304',
    holds: 'xl/workbook.xml',
  },
} as const;
export type AttachmentType = keyof typeof attachmentTypes;
// Object.keys is typed as string[]; these are the keys of the constant above.
export const attachmentTypeIds = Object.keys(attachmentTypes) as AttachmentType[];

/** What a file is called where its own name could name somebody; `at` counts the files as they were sent, from 0. */
export const neutralName = (at: number, type: string): string => {
  const known = attachmentTypeIds.find((id) => id === type);
  return `Attachment ${at + 1}${known ? `.${attachmentTypes[known].ending}` : ''}`;
};

/** What a file stands for, where readers look for it elsewhere than among the files. */
export const fileRoles = ['office-answer'] as const;

/** In bytes. */
export const attachmentLimits = { files: 12, each: 25 * 1024 * 1024, together: 100 * 1024 * 1024 } as const;

/** How long the store takes a file by its form, in seconds. */
export const uploadSeconds = 3600;

/** What a scanner for malware said. A file nobody has looked at yet is `waiting`; `unreadable` could not be looked at. */
export const scanStates = ['waiting', 'clean', 'infected', 'unreadable'] as const;
export type ScanState = (typeof scanStates)[number];

/** What lay at the file store when we last looked. `sound` says whether its content is of the announced type. */
const arrivedSchema = z.object({
  size: z.int(),
  etag: z.string(),
  at: z.iso.datetime(),
  sound: z.boolean(),
  scan: z.enum(scanStates),
});

/** A place for one file: reserved here, filled by the browser at the file store, and noted when it has arrived there. */
export const attachmentSchema = z.object({
  id: idSchema,
  applicationId: idSchema,
  /** Places from before they had versions, and held bytes, have 0 of both. */
  version: z.int().min(0).default(0),
  name: z.string(),
  type: z.enum(attachmentTypeIds),
  /** As announced, in bytes; the upload may not be larger. Unknown where the page runs without scripts. */
  size: z.int().min(1).max(attachmentLimits.each).exactOptional(),
  /** How many bytes of the application's space it holds: the most that may come, then what came. */
  held: z.int().min(0).default(0),
  /** The round's extra question that it answers; without one it stands among the attachments. */
  questionId: z.string().exactOptional(),
  /** `office-answer`: the Japanese office's signed answer on paper, as the applicant says; nobody has verified it. */
  standsFor: z.enum(fileRoles).exactOptional(),
  by: idSchema,
  at: z.iso.datetime(),
  arrived: arrivedSchema.exactOptional(),
});
export type Attachment = z.output<typeof attachmentSchema>;

/** What an application's places hold together; `version` counts every change of them. */
export const attachmentSpaceSchema = z.object({ bytes: z.int(), files: z.int(), version: z.int() });
export type AttachmentSpace = z.output<typeof attachmentSpaceSchema>;

export const attachmentStates = [
  'waiting',
  'not-what-it-says',
  'too-large',
  'scanning',
  'infected',
  'unreadable',
  'ready',
] as const;
export type AttachmentState = (typeof attachmentStates)[number];

/** Whether the file is there, is what it was announced as, and was found clean. */
export const attachmentState = ({ arrived }: Pick<Attachment, 'arrived'>): AttachmentState => {
  if (!arrived) return 'waiting';
  if (arrived.size > attachmentLimits.each) return 'too-large';
  if (arrived.scan === 'infected') return 'infected';
  if (!arrived.sound) return 'not-what-it-says';
  if (arrived.scan === 'unreadable') return 'unreadable';
  return arrived.scan === 'clean' ? 'ready' : 'scanning';
};

/** What may be sent: a file still being scanned too, or a slow scanner would cost somebody the deadline. */
export const isSendable = (state: AttachmentState): boolean => ['ready', 'scanning'].includes(state);

/** Nothing came while the form was open, and none can come by it any more. */
export const isLapsed = ({ arrived, at }: Pick<Attachment, 'arrived' | 'at'>, now: Date): boolean =>
  !arrived && now.getTime() > new Date(at).getTime() + uploadSeconds * 1000;

/** The key of a file at the file store. */
export const fileKey = ({ applicationId, id }: Pick<Attachment, 'applicationId' | 'id'>): string =>
  `applications/${applicationId}/${id}`;

/** Whose file lies under a key; undefined for a key that is none of ours. */
export const placeOfKey = (key: string): Pick<Attachment, 'applicationId' | 'id'> | undefined => {
  const [, applicationId, id] = /^applications\/([A-Za-z0-9-]+)\/([A-Za-z0-9-]+)$/.exec(key) ?? [];
  return applicationId && id ? { applicationId, id } : undefined;
};
