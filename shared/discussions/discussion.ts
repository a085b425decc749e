import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { proseSchema } from '../kernel/text.ts';

export const postTextSchema = proseSchema(4000).pipe(z.string().min(1));
/** Why a submitted review is changed. */
export const revisionReasonSchema = proseSchema(1000).pipe(z.string().min(1));
export const notesTextSchema = proseSchema(10_000);

/** Whose voice it is: one of the application's reviewers, or the program office. */
export const voices = ['reviewer', 'staff'] as const;
export type Voice = (typeof voices)[number];

const written = { by: idSchema, as: z.enum(voices), at: z.iso.datetime() };

/** What is counted of one application's discussion; its words are items of their own. */
export const discussionSchema = z.object({
  applicationId: idSchema,
  roundId: idSchema,
  version: z.int().positive(),
  /** How many posts there are; the next one's number is one more. */
  posts: z.int().min(0),
  /** The reviewer who leads it, as staff named them; `no` counts how often one was named. */
  lead: z.object({ reviewerId: idSchema, no: z.int().positive() }).exactOptional(),
});
export type Discussion = z.output<typeof discussionSchema>;

/** One post. Never changed, never deleted: who was wrong says so in another one. */
export const postSchema = z.object({
  applicationId: idSchema,
  no: z.int().positive(),
  ...written,
  /** The request's key, by which its retry finds it done. */
  key: z.string(),
  text: z.string(),
  /** The number of the post it answers. */
  replyTo: z.int().positive().exactOptional(),
});
export type Post = z.output<typeof postSchema>;

/** What was said in the meeting, as it stands. */
export const notesSchema = z.object({
  applicationId: idSchema,
  version: z.int().positive(),
  ...written,
  text: z.string(),
  /** Whether this version stands among the kept ones already. */
  kept: z.boolean(),
});
export type Notes = z.output<typeof notesSchema>;
