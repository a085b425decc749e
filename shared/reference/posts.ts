import * as z from 'zod';
import { jetaaChapter } from './jetaa-chapters.ts';
import chapterRows from './jetaa-states.json' with { type: 'json' };
import postRows from './posts.json' with { type: 'json' };

/** An office that a delegation may meet or work with. */
export type Post = {
  readonly kind: (typeof postKinds)[number];
  readonly name: string;
  /** As the office calls itself in Japanese; empty where that is not known. */
  readonly nameJa: string;
  readonly country: 'US' | 'JP';
  /** The states a consulate serves; empty for offices that are not bound to some. */
  readonly states: readonly string[];
};

export const postKinds = [
  'embassy',
  'japanese-consulate',
  'us-mission-japan',
  'american-chamber',
  'trade-office',
  'local-government',
] as const;

const text = z.string();
const postSchema = z
  .tuple([z.enum(postKinds), text, text, z.enum(['US', 'JP']), z.array(text)])
  .transform(([kind, name, nameJa, country, states]): Post => ({ kind, name, nameJa, country, states }));

/** Consulates and missions of both countries, American chambers in Japan, JETRO and CLAIR: what the reference lists. */
export const posts: readonly Post[] = z.array(postSchema).parse(postRows);

const chaptersByState = new Map(z.array(z.tuple([text, z.array(text)])).parse(chapterRows));

/**
 * Offices for a state's applicant, nearest first: those that serve the state, those in Japan, the rest. An office that
 * serves other states is left out.
 */
export const postsFor = (state: string): readonly Post[] => {
  const near = posts.filter(({ states }) => states.includes(state));
  const national = posts.filter(({ states }) => states.length === 0);
  return [
    ...near,
    ...national.toSorted((a, b) => (a.country < b.country ? -1 : a.country > b.country ? 1 : 0)),
  ];
};

/** The chapters of the JET Alumni Association that cover a state: two where it is divided between them. */
export const chaptersFor = (state: string): readonly string[] =>
  (chaptersByState.get(state) ?? []).flatMap((id) => jetaaChapter(id)?.name ?? []);
