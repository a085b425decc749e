import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Relaxation } from '../../../../shared/assignment/solver/plan.ts';
import type { AssignmentProblem } from '../../../../shared/assignment/solver/problem.ts';
import { solveAssignment } from '../../../../shared/assignment/solver/solve-assignment.ts';
import { type ProblemFacts, stateProblem } from '../../../../shared/assignment/solver/state-problem.ts';
import { highsSolver } from '../../../../shared/optimiser/highs.solver.ts';
import { everyPlan, smallProblems } from './small-problems.ts';

const solve = solveAssignment({ optimise: highsSolver });
const hasPlan = (problem: AssignmentProblem) => !everyPlan(problem).next().done;

type Way = Exclude<Relaxation, { readonly kind: 'add-reviewers' }>;

const apply = (problem: AssignmentProblem, { changes }: Way): AssignmentProblem => {
  const changed = (what: string, at: number, from: number, trait?: string) =>
    changes.find((change) => change.what === what && change.at === at && change.trait === trait)?.to ?? from;
  return {
    ...problem,
    reviewers: problem.reviewers.map((reviewer, at) => ({
      ...reviewer,
      min: changed('minimum', at, reviewer.min),
      max: changed('maximum', at, reviewer.max),
    })),
    applications: problem.applications.map((application, at) => ({
      ...application,
      demand: changed('demand', at, application.demand),
      needs: application.needs.map(({ trait, atLeast }) => ({
        trait,
        atLeast: changed('need', at, atLeast, trait),
      })),
    })),
  };
};

type Added = Extract<Relaxation, { readonly kind: 'add-reviewers' }>;
type Newcomers = { readonly reviewers: number; readonly max: number; readonly trait?: string | undefined };

/** So many more reviewers at the end, who may review what `mayHave` says; fewer would be enough too if these are. */
const withAdded = (
  problem: AssignmentProblem,
  { reviewers: count, max, trait }: Newcomers,
  mayHave: (application: number) => boolean = () => true,
): AssignmentProblem => {
  const traits = trait === undefined ? [] : [trait];
  const width = problem.reviewers.length;
  const cells = problem.applications.flatMap((_, a) =>
    Array.from({ length: width + count }, (_, r) => (r < width ? a * width + r : -1 - a)),
  );
  return {
    ...problem,
    reviewers: [
      ...problem.reviewers,
      ...Array.from({ length: count }, (_, at) => ({ id: `s${at}`, min: 0, max, traits })),
    ],
    scores: Float64Array.from(cells, (cell) => problem.scores[cell] ?? 0),
    barred: Uint8Array.from(cells, (cell) =>
      cell < 0 ? Number(!mayHave(-1 - cell)) : (problem.barred[cell] ?? 0),
    ),
  };
};

const heaviest = ({ reviewers }: AssignmentProblem) =>
  reviewers.reduce((most, { max }) => Math.max(most, max), 1);

/** What a way of adding says, held to trying all: enough, no fewer people, no fewer places each, and the group named rightly. */
const expectSmallest = (problem: AssignmentProblem, way: Added) => {
  const { reviewers, max, trait, group } = way;
  const most = heaviest(problem);
  expect(hasPlan(withAdded(problem, way))).toBe(true);
  expect(hasPlan(withAdded(problem, { reviewers: reviewers - 1, max: most, trait }))).toBe(false);
  if (max > 1) expect(hasPlan(withAdded(problem, { ...way, max: max - 1 }))).toBe(false);
  const groups = new Set(problem.applications.flatMap((application) => application.group ?? []));
  const isIn = (named: string) => (at: number) => problem.applications[at]?.group === named;
  const lacking = [...groups].filter(
    (one) =>
      groups.size > 1 &&
      hasPlan(withAdded(problem, way, isIn(one))) &&
      !hasPlan(withAdded(problem, { reviewers, max: most, trait }, (at) => !isIn(one)(at))),
  );
  expect(group === undefined ? [] : [group]).toEqual(lacking);
};

/** The fewest steps down of what is needed, by trying all. */
const fewestNeedsByTrying = (problem: AssignmentProblem): number | undefined => {
  const needs = problem.applications.flatMap(({ needs: own }, at) => own.map((need) => ({ ...need, at })));
  for (let steps = 1; steps <= 2 * needs.length; steps += 1)
    for (const by of spreads(steps, needs.length)) {
      const changes = needs.map(({ trait, atLeast, at }, place) => {
        const to = atLeast - (by[place] ?? 0);
        return { what: 'need' as const, at, from: atLeast, to, trait };
      });
      if (
        changes.every(({ to }) => to >= 0) &&
        hasPlan(apply(problem, { kind: 'lower-need', places: steps, changes }))
      )
        return steps;
    }
  return undefined;
};

/** All ways to spread `steps` over so many bounds. */
function* spreads(steps: number, over: number): Generator<number[]> {
  if (over === 0) {
    if (steps === 0) yield [];
    return;
  }
  for (let first = 0; first <= steps; first += 1)
    for (const rest of spreads(steps - first, over - 1)) yield [first, ...rest];
}

