/** What applicants are already writing to, or reviewers scoring by, no longer changes: the fields that would. */
export type RoundFrozen = { readonly kind: 'round-frozen'; readonly fields: readonly string[] };

/** Applications are under way: the edit makes a new form for later ones, and whoever edits has to say so by its number. */
export type FormChanges = {
  readonly kind: 'form-changes';
  readonly newForm: number;
  readonly fields: readonly string[];
};

/** Submissions still count until then, so nothing can be announced. */
export type RoundStillRunning = { readonly kind: 'round-still-running'; readonly until: string };

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type ProgramFailure = RoundFrozen | FormChanges | RoundStillRunning;
