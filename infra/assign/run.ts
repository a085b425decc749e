import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkCertificate } from '../../shared/assignment/solver/check-certificate.ts';
import type { SolveOutcome } from '../../shared/assignment/solver/plan.ts';
import type { AssignmentProblem } from '../../shared/assignment/solver/problem.ts';
import type { SolveLimits } from '../../shared/assignment/solver/solve-assignment.ts';
import { InputError } from '../command/input-error.ts';
import { writeWhole } from '../command/write-whole.ts';
import type { AssignArguments } from './arguments.ts';
import { readProblem } from './read-problem.ts';
import { summaryOf, undecided } from './summary.ts';
import { writeCertificate } from './write-certificate.ts';
import { writePlan } from './write-plan.ts';

type Solve = (problem: AssignmentProblem, limits: SolveLimits) => Promise<SolveOutcome>;

/** From the start of the command: reading counts too. */
const limitsOf = ({ timeLimit }: AssignArguments, start: number): SolveLimits =>
  timeLimit === undefined ? {} : { secondsLeft: () => timeLimit - (performance.now() - start) / 1000 };

/** Reads, solves, checks and writes; says what the command ends with. Nothing is written of a plan that fails its check. */
export const run = async (solve: Solve, args: AssignArguments): Promise<0 | 2 | 3> => {
  const start = performance.now();
  const inputs = [args.scores, args.conflicts, args.loads, args.kept, args.apart].filter(
    (path) => path !== undefined,
  );
  const outputs = [args.out, args.summary, args.certificate].filter((path) => path !== undefined);
  const files = [...inputs, ...outputs].map((path) => resolve(path));
  if (new Set(files).size < files.length)
    throw new InputError('--out, --summary and --certificate must be files of their own');
  const problem = await readProblem(args);
  const outcome = await solve(problem, limitsOf(args, start));
  const faults = outcome.feasible ? checkCertificate(problem, outcome.plan) : [];
  if (faults.length > 0) {
    // What an earlier run left must not pass for this one's.
    for (const path of outputs) await rm(path, { force: true });
    console.error(`The plan failed its check, a defect of the solver: ${JSON.stringify(faults.slice(0, 5))}`);
    return 3;
  }
  const { out, certificate } = args;
  // A plan of an earlier run must not pass for this one's.
  if (outcome.feasible) await writePlan(out, problem, outcome.plan);
  else await rm(out, { force: true });
  if (certificate !== undefined && outcome.feasible)
    await writeCertificate(certificate, problem, outcome.plan);
  else if (certificate !== undefined) await rm(certificate, { force: true });
  const seconds = Math.round(performance.now() - start) / 1000;
  await writeWhole(args.summary, `${JSON.stringify(summaryOf(problem, outcome, seconds), null, 2)}\n`);
  if (!outcome.feasible && !outcome.isDecided) console.error(undecided);
  return outcome.feasible ? 0 : 2;
};
