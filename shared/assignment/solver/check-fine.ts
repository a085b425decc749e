import type { FineProof, Plan } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';

// Like `check-certificate.ts` it shares nothing with the solver.

/** Whether a plan's figures by all digits are what they claim, and its bound follows from the prices. */
export const fineFiguresHold = (problem: AssignmentProblem, { pairs, certificate }: Plan): boolean => {
  const claimed = certificate.fine;
  const { fine } = problem;
  if (!claimed || !fine) return claimed === undefined;
  const step = 10n ** BigInt(fine.width);
  const exact = (at: number) =>
    fine.levels.reduce((sum, level) => sum * step + BigInt(level[at] ?? 0), BigInt(problem.scores[at] ?? 0));
  const sums = problem.applications.map(() => 0n);
  for (const { application, reviewer } of pairs)
    sums[application] = (sums[application] ?? 0n) + exact(application * problem.reviewers.length + reviewer);
  const total = sums.reduce((sum, one) => sum + one, 0n);
  const worst = sums.reduce((least, sum) => (sum < least ? sum : least), sums[0] ?? 0n);
  const places = Math.round(Math.log10(problem.unit)) + fine.width * fine.levels.length;
  if (claimed.total !== total || claimed.worst !== worst || claimed.places !== places) return false;
  const first = certificate.objective === 'fair' ? worst : total;
  if (claimed.bound < first) return false;
  const { proof } = claimed;
  if (!proof) return true;
  return proof.ceiling === claimed.bound && ceilingOf(problem, proof, exact) === proof.ceiling;
};

/** The sum that `PriceProof` states, in all digits. */
const ceilingOf = (
  { reviewers, applications, barred, fixed }: AssignmentProblem,
  { applicationPrices, reviewerPrices }: FineProof,
  exact: (at: number) => bigint,
): bigint => {
  const stays = new Set(fixed.map(({ reviewer, application }) => application * reviewers.length + reviewer));
  let sum = 0n;
  for (const [a, { demand }] of applications.entries()) {
    const price = applicationPrices[a] ?? 0n;
    sum += BigInt(demand) * price;
    for (const [r] of reviewers.entries()) {
      const at = a * reviewers.length + r;
      if (barred[at]) continue;
      const over = exact(at) - price - (reviewerPrices[r] ?? 0n);
      if (stays.has(at) || over > 0n) sum += over;
    }
  }
  for (const [r, { min, max }] of reviewers.entries()) {
    const price = reviewerPrices[r] ?? 0n;
    sum += price * BigInt(price > 0n ? max : min);
  }
  return sum;
};
