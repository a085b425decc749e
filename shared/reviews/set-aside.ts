import { type ConflictKind, conflictKinds } from '../conflicts/conflict-kind.ts';
import type { Review } from './review.ts';

/** Why a review that was submitted counts no more: a conflict of interest, or its writer's own earlier one. */
export const setAsideReasons = [...conflictKinds, 'same-person'] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];
export type SetAside = { readonly review: Review; readonly why: SetAsideReason };

export type StandingReviews = {
  /** All but those set aside, in every status: what is submitted among them counts. */
  readonly reviews: readonly Review[];
  readonly setAside: readonly SetAside[];
};

type Judge = {
  /** What keeps the writer from the application as things stand this moment. */
  readonly conflict: (review: Review) => ConflictKind | undefined;
  /** Who an id stands for today. */
  readonly personOf: (reviewerId: string) => string;
};

/**
 * Parts what counts from what is set aside; pure. A submitted review whose writer has come to a conflict does not count
 * for as long as it stands. Of two by one person, whose accounts were merged, the one that was in first counts. A review
 * that its writer took back by declaring a conflict keeps its status, which counts nowhere, and is told here too.
 */
export const partReviews = (all: readonly Review[], { conflict, personOf }: Judge): StandingReviews => {
  const taken = new Set<string>();
  const setAside = all
    .filter(({ submitted }) => submitted)
    .toSorted((a, b) => inOrder(firstIn(a), firstIn(b)) || inOrder(a.id, b.id))
    .flatMap((review): SetAside[] => {
      if (review.status === 'conflicted') return [{ review, why: 'declared' }];
      if (review.status !== 'submitted') return [];
      const why = conflict(review);
      if (why) return [{ review, why }];
      const place = `${review.applicationId} ${personOf(review.reviewerId)}`;
      if (taken.has(place)) return [{ review, why: 'same-person' }];
      taken.add(place);
      return [];
    });
  const aside = new Set(setAside.map(({ review }) => review.id));
  return {
    reviews: all.filter(({ id, status }) => status !== 'submitted' || !aside.has(id)),
    setAside: setAside.toSorted((a, b) => inOrder(a.review.id, b.review.id)),
  };
};

/** As progress counts them: one lost to a conflict is to be replaced, and a person's second one takes no place. */
export const asWork = ({ reviews, setAside }: StandingReviews): readonly Review[] => [
  ...reviews,
  ...setAside
    .filter(({ review, why }) => review.status === 'submitted' && why !== 'same-person')
    .map(({ review }): Review => ({ ...review, status: 'conflicted' })),
];

/** When it was in for the first time: a later change of it makes it no later than another. */
const firstIn = ({ submitted }: Review): string => submitted?.firstAt ?? submitted?.at ?? '';

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
