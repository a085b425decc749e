import type { ReviewFile } from './review.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * What reviewers of one application are called before each other, by their review's id. One letter each, the same to
 * everyone who reads and whoever has submitted so far. By the id's digest, not by time or name: a letter must not tell
 * who it is.
 */
export const reviewerLetters = (files: readonly Pick<ReviewFile, 'review'>[]): ReadonlyMap<string, string> =>
  new Map(
    files
      .map(({ review }) => review.id)
      .sort()
      .map((id, at) => [id, letters[at] ?? String(at + 1)]),
  );
