import fc from 'fast-check';
import { fineScore } from '../../../../shared/assignment/solver/fine-scores.ts';
import type { AssignmentProblem, Objective, Pair } from '../../../../shared/assignment/solver/problem.ts';
import { stateProblem } from '../../../../shared/assignment/solver/state-problem.ts';

const names = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`);

type Extras = {
  readonly needs: boolean;
  readonly apart: boolean;
  readonly score?: fc.Arbitrary<number | string>;
};

/** A few digits, as people give them. */
const plain = fc.oneof(fc.integer({ min: -3, max: 5 }), fc.constantFrom(0.1, 0.25, -1.5, 2.75));

/** Scores that no grid of one float holds: draws between −1 and 1, and neighbours that differ in their last digits alone. */
export const rawScore = fc.oneof(
  fc.maxSafeInteger().map((draw) => draw / 2 ** 53),
  fc.maxSafeInteger().map((draw) => (draw / 2 ** 53) * 1e-4),
  fc.constantFrom(0.5, 0.5000000000000001, 0.4999999999999999, '0.50000000000000000000000001'),
  fc.constantFrom(0.1, 0.30000000000000004, 0.3, 0.2),
);

/** Problems small enough to go through every plan, with whatever a problem may have; many of them have no plan. */
export const smallProblems = (objective: Objective, extras: Extras = { needs: false, apart: false }) =>
  fc
    .record({ reviewers: fc.integer({ min: 1, max: 4 }), applications: fc.integer({ min: 1, max: 3 }) })
    .chain(({ reviewers: width, applications: height }) => {
      const reviewerIds = names('r', width);
      const applicationIds = names('a', height);
      const cells = applicationIds.flatMap((application) =>
        reviewerIds.map((reviewer) => ({ reviewer, application })),
      );
      const some = fc.subarray(cells, { maxLength: Math.ceil(cells.length / 4) });
      const trait = fc.constantFrom('business', 'japanese');
      return fc
        .record({
          bounds: fc.array(fc.tuple(fc.nat(1), fc.nat(3)), { minLength: width, maxLength: width }),
          demands: fc.array(fc.nat(3), { minLength: height, maxLength: height }),
          scores: fc.array(extras.score ?? plain, { minLength: cells.length, maxLength: cells.length }),
          conflicts: some,
          fixed: fc.subarray(cells, { maxLength: Math.min(2, cells.length) }),
          traits: fc.array(fc.uniqueArray(trait), { minLength: width, maxLength: width }),
          needs: fc.array(
            fc.array(fc.record({ trait, atLeast: fc.integer({ min: 1, max: 2 }) }), { maxLength: 1 }),
            {
              minLength: height,
              maxLength: height,
            },
          ),
          groups: fc.array(fc.constantFrom('first', 'second'), { minLength: height, maxLength: height }),
          apart: fc.array(fc.tuple(fc.constantFrom(...reviewerIds), fc.constantFrom(...reviewerIds)), {
            maxLength: 1,
          }),
        })
        .map(({ bounds, demands, scores, conflicts, fixed, traits, needs, groups, apart }) => {
          const isBarred = ({ reviewer, application }: (typeof cells)[number]) =>
            conflicts.some((line) => line.reviewer === reviewer && line.application === application);
          const stays = fixed.filter((pair) => !isBarred(pair));
          const staysWithBoth = (one: string, other: string) =>
            applicationIds.some((id) =>
              [one, other].every((reviewer) =>
                stays.some((pair) => pair.application === id && pair.reviewer === reviewer),
              ),
            );
          const stated = stateProblem({
            objective,
            reviewers: reviewerIds.map((id, at) => {
              const [min = 0, more = 0] = bounds[at] ?? [];
              return { id, min, max: min + more, traits: traits[at] ?? [] };
            }),
            applications: applicationIds.map((id, at) => ({
              id,
              demand: Math.min(width, demands[at] ?? 0),
              needs: extras.needs ? (needs[at] ?? []) : [],
              group: groups[at] ?? 'first',
            })),
            scores: cells.map((pair, at) => ({ ...pair, score: scores[at] ?? 0 })),
            conflicts,
            fixed: stays,
            // Two who both stay with one application are refused: `state-problem.test.ts`.
            apart: extras.apart
              ? apart.filter(([one, other]) => one !== other && !staysWithBoth(one, other))
              : [],
          });
          if (!stated.ok) throw new Error(stated.failure.kind);
          return stated.value;
        });
    });

const subsets = (of: readonly number[], size: number): number[][] => {
  if (size === 0) return [[]];
  const [first, ...rest] = of;
  if (first === undefined) return [];
  return [...subsets(rest, size - 1).map((set) => [first, ...set]), ...subsets(rest, size)];
};

/** Every plan that keeps all rules, found by trying each; the rules are read off the problem as a person would. */
export function* everyPlan(problem: AssignmentProblem): Generator<readonly Pair[]> {
  const { reviewers, applications, barred, fixed, apart } = problem;
  const width = reviewers.length;
  const choices = applications.map(({ demand, needs }, application) =>
    subsets(
      reviewers.map((_, at) => at).filter((at) => !barred[application * width + at]),
      demand,
    ).filter(
      (set) =>
        fixed.every((pair) => pair.application !== application || set.includes(pair.reviewer)) &&
        apart.every(([one, other]) => !set.includes(one) || !set.includes(other)) &&
        needs.every(
          ({ trait, atLeast }) => set.filter((at) => reviewers[at]?.traits.includes(trait)).length >= atLeast,
        ),
    ),
  );
  const loads = reviewers.map(() => 0);
  const pairs: Pair[] = [];
  function* from(application: number): Generator<readonly Pair[]> {
    if (application === applications.length) {
      if (reviewers.every(({ min, max }, at) => (loads[at] ?? 0) >= min && (loads[at] ?? 0) <= max))
        yield [...pairs];
      return;
    }
    for (const set of choices[application] ?? []) {
      for (const reviewer of set) {
        pairs.push({ reviewer, application });
        loads[reviewer] = (loads[reviewer] ?? 0) + 1;
      }
      yield* from(application + 1);
      for (const reviewer of set) loads[reviewer] = (loads[reviewer] ?? 0) - 1;
      pairs.length -= set.length;
    }
  }
  yield* from(0);
}

/** The best total, and the best by worst application and then total; nothing where there is no plan. */
export const bestByTrying = (problem: AssignmentProblem) => {
  const best = bestByTryingAllDigits(problem);
  return (
    best && {
      total: Number(best.total),
      fair: { worst: Number(best.fair.worst), total: Number(best.fair.total) },
    }
  );
};

/** The same by all digits of the scores as they were given. */
export const bestByTryingAllDigits = (problem: AssignmentProblem) => {
  let total: bigint | undefined;
  let fair: { readonly worst: bigint; readonly total: bigint } | undefined;
  for (const plan of everyPlan(problem)) {
    const sums = problem.applications.map(() => 0n);
    for (const { reviewer, application } of plan)
      sums[application] =
        (sums[application] ?? 0n) + fineScore(problem, application * problem.reviewers.length + reviewer);
    const all = sums.reduce((sum, one) => sum + one, 0n);
    const worst = sums.reduce((least, sum) => (sum < least ? sum : least));
    if (total === undefined || all > total) total = all;
    if (!fair || worst > fair.worst || (worst === fair.worst && all > fair.total))
      fair = { worst, total: all };
  }
  return total === undefined || !fair ? undefined : { total, fair };
};
