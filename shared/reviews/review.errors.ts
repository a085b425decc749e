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

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type ReviewFailure = ConflictOfInterest | ReviewClosed | RoundStillOpen;
