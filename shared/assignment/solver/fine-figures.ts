import { finePlaces, fineScore } from './fine-scores.ts';
import type { Certificate, FineFigures } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';

type Picks = readonly Int32Array[];

const leastOf = (sums: readonly bigint[]) =>
  sums.reduce((least, sum) => (sum < least ? sum : least), sums[0] ?? 0n);

/** What a plan comes to by all digits of its scores. */
export const fineSums = (problem: AssignmentProblem, picks: Picks) => {
  const width = problem.reviewers.length;
  const sums = picks.map((chosen, application) =>
    chosen.reduce((sum, reviewer) => sum + fineScore(problem, application * width + reviewer), 0n),
  );
  return {
    places: finePlaces(problem),
    total: sums.reduce((sum, one) => sum + one, 0n),
    worst: leastOf(sums),
  };
};

/**
 * A plan's figures by all digits where its proof is on the grid: each score may be a grid step more than it says there, so
 * the bound is as many steps wider as scores are summed; never above what the poorest application's best reviewers give.
 */
export const widenedFigures = (
  problem: AssignmentProblem,
  picks: Picks,
  { objective, total, worst, gap }: Pick<Certificate, 'objective' | 'total' | 'worst' | 'gap'>,
): FineFigures => {
  const sums = fineSums(problem, picks);
  const { fine, applications } = problem;
  const step = fine ? 10n ** BigInt(fine.width * fine.levels.length) : 1n;
  const demands = applications.map(({ demand }) => demand);
  const isFair = objective === 'fair';
  const count = demands.reduce((one, other) => (isFair ? Math.max(one, other) : one + other), 0);
  const widened = BigInt((isFair ? worst + gap.worst : total + gap.total) + count) * step;
  const highest = isFair ? leastOf(applications.map((_, at) => bestAlone(problem, at))) : widened;
  return { ...sums, bound: highest < widened ? highest : widened };
};

/** What an application's best reviewers would give, by all digits, whoever else needs them. */
const bestAlone = (problem: AssignmentProblem, application: number): bigint => {
  const { reviewers, applications, barred, scores } = problem;
  const base = application * reviewers.length;
  const demand = applications[application]?.demand ?? 0;
  const open = reviewers.flatMap((_, at) => (barred[base + at] ? [] : [base + at]));
  // The grid tells nearly all apart; those level with the last that fits need all digits.
  const least = open.map((at) => scores[at] ?? 0).toSorted((one, other) => other - one)[demand - 1] ?? 0;
  return open
    .filter((at) => (scores[at] ?? 0) >= least)
    .map((at) => fineScore(problem, at))
    .toSorted((one, other) => (one < other ? 1 : one > other ? -1 : 0))
    .slice(0, demand)
    .reduce((sum, score) => sum + score, 0n);
};
