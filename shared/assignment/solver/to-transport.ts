import type { AssignmentProblem } from './problem.ts';
import { cell, type Transport } from './transport.ts';

/** The problem as a transport, without traits and reviewers kept apart; applications' scores weighted where given. */
export const toTransport = (
  { reviewers, applications, scores, barred, fixed }: AssignmentProblem,
  weights?: Float64Array,
): Transport => {
  const width = reviewers.length;
  // Barred pairs are 1 already.
  const state = Uint8Array.from(barred);
  for (const { reviewer, application } of fixed) state[application * width + reviewer] = cell.kept;
  return {
    demand: Int32Array.from(applications, ({ demand }) => demand),
    least: Int32Array.from(reviewers, ({ min }) => min),
    most: Int32Array.from(reviewers, ({ max }) => max),
    worth: weights ? scores.map((score, at) => score * (weights[Math.floor(at / width)] ?? 0)) : scores,
    state,
  };
};
