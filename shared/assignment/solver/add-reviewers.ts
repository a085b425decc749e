import type { Relaxation } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';

/** New reviewers: so many, each with up to `max` applications, of those that `mayHave` says, and a trait where one is wanted. */
export type Newcomers = {
  readonly count: number;
  readonly max: number;
  readonly trait?: string | undefined;
  readonly mayHave?: ((application: number) => boolean) | undefined;
};

/** Whether there is a plan with these newcomers; nothing where a search ended before it knew. */
export type IsEnough = (newcomers: Newcomers) => Promise<boolean | undefined>;

type Way = Extract<Relaxation, { readonly kind: 'add-reviewers' }>;
type Asked = {
  /** Places that stay empty without them, whatever else is done. */
  readonly short: number;
  /** Traits that are needed, in the order they are offered. */
  readonly traits: readonly string[];
};

// Beyond what the places alone ask for, this many more are tried.
const further = 8;

/**
 * New reviewers that would be enough, each way the smallest: first as few people as can be, then as few applications for each.
 * With a trait only where that takes fewer people than without one. A group of applications is named where newcomers for
 * it alone are enough, and as many for all the others are not, however many each of them takes.
 */
export const waysToAdd = async (
  problem: AssignmentProblem,
  isEnough: IsEnough,
  { short, traits }: Asked,
): Promise<readonly Relaxation[]> => {
  const most = problem.reviewers.reduce((highest, reviewer) => Math.max(highest, reviewer.max), 1);
  const demand = problem.applications.reduce((highest, one) => Math.max(highest, one.demand), 0);
  const first = Math.max(1, Math.ceil(short / most));
  const least = async (trait?: string): Promise<Way | undefined> => {
    const last = first + demand + Math.ceil(needed(problem, trait) / most) + further;
    const reviewers = await smallest(first, last, (count) => isEnough({ count, max: most, trait }));
    if (reviewers === undefined) return undefined;
    const max = await smallest(1, most, (each) => isEnough({ count: reviewers, max: each, trait }));
    if (max === undefined) return undefined;
    return { kind: 'add-reviewers', reviewers, max, ...(trait !== undefined && { trait }) };
  };
  const any = await least();
  const ways = any ? [any] : [];
  for (const trait of traits) {
    const way = await least(trait);
    if (way && (!any || way.reviewers < any.reviewers)) ways.push(way);
  }
  const named: Way[] = [];
  for (const way of ways) named.push(await withGroup(problem, isEnough, way, most));
  return named;
};

const needed = ({ applications }: AssignmentProblem, trait: string | undefined) =>
  applications
    .flatMap(({ needs }) => needs)
    .reduce((sum, need) => (need.trait === trait ? sum + need.atLeast : sum), 0);

const withGroup = async (
  { applications }: AssignmentProblem,
  isEnough: IsEnough,
  way: Way,
  most: number,
): Promise<Way> => {
  const groups = [...new Set(applications.flatMap(({ group }) => group ?? []))].toSorted();
  if (groups.length < 2) return way;
  const { reviewers: count, max, trait } = way;
  for (const group of groups) {
    const isOfGroup = (application: number) => applications[application]?.group === group;
    if (!(await isEnough({ count, max, trait, mayHave: isOfGroup }))) continue;
    const others = await isEnough({ count, max: most, trait, mayHave: (at) => !isOfGroup(at) });
    // Only one group can be so: what is enough for it alone is among what is not enough for any other.
    if (others === false) return { ...way, group };
  }
  return way;
};

/** The smallest number from `from` to `to` that is enough, where more is never worse: by doubling, then by halving. */
const smallest = async (
  from: number,
  to: number,
  isEnough: (number: number) => Promise<boolean | undefined>,
): Promise<number | undefined> => {
  let below = from - 1;
  let step = 1;
  for (;;) {
    const tried = Math.min(to, below + step);
    const enough = tried > below ? await isEnough(tried) : undefined;
    if (enough === undefined) return undefined;
    if (enough) {
      let above = tried;
      while (above - below > 1) {
        const middle = Math.floor((above + below) / 2);
        const isMiddle = await isEnough(middle);
        if (isMiddle === undefined) return undefined;
        if (isMiddle) above = middle;
        else below = middle;
      }
      return above;
    }
    below = tried;
    step *= 2;
  }
};

/** The problem with the newcomers at the end; scores don't count any more. */
export const withNewcomers = (
  problem: AssignmentProblem,
  { count, max, trait, mayHave = () => true }: Newcomers,
): AssignmentProblem => {
  const width = problem.reviewers.length;
  const wider = width + count;
  const barred = new Uint8Array(problem.applications.length * wider);
  for (const [application] of problem.applications.entries()) {
    const row = problem.barred.subarray(application * width, (application + 1) * width);
    barred.set(row, application * wider);
    if (!mayHave(application)) barred.fill(1, application * wider + width, (application + 1) * wider);
  }
  const traits = trait === undefined ? [] : [trait];
  const added = Array.from({ length: count }, (_, at) => ({ id: `new-${at}`, min: 0, max, traits }));
  const { fine: _, ...rest } = problem;
  return {
    ...rest,
    reviewers: [...problem.reviewers, ...added],
    scores: new Float64Array(barred.length),
    barred,
  };
};
