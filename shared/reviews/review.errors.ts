/** The reviewer has an interest in this application or in a rival one: the reason is one of the conflicts' kinds. */
export type ConflictOfInterest = {
  readonly kind: 'conflict-of-interest';
  readonly reason: string;
};

/** Reviews were due; both instants in ISO 8601, so that the refusal can be checked. */
export type ReviewClosed = {
  readonly kind: 'review-closed';
  readonly reviewDue: string;
  readonly receivedAt: string;
};

/** Reviewers are assigned once no submission can come in any more. */
export type RoundStillOpen = { readonly kind: 'round-still-open'; readonly lastInstant: string };

/** Staff who review neither give an application to themselves nor take it from themselves: a colleague does. */
export type OwnAssignment = { readonly kind: 'own-assignment' };

/** Staff could have read the reviews that are in already: whoever could does not write one of their own. */
export type ReviewsRead = { readonly kind: 'reviews-read' };

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type ReviewFailure = ConflictOfInterest | ReviewClosed | RoundStillOpen | OwnAssignment | ReviewsRead;
