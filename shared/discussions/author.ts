import type { People } from '../accounts/account.port.ts';
import { type Review, reviewIdOf } from '../reviews/review.ts';
import { reviewerLetters } from '../reviews/reviewer-letters.ts';
import { namesOf } from '../reviews/reviewer-names.ts';
import type { Voice } from './discussion.ts';
import type { Seat } from './seat.ts';

/** Someone of the discussion as one reader may know them. */
export type Author = {
  readonly as: Voice;
  /** A reviewer's letter; reviewers are hidden from each other behind it. */
  readonly label?: string | undefined;
  /** For staff alone. */
  readonly name?: string | undefined;
  readonly own: boolean;
};

type Known = { readonly by: string; readonly as: Voice };

/** Says who wrote what, for the reader in this seat: staff read names, reviewers letters and "the program office". */
export const authorsFor = async (
  people: Pick<People, 'find'>,
  { as: readerAs, person, application, files }: Seat,
  involved: readonly string[],
): Promise<(who: Known) => Author> => {
  const letters = reviewerLetters(files);
  const ids = [...files.map(({ review }) => review.reviewerId), ...involved];
  const names = readerAs === 'staff' ? await namesOf(people, ids) : undefined;
  return ({ by, as }) => ({
    as,
    own: by === person.personId,
    ...(as === 'reviewer' && { label: letters.get(reviewIdOf(application.id, by)) ?? '' }),
    ...(names && { name: names.get(by) ?? '' }),
  });
};

/** A reviewer of the application, as the reader in this seat knows them. */
export const reviewerKnown = ({ reviewerId }: Pick<Review, 'reviewerId'>): Known => ({
  by: reviewerId,
  as: 'reviewer',
});
