/** Reviews can still come in; staff may open the discussion all the same, if they say so. */
export type ReviewsStillDue = { readonly kind: 'reviews-still-due'; readonly reviewDue: string };

/** Nothing is taken while the discussion is not open. */
export type DiscussionClosed = { readonly kind: 'discussion-closed' };

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type DiscussionFailure = ReviewsStillDue | DiscussionClosed;
