/**
 * Why someone is kept from an application. `declared` is their own word and `named-by-applicant` the applicant's; the
 * others are computed anew at each step.
 */
export const conflictKinds = [
  'member-of-applicant',
  'applies-in-round',
  'declared',
  'organisation',
  'home',
  'placement',
  'partnership',
  'chapter',
  'in-application',
  'named-by-applicant',
  'rival',
  'place-unknown',
  'formerly-said',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** As the person themselves is told: whom an applicant named stays between the applicant and staff. */
export const asTold = (kind: ConflictKind | undefined): ConflictKind | undefined =>
  kind === 'named-by-applicant' ? 'declared' : kind;

/** Hard ones stand for good. Staff may waive a soft one with a reason, and settle an unknown one either way. */
export const conflictClasses = ['hard', 'soft', 'unknown'] as const;
export type ConflictClass = (typeof conflictClasses)[number];

export const classOf = (kind: ConflictKind): ConflictClass =>
  kind === 'rival' ? 'soft' : kind === 'place-unknown' || kind === 'formerly-said' ? 'unknown' : 'hard';
