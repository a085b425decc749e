/** What applicants are already writing to, or reviewers scoring by, no longer changes: the fields that would. */
export type RoundFrozen = { readonly kind: 'round-frozen'; readonly fields: readonly string[] };

/** Submissions still count until then, so nothing can be announced. */
export type RoundStillRunning = { readonly kind: 'round-still-running'; readonly until: string };

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type ProgramFailure = RoundFrozen | RoundStillRunning;
