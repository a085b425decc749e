import type { Plan, SolveOutcome } from './solver/plan.ts';
import type { AssignmentProblem } from './solver/problem.ts';

type Stability = { readonly tries: number; readonly fewestKept: number };
type Step = { readonly last: boolean; readonly stability: Stability };

const tries = 10;

/**
 * How much of a plan stands when scores are a tenth off: ten times over, each score is moved by up to ±10 %, by a
 * generator with a stated seed, and solved again. Yields after each try, so that a job can stop in between.
 */
export async function* planStability(
  solve: (problem: AssignmentProblem) => Promise<SolveOutcome>,
  problem: AssignmentProblem,
  { pairs }: Plan,
): AsyncGenerator<Step> {
  const width = problem.reviewers.length;
  const chosen = new Set(pairs.map(({ application, reviewer }) => application * width + reviewer));
  let fewestKept = chosen.size;
  for (let no = 1; no <= tries; no += 1) {
    const outcome = await solve({ ...problem, objective: 'total', scores: shaken(problem.scores, no) });
    if (outcome.feasible) {
      const kept = outcome.plan.pairs.filter(({ application, reviewer }) =>
        chosen.has(application * width + reviewer),
      ).length;
      fewestKept = Math.min(fewestKept, kept);
    }
    yield { last: no === tries, stability: { tries, fewestKept } };
  }
}

/** Every score moved by a whole number of hundredths from −10 to 10, in whole units of a hundredth. */
const shaken = (scores: Float64Array, seed: number): Float64Array => {
  const next = splitMix(seed);
  return scores.map((score) => score * (100 + (next() % 21) - 10));
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
