import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type SolveLimits, solveAssignment } from '../shared/assignment/solver/solve-assignment.ts';
import { type AssignArguments, readArguments } from './assign/arguments.ts';
import { InputError } from './assign/input-error.ts';
import { readProblem } from './assign/read-problem.ts';
import { summaryOf, undecided } from './assign/summary.ts';
import { writePlan, writeWhole } from './assign/write-plan.ts';

// Assigns reviewers from files, without the platform. See docs/assignment.md. Ends with 0 where a plan was written, with 2
// where there is none (summary.json says what would have to give, or that none was found and none ruled out), with 1 where the input is wrong.

const solve = solveAssignment({
  // Three megabytes of WebAssembly: loaded only where the flow alone can't do it.
  optimise: async (model) => (await import('../shared/optimiser/highs.solver.ts')).highsSolver(model),
});

/** From the start of the command: reading counts too. */
const limitsOf = ({ timeLimit }: AssignArguments, start: number): SolveLimits =>
  timeLimit === undefined ? {} : { secondsLeft: () => timeLimit - (performance.now() - start) / 1000 };

const run = async (args: AssignArguments): Promise<number> => {
  const start = performance.now();
  const inputs = [args.scores, args.conflicts, args.loads, args.kept, args.apart].filter(
    (path) => path !== undefined,
  );
  const outputs = [args.out, args.summary].map((path) => resolve(path));
  if (new Set([...inputs.map((path) => resolve(path)), ...outputs]).size < inputs.length + 2)
    throw new InputError('--out and --summary must be files of their own');
  const problem = await readProblem(args);
  const outcome = await solve(problem, limitsOf(args, start));
  // A plan of an earlier run must not pass for this one's.
  if (outcome.feasible) await writePlan(args.out, problem, outcome.plan);
  else await rm(args.out, { force: true });
  const seconds = Math.round(performance.now() - start) / 1000;
  await writeWhole(args.summary, `${JSON.stringify(summaryOf(problem, outcome, seconds), null, 2)}\n`);
  if (!outcome.feasible && !outcome.isDecided) console.error(undecided);
  return outcome.feasible ? 0 : 2;
};

try {
  process.exitCode = await run(readArguments(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