/** The fewest steps of one kind with which there is a plan, by trying all; nothing where a dozen are not enough. */
const fewestByTrying = (problem: AssignmentProblem, kind: Way['kind']): number | undefined => {
  const { reviewers, applications } = problem;
  const over = kind === 'lower-demand' ? applications.length : reviewers.length;
  for (let steps = 1; steps <= 12; steps += 1)
    for (const by of spreads(steps, over)) {
      const changes = by.map((step, at) => {
        if (kind === 'lower-demand') {
          const from = applications[at]?.demand ?? 0;
          return { what: 'demand' as const, at, from, to: from - step };
        }
        const { min = 0, max = 0 } = reviewers[at] ?? {};
        return kind === 'raise-maximum'
          ? { what: 'maximum' as const, at, from: max, to: max + step }
          : { what: 'minimum' as const, at, from: min, to: min - step };
      });
      if (changes.every(({ to }) => to >= 0) && hasPlan(apply(problem, { kind, places: steps, changes })))
        return steps;
    }
  return undefined;
};

test.each([
  ['loads and conflicts alone', false],
  ['traits needed and reviewers kept apart', true],
])('where no plan is found there is a way out, and no smaller one of its kind: %s', async (_, extras) => {
  await fc.assert(
    fc.asyncProperty(smallProblems('total', { needs: extras, apart: extras }), async (problem) => {
      const outcome = await solve(problem);
      if (outcome.feasible) return;
      if (!outcome.isDecided) throw new Error('a small search ended at its limit');
      expect(outcome.relaxation.length).toBeGreaterThan(0);
      // Two new people who may be anyone are offered wherever two are enough.
      const isTwoEnough = hasPlan(withAdded(problem, { reviewers: 2, max: heaviest(problem) }));
      const any = outcome.relaxation.some((way) => way.kind === 'add-reviewers' && !way.trait);
      if (isTwoEnough) expect(any).toBe(true);
      for (const way of outcome.relaxation) {
        if (way.kind === 'add-reviewers') {
          expectSmallest(problem, way);
          continue;
        }
        expect(hasPlan(apply(problem, way))).toBe(true);
        if (way.kind === 'lower-need') expect(way.places).toBe(fewestNeedsByTrying(problem));
        else if (way.kind !== 'mixed')
          expect(`${way.kind} ${way.places}`).toBe(`${way.kind} ${fewestByTrying(problem, way.kind)}`);
      }
    }),
    { numRuns: 200 },
  );
});

const few = (id: string, max: number, traits: readonly string[] = []) => ({ id, min: 0, max, traits });
const waysOf = async (facts: Omit<ProblemFacts, 'objective' | 'scores'>) => {
  const stated = stateProblem({ objective: 'total', scores: [], ...facts });
  if (!stated.ok) throw new Error(stated.failure.kind);
  const outcome = await solve(stated.value);
  if (outcome.feasible || !outcome.isDecided) throw new Error('it has no plan');
  return outcome.relaxation;
};
const sustainable = ['s1', 's2'].map((id) => ({ id, demand: 1, needs: [], group: 'sustainability' }));
const creative = ['c1', 'c2'].map((id) => ({ id, demand: 1, needs: [], group: 'creative-economies' }));

test('one more reviewer for the theme that lacks one, where the others have enough', async () => {
  const ways = await waysOf({
    reviewers: [few('ann', 4), few('bob', 4)],
    applications: [...sustainable, ...creative],
    conflicts: sustainable.flatMap(({ id }) => [
      { reviewer: 'ann', application: id },
      { reviewer: 'bob', application: id },
    ]),
  });
  expect(ways).toContainEqual({ kind: 'add-reviewers', reviewers: 1, max: 2, group: 'sustainability' });
});

test('no theme is named where a new reviewer of any other would do as well', async () => {
  const ways = await waysOf({
    reviewers: [few('ann', 3)],
    applications: [...sustainable, ...creative],
  });
  expect(ways).toContainEqual({ kind: 'add-reviewers', reviewers: 1, max: 1 });
});

test('two more reviewers with three each beside raised maxima, also where a mix is asked for', async () => {
  const applications = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({
    id,
    demand: 2,
    needs: [{ trait: 'japanese', atLeast: 1 }],
  }));
  const ways = await waysOf({
    reviewers: [few('ann', 4, ['japanese']), few('bob', 2, ['japanese'])],
    applications,
  });
  expect(ways).toContainEqual({ kind: 'add-reviewers', reviewers: 2, max: 3 });
  expect(ways).toContainEqual(expect.objectContaining({ kind: 'raise-maximum', places: 6 }));
  // Two who read Japanese would be no fewer: it is not asked of anyone.
  expect(ways.filter((way) => way.kind === 'add-reviewers')).toHaveLength(1);
});

test('a trait is asked for where nobody else would do, with the theme that lacks it', async () => {
  const ways = await waysOf({
    reviewers: [few('ann', 4), few('bob', 4)],
    applications: [
      ...sustainable.map((one) => ({ ...one, needs: [{ trait: 'japanese', atLeast: 1 }] })),
      ...creative,
    ],
  });
  expect(ways.filter((way) => way.kind === 'add-reviewers')).toEqual([
    { kind: 'add-reviewers', reviewers: 1, max: 2, trait: 'japanese', group: 'sustainability' },
  ]);
});

test('three maxima by one rather than one by three, also where a search finds them', async () => {
  const ways = await waysOf({
    reviewers: [...['ann', 'bob', 'cho'].map((id) => few(id, 1)), few('dee', 0)],
    applications: ['a', 'b', 'c'].map((id) => ({ id, demand: 2, needs: [] })),
    apart: [['ann', 'dee']],
  });
  const raised = ways.find(({ kind }) => kind === 'raise-maximum');
  expect(raised).toMatchObject({ places: 3 });
  expect(raised?.kind === 'raise-maximum' && raised.changes.map(({ from, to }) => to - from)).toEqual([
    1, 1, 1,
  ]);
});
