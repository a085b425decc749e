import type { MilpColumn, OptimiseMilp } from '../../optimiser/milp.ts';
import { type IsEnough, waysToAdd, withNewcomers } from './add-reviewers.ts';
import { fillElastic } from './elastic-transport.ts';
import { pairModel } from './pair-model.ts';
import type { Change, Relaxation } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';

// More pairs than this and the search for what has to give takes longer than anyone waits for.
const searchable = 60_000;

const kinds = {
  'lower-need': ['need'],
  'raise-maximum': ['maximum'],
  'lower-minimum': ['minimum'],
  'lower-demand': ['demand'],
} as const;

/** The ways out where traits or reviewers kept apart are at stake: the fewest steps of each kind, by branch and bound. */
export const relaxBySearch = async (
  optimise: OptimiseMilp,
  problem: AssignmentProblem,
): Promise<readonly Relaxation[]> => {
  if (problem.barred.length > searchable) return [];
  const ways: Relaxation[] = [];
  const offer = async (kind: keyof typeof kinds) => {
    const changes = await fewestSteps(optimise, problem, kinds[kind]);
    if (changes) ways.push({ kind, places: stepsIn(changes), changes });
  };
  await offer('lower-need');
  await offer('raise-maximum');
  // What is short without traits and reviewers kept apart is short with them too.
  const filled = fillElastic(problem, { empty: true });
  if (filled) {
    const short = filled.empty.reduce((sum, count) => sum + count, 0);
    const traits = new Set(problem.applications.flatMap(({ needs }) => needs.map(({ trait }) => trait)));
    const asked = { short, traits: [...traits].toSorted() };
    ways.push(...(await waysToAdd(problem, bySearch(optimise, problem), asked)));
  }
  await offer('lower-minimum');
  await offer('lower-demand');
  if (ways.length > 0) return ways;
  const changes = await fewestSteps(optimise, problem, ['need', 'maximum', 'minimum', 'demand']);
  return changes ? [{ kind: 'mixed', places: stepsIn(changes), changes }] : [];
};

const stepsIn = (changes: readonly Change[]) =>
  changes.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0);

/**
 * The fewest steps on bounds of these kinds with which there is a plan; nothing where no number of them is enough. Of as few
 * those that ask least of the one bound that gives most: three people's maximum by one rather than one person's by three.
 */
const fewestSteps = async (
  optimise: OptimiseMilp,
  problem: AssignmentProblem,
  loosened: readonly Change['what'][],
): Promise<Change[] | undefined> => {
  const model = pairModel(problem, () => true);
  const columns: MilpColumn[] = [...model.columns];
  const steps: { readonly column: number; readonly change: Omit<Change, 'to'>; readonly sign: 1 | -1 }[] = [];
  const loosen = (change: Omit<Change, 'to'>, sign: 1 | -1, most: number) => {
    const column = columns.length;
    columns.push({ worth: 1, least: 0, most, whole: true });
    steps.push({ column, change, sign });
    return [column, -sign] as const;
  };
  const rows = model.rows.map((row, number) => {
    const subject = model.about[number];
    if (!subject || subject.what === 'apart') return row;
    const { what, at, trait } = subject;
    const extra: (readonly [number, number])[] = [];
    if (what === 'load') {
      const { min, max } = problem.reviewers[at] ?? { min: 0, max: 0 };
      if (loosened.includes('maximum'))
        extra.push(loosen({ what: 'maximum', at, from: max }, 1, problem.applications.length));
      if (loosened.includes('minimum')) extra.push(loosen({ what: 'minimum', at, from: min }, -1, min));
    } else if (loosened.includes(what)) {
      const named = trait === undefined ? {} : { trait };
      extra.push(loosen({ what, at, from: row.least, ...named }, -1, row.least));
      // Only what is fixed beyond the demand asks for this.
      if (what === 'demand' && loosened.length > 1)
        extra.push(loosen({ what, at, from: row.least }, 1, problem.fixed.length));
    }
    return { ...row, terms: [...row.terms, ...extra] };
  });
  const fewest = await optimise({ sense: 'least', columns, rows });
  if (fewest.status !== 'optimal' || !fewest.values) return undefined;
  const total = Math.round(fewest.objective);
  const peak = columns.length;
  const spread = await optimise({
    sense: 'least',
    columns: [
      ...columns.map((column) => ({ ...column, worth: 0 })),
      { worth: 1, least: 1, most: Math.max(1, total), whole: true },
    ],
    rows: [
      ...rows,
      { terms: steps.map(({ column }) => [column, 1] as const), least: -Infinity, most: total },
      ...steps.map(({ column }) => ({
        terms: [[column, 1] as const, [peak, -1] as const],
        least: -Infinity,
        most: 0,
      })),
    ],
  });
  const values = spread.status === 'optimal' && spread.values ? spread.values : fewest.values;
  return steps.flatMap(({ column, change, sign }) => {
    const by = values[column] ?? 0;
    return by > 0 ? [{ ...change, to: change.from + sign * by }] : [];
  });
};

const bySearch =
  (optimise: OptimiseMilp, problem: AssignmentProblem): IsEnough =>
  async (newcomers) => {
    const { columns, rows } = pairModel(withNewcomers(problem, newcomers), () => true);
    const { status } = await optimise({ sense: 'least', columns, rows });
    return status === 'limit' ? undefined : status === 'optimal';
  };
