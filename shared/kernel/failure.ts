/** Absent, or not the actor's to know of: both look the same from outside. */
export type NotFound = { readonly kind: 'not-found' };

/** Someone else wrote first: what was read is no longer what is stored. */
export type Conflict = { readonly kind: 'conflict' };

/** The caller's version is not the stored one; `current` is what stands now. */
export type Stale = { readonly kind: 'stale'; readonly current: number };

/** The step cannot follow the present status. */
export type StepRefused = {
  readonly kind: 'step-refused';
  readonly current: string;
  readonly action: string;
};

/** Each wrong field by its path (`lines.0.unitCost`), the code of what is wrong with it, and what it is about. */
export type InvalidInput = { readonly kind: 'invalid-input'; readonly fields: readonly FieldProblem[] };
export type FieldProblem = { readonly path: string; readonly code: string; readonly detail?: string };

/** The link was good until then. */
export type LinkExpired = { readonly kind: 'link-expired'; readonly expiredAt: string };
