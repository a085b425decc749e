/** What can be wrong with a field. Pages have words for each as `problem.<code>`; codes are never renamed. */
export const problemCodes = [
  // while a draft is typed: refused and not stored
  'unknown-field',
  'not-text',
  'too-long',
  'too-many',
  // while it is checked: stored, and shown
  'required',
  'over-limit',
  'too-few',
  'not-a-choice',
  'not-a-date',
  'not-a-number',
  'not-money',
  'out-of-range',
  'too-many-chosen',
  'not-an-address',
  'must-agree',
  'not-eligible',
  'funded-too-lately',
  'not-an-ein',
  'not-a-uei',
  'ends-before-it-begins',
  'begins-in-the-past',
  'officials-only',
  'amount-missing',
  'does-not-add-up',
  'nothing-requested',
  'over-maximum-award',
  'match-too-low',
  'indirect-too-high',
  'not-a-table',
  'column-missing',
  'column-twice',
  'no-rows',
  'not-arrived',
  'not-what-it-says',
  'file-too-large',
  'file-infected',
  'file-unreadable',
  'files-too-large',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A wrong field by its path in the section's data (`lines.0.unitCost`); an empty path is the section as a whole. */
export type SectionProblem = { readonly path: string; readonly code: ProblemCode };
