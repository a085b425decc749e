/** What a round asks of a budget; `indirectPercent` only where it bounds indirect costs. */
export type BudgetRules = {
  readonly maximumAwardCents: number;
  readonly matchPercent: number;
  readonly indirectPercent?: number | undefined;
};

export type BudgetSums = {
  readonly requestedCents: number;
  readonly matchCents: number;
  readonly indirectCents: number;
};

/** Which of a round's rules these sums break, compared by multiplication so that no cent is rounded away. */
export const brokenRules = (
  { requestedCents, matchCents, indirectCents }: BudgetSums,
  { maximumAwardCents, matchPercent, indirectPercent }: BudgetRules,
) => {
  const broken: ('over-maximum-award' | 'match-too-low' | 'indirect-too-high')[] = [];
  if (requestedCents > maximumAwardCents) broken.push('over-maximum-award');
  if (matchCents * 100 < requestedCents * matchPercent) broken.push('match-too-low');
  if (indirectPercent !== undefined && indirectCents * 100 > requestedCents * indirectPercent)
    broken.push('indirect-too-high');
  return broken;
};
