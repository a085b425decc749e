import type { Plan, SolveOutcome } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';
import type { SolveLimits } from './solve-assignment.ts';

export type Stability = {
  /** How often it was solved again, and how many of these plans are proven best. */
  readonly tries: number;
  readonly proven: number;
  /** Of so many pairs that were free to change, the fewest that stayed in any try. */
  readonly pairs: number;
  readonly fewestKept: number;
};

type Step = { readonly isLast: boolean; readonly stability: Stability };

/** How often, and how hard each time: the whole is to take minutes at most where one solution takes seconds. */
export const stabilityTries = 10;
const limits: SolveLimits = { nodes: 200, exchanges: 1_000_000, searchable: 1_500 };

/**
 * How much of a plan stays when its scores are a little otherwise: ten times over each score is moved by up to ±10 %, drawn
 * from a seeded sequence, and the whole solved again by the objective it was made for. Yields after each try, so that who
 * waits can stop in between. A try that found no plan counts as one in which nothing stayed.
 */
export async function* stabilityOf(
  solve: (problem: AssignmentProblem, limits: SolveLimits) => Promise<SolveOutcome>,
  problem: AssignmentProblem,
  { pairs }: Plan,
): AsyncGenerator<Step> {
  const width = problem.reviewers.length;
  const open = pairs.filter(({ isFixed }) => !isFixed);
  const chosen = new Set(open.map(({ application, reviewer }) => application * width + reviewer));
  let [fewestKept, proven] = [chosen.size, 0];
  for (let tries = 1; tries <= stabilityTries; tries += 1) {
    const outcome = await solve(moved(problem, tries), limits);
    const again = outcome.feasible ? outcome.plan.pairs : [];
    const kept = again.filter(({ application, reviewer }) => chosen.has(application * width + reviewer));
    fewestKept = Math.min(fewestKept, kept.length);
    if (outcome.feasible && outcome.plan.certificate.optimal) proven += 1;
    yield { isLast: tries === stabilityTries, stability: { tries, proven, pairs: chosen.size, fewestKept } };
  }
}

/** Room for a factor of 110 and for sums in whole numbers. */
const roomy = 2 ** 36;

/** Every score moved by a whole number of hundredths from −10 to 10; digits beyond the grid are left out. */
const moved = (problem: AssignmentProblem, seed: number): AssignmentProblem => {
  const next = splitMix(seed);
  const largest = problem.scores.reduce((most, score) => Math.max(most, Math.abs(score)), 0);
  const finer = largest < roomy ? 100 : 1;
  const scores = problem.scores.map((score) => Math.round((score * (90 + (next() % 21)) * finer) / 100));
  const { fine: _, ...rest } = problem;
  return { ...rest, scores, unit: problem.unit * finer };
};

/** SplitMix32: a whole number below 2³² for each call, the same for the same seed everywhere. */
const splitMix = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
};
