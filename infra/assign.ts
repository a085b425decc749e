import { solveAssignment } from '../shared/assignment/solver/solve-assignment.ts';
import { readArguments } from './assign/arguments.ts';
import { run } from './assign/run.ts';
import { InputError } from './command/input-error.ts';

// Assigns reviewers from files, without the platform. See docs/assignment.md. Ends with 0 where a plan was written, with 2
// where there is none (summary.json says what would have to give, or that none was found and none ruled out), with 1 where the
// input is wrong, with 3 where the plan failed its check.

const solve = solveAssignment({
  // Three megabytes of WebAssembly: loaded only where the flow alone can't do it.
  optimise: async (model) => (await import('../shared/optimiser/highs.solver.ts')).highsSolver(model),
});

try {
  process.exitCode = await run(solve, readArguments(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
