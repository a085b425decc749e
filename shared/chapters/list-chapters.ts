import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import {
  chaptersOfState,
  type JetaaChapter,
  jetaaChapter,
  livingChapters,
} from '../reference/jetaa-chapters.ts';

/** Chapters and sub-chapters that one can join, or those that cover a state or a part of it. For everyone. */
export const listChapters =
  (): UseCase<{ state?: string | undefined }, { items: readonly JetaaChapter[] }, never> =>
  async (_actor, { state }) =>
    ok({ items: state ? chaptersOfState(state) : livingChapters });

/** One chapter as everyone may know it; historic ones too. */
export const viewChapter =
  (): UseCase<{ chapterId: string }, { chapter: JetaaChapter }, NotFound> =>
  async (_actor, { chapterId }) => {
    const chapter = jetaaChapter(chapterId);
    return chapter ? ok({ chapter }) : fail({ kind: 'not-found' });
  };
