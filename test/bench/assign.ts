// npm run -s bench:assign -- [total|fair] [kind]
//
// How long assignments take on this machine and what is proven. Seconds are of the processor, which a busy machine changes
// less than those on the wall; no test depends on them.
import { checkCertificate } from '../../shared/assignment/solver/check-certificate.ts';
import { solveAssignment } from '../../shared/assignment/solver/solve-assignment.ts';
import { highsSolver } from '../../shared/optimiser/highs.solver.ts';
import { type Kind, largeProblem } from './assignment-instances.ts';

const [onlyObjective, onlyKind] = process.argv.slice(2);
const solve = solveAssignment({ optimise: highsSolver });
const kinds: readonly Kind[] = [
  'uniform',
  'themes',
  'sparse',
  'correlated',
  'raw',
  'lenient',
  'lenient-decimals',
];
const sizes = [
  ['total', 100, 1000, 31],
  ['total', 100, 1000, 30],
  ['total', 300, 3000, 31],
  ['total', 300, 3000, 30],
  ['fair', 180, 120, 6],
  ['fair', 180, 120, 3],
  ['fair', 180, 120, 2],
  ['fair', 300, 3000, 31],
] as const;
const instances = [
  ...sizes.flatMap((size) => kinds.map((kind) => [...size, kind, false] as const)),
  ['total', 100, 1000, 31, 'uniform', true],
  ['fair', 100, 1000, 31, 'uniform', true],
] as const;

// The longest word of each column.
const widths = [9, 16, 8, 8, 7, 6, 15, 6, 16, 6, 6];
const row = (cells: readonly (string | number)[]) =>
  cells.map((cell, at) => `${cell}`.padStart((widths[at] ?? 0) + 2)).join('');
console.log(
  row([
    'objective',
    'scores',
    'size',
    'max load',
    'seconds',
    'proven',
    'worst',
    'gap',
    'total',
    'gap',
    'faults',
  ]),
);
for (const [objective, reviewers, applications, max, kind, hasMix] of instances) {
  if ((onlyObjective && onlyObjective !== objective) || (onlyKind && onlyKind !== kind)) continue;
  const problem = largeProblem({
    kind,
    reviewers,
    applications,
    demand: 3,
    min: 0,
    max,
    seed: 1,
    objective,
    hasMix,
  });
  const start = process.cpuUsage().user;
  const outcome = await solve(problem);
  const seconds = ((process.cpuUsage().user - start) / 1e6).toFixed(2);
  if (!outcome.feasible) throw new Error('every instance has a plan');
  const { certificate } = outcome.plan;
  const { optimal, worst, total, gap } = certificate;
  const faults = checkCertificate(problem, outcome.plan).length;
  const proven = optimal ? 'yes' : 'no';
  const percent = (above: number, of: number) => (above === 0 ? 0 : `${((100 * above) / of).toFixed(2)}%`);
  console.log(
    row([
      objective,
      hasMix ? `${kind}, mix` : kind,
      `${reviewers}×${applications}`,
      max,
      seconds,
      proven,
      worst,
      percent(gap.worst, worst),
      total,
      percent(gap.total, total),
      faults,
    ]),
  );
}
