/** Preferences are stated between the close of submissions and the applying of a plan. */
export type PreferencesClosed = {
  readonly kind: 'preferences-closed';
  readonly because: 'round-open' | 'applied' | 'announced';
};

/** What a change of a plan would break: the plan keeps its hard constraints. */
export type BreaksPlan = { readonly kind: 'breaks-plan'; readonly constraint: BrokenConstraint };
export type BrokenConstraint =
  | 'conflict'
  | 'already-there'
  | 'not-there'
  | 'over-maximum'
  | 'under-minimum'
  | 'need-business'
  | 'need-japanese'
  | 'need-jet'
  | 'apart'
  | 'begun'
  /** Kept from this person: a reason of the whole plan would tell of the part they may not see. */
  | 'withheld';

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type AssignmentFailure = PreferencesClosed | BreaksPlan;
