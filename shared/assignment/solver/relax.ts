import type { OptimiseMilp } from '../../optimiser/milp.ts';
import { type IsEnough, waysToAdd, withNewcomers } from './add-reviewers.ts';
import { fillElastic } from './elastic-transport.ts';
import type { Change, Relaxation } from './plan.ts';
import { type AssignmentProblem, isPureFlow } from './problem.ts';
import { relaxBySearch } from './relax-by-search.ts';
import { solveTransport } from './solve-transport.ts';
import { toTransport } from './to-transport.ts';

/**
 * The ways out of a problem that no plan solves: of each kind the smallest, found by solving with that kind priced. What is
 * fixed beyond a bound already comes first, as nothing else can mend it. Never empty where the problem has no plan, but for
 * traits among more pairs than a search can hold.
 */
export const relaxations = async (
  optimise: OptimiseMilp,
  problem: AssignmentProblem,
): Promise<readonly Relaxation[]> => {
  if (!isPureFlow(problem)) return relaxBySearch(optimise, problem);
  const { eased, changes: forced } = easeForFixed(problem);
  const total = (vector: Int32Array) => vector.reduce((sum, count) => sum + count, 0);
  const ways: Relaxation[] = [];
  const offer = (
    kind: Exclude<Relaxation['kind'], 'add-reviewers'>,
    changes: readonly Change[] | undefined,
  ) => {
    if (
      !changes ||
      forced.some(({ what }) => kind !== 'mixed' && (what === 'demand' || what !== kindOf[kind]))
    )
      return;
    const all = merge([...forced, ...changes]);
    if (all.length > 0)
      ways.push({
        kind,
        places: all.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0),
        changes: all,
      });
  };

  const short = fillElastic(eased, { empty: true });
  if (short) {
    offer('raise-maximum', raises(eased, short.picks, short.empty));
    const asked = { short: total(short.empty), traits: [] };
    if (forced.length === 0) ways.push(...(await waysToAdd(eased, byFlow(eased), asked)));
    offer(
      'lower-demand',
      lowered(
        'demand',
        short.empty,
        eased.applications.map(({ demand }) => demand),
      ),
    );
  }
  const light = fillElastic(eased, { missed: true });
  if (light)
    offer(
      'lower-minimum',
      lowered(
        'minimum',
        light.missed,
        eased.reviewers.map(({ min }) => min),
      ),
    );
  if (ways.length > 0) return ways;
  const both = fillElastic(eased, { empty: true, missed: true });
  if (both)
    offer('mixed', [
      ...lowered(
        'demand',
        both.empty,
        eased.applications.map(({ demand }) => demand),
      ),
      ...lowered(
        'minimum',
        both.missed,
        eased.reviewers.map(({ min }) => min),
      ),
    ]);
  return ways;
};

const kindOf = {
  'raise-maximum': 'maximum',
  'lower-minimum': 'minimum',
  'lower-demand': 'demand',
  'lower-need': 'need',
} as const;

const lowered = (what: 'demand' | 'minimum', by: Int32Array, from: readonly number[]): Change[] =>
  from.flatMap((bound, at) => {
    const less = by[at] ?? 0;
    return less > 0 ? [{ what, at, from: bound, to: bound - less }] : [];
  });

/**
 * One place more for as many reviewers as places stay empty, each time for one whose maximum was raised least so far. As
 * few as can be: whoever raised fewer could leave fewer places empty. Nothing where an application has no reviewer left.
 */
const raises = (
  { reviewers, barred }: AssignmentProblem,
  picks: readonly Int32Array[],
  empty: Int32Array,
): Change[] | undefined => {
  const width = reviewers.length;
  const by = new Int32Array(width);
  for (const [application, count] of empty.entries()) {
    const taken = new Set(picks[application]);
    for (let place = 0; place < count; place += 1) {
      let least = -1;
      for (let reviewer = 0; reviewer < width; reviewer += 1)
        if (!barred[application * width + reviewer] && !taken.has(reviewer))
          if (least < 0 || (by[reviewer] ?? 0) < (by[least] ?? 0)) least = reviewer;
      if (least < 0) return undefined;
      taken.add(least);
      by[least] = (by[least] ?? 0) + 1;
    }
  }
  return reviewers.flatMap(({ max }, at) => {
    const more = by[at] ?? 0;
    return more > 0 ? [{ what: 'maximum' as const, at, from: max, to: max + more }] : [];
  });
};

const byFlow =
  (problem: AssignmentProblem): IsEnough =>
  async (newcomers) =>
    solveTransport(toTransport(withNewcomers(problem, newcomers))) !== undefined;

/** Bounds that what is fixed breaks by itself, moved to where it keeps them. */
const easeForFixed = (problem: AssignmentProblem) => {
  const count = (key: 'reviewer' | 'application', at: number) =>
    problem.fixed.filter((pair) => pair[key] === at).length;
  const changes: Change[] = [];
  const reviewers = problem.reviewers.map((reviewer, at) => {
    const has = count('reviewer', at);
    if (has <= reviewer.max) return reviewer;
    changes.push({ what: 'maximum', at, from: reviewer.max, to: has });
    return { ...reviewer, max: has };
  });
  const applications = problem.applications.map((application, at) => {
    const has = count('application', at);
    if (has <= application.demand) return application;
    changes.push({ what: 'demand', at, from: application.demand, to: has });
    return { ...application, demand: has };
  });
  return { eased: { ...problem, reviewers, applications }, changes };
};

/** Two steps of one bound as one. */
const merge = (changes: readonly Change[]): Change[] => {
  const merged = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.what} ${change.at}`;
    merged.set(key, { ...change, from: merged.get(key)?.from ?? change.from });
  }
  return [...merged.values()];
};
