import * as z from 'zod';
import rows from './jetaa-chapters.json' with { type: 'json' };

/** Parts of a state that a chapter covers where it does not cover all of it. */
export const stateParts = ['north', 'south', 'fairfield', 'sacramento-area'] as const;
export type StatePart = (typeof stateParts)[number];

/** Where a chapter's members live: a state, or a part of one. */
export type CoveredState = { readonly state: string; readonly part?: StatePart };

/** A chapter of the JET Alumni Association in the United States; `historic` ones are no more, and count still. */
export type JetaaChapter = {
  readonly id: string;
  readonly name: string;
  readonly status: 'chapter' | 'sub-chapter' | 'historic';
  readonly states: readonly CoveredState[];
  /** The name, as in `posts.ts`, of Japan's post that the chapter works with. */
  readonly post: string;
};

const coveredSchema = z
  .tuple([z.string(), z.enum(['', ...stateParts])])
  .transform(([state, part]): CoveredState => ({ state, ...(part && { part }) }));

const rowSchema = z
  .tuple([
    z.string(),
    z.string(),
    z.enum(['chapter', 'sub-chapter', 'historic']),
    z.array(coveredSchema),
    z.string(),
  ])
  .transform(([id, name, status, states, post]): JetaaChapter => ({ id, name, status, states, post }));

export const jetaaChapters: readonly JetaaChapter[] = z.array(rowSchema).parse(rows);

export const jetaaChapterSchema = z.enum(jetaaChapters.map(({ id }) => id));

const byId = new Map(jetaaChapters.map((one) => [one.id, one]));

export const jetaaChapter = (id: string): JetaaChapter | undefined => byId.get(id);

/** The 19 chapters, then their sub-chapters: those that one can join. Historic ones are left out. */
export const livingChapters: readonly JetaaChapter[] = [
  ...jetaaChapters.filter(({ status }) => status === 'chapter'),
  ...jetaaChapters.filter(({ status }) => status === 'sub-chapter'),
];

/** Those that cover a state or a part of it, chapters before sub-chapters; none for Guam. */
export const chaptersOfState = (state: string): readonly JetaaChapter[] =>
  livingChapters.filter(({ states }) => states.some((covered) => covered.state === state));

/** The states a chapter covers, without their parts. */
export const statesOf = ({ states }: JetaaChapter): readonly string[] => states.map(({ state }) => state);
