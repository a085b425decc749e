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
  'same-name',
  'named-alike',
  'place-unknown',
  'formerly-said',
  'typed-from-paper',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** As the person themselves is told: whom an applicant named stays between the applicant and staff. */
export const asTold = (kind: ConflictKind | undefined): ConflictKind | undefined =>
  kind === 'named-by-applicant' || kind === 'named-alike' ? 'declared' : kind;

/** Rest on a name that may be somebody else's. Settled as none it was, and is nothing of theirs. */
export const isAlike = (kind: ConflictKind): kind is 'same-name' | 'named-alike' =>
  kind === 'same-name' || kind === 'named-alike';

/**
 * Whoever typed for an applicant what came on paper neither scores it nor decides on it. As staff they read it like any
 * other: it keeps from nothing else.
 */
export const keepsFromJudgingOnly = (kind: ConflictKind): kind is 'typed-from-paper' =>
  kind === 'typed-from-paper';

/** Hard ones stand for good. Staff may waive a soft one with a reason, and settle an unknown one either way. */
export const conflictClasses = ['hard', 'soft', 'unknown'] as const;
export type ConflictClass = (typeof conflictClasses)[number];

const unknown: ReadonlySet<ConflictKind> = new Set([
  'same-name',
  'named-alike',
  'place-unknown',
  'formerly-said',
]);

export const classOf = (kind: ConflictKind): ConflictClass =>
  kind === 'rival' ? 'soft' : unknown.has(kind) ? 'unknown' : 'hard';
