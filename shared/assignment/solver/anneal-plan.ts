import type { AssignmentProblem } from './problem.ts';
import { openRules } from './rules-kept.ts';

/** Plans are told apart by their shortfall: what their applications together lack to a level. */
type Annealed = { readonly picks: Int32Array[]; readonly shortfall: number };

type Aim = {
  /** What every application should reach. */
  readonly level: number;
  /** Whether, with all at the level, the total is to be as high as it can. Else it ends at the first plan there. */
  readonly countsTotal: boolean;
  readonly steps: number;
  readonly seed: number;
  readonly isOver: () => boolean;
};

/** How fast the bar for a change for the worse falls: every so many steps. */
const beat = 1000;
/** One unit of shortfall outweighs so much of the total. */
const graver = 4;

/**
 * Looks for a plan in which every application reaches a level: exchanges reviewers between applications, or one for another
 * with room, also for the worse, the less so the longer it goes on (simulated annealing). It draws from a seeded sequence
 * and counts its steps: the same start gives the same plan everywhere. Loads, conflicts, fixed pairs, needs and who is kept
 * apart are kept. It proves nothing; bounds do.
 */
export const annealPlan = (
  problem: AssignmentProblem,
  start: readonly Int32Array[],
  { level, countsTotal, steps, seed, isOver }: Aim,
): Annealed => {
  const { reviewers, applications, scores, barred, fixed } = problem;
  const rules = openRules(problem, start);
  const width = reviewers.length;
  const height = applications.length;
  const least = Int32Array.from(reviewers, ({ min }) => min);
  const most = Int32Array.from(reviewers, ({ max }) => max);
  const closed = Uint8Array.from(barred);
  const load = new Int32Array(width);
  const sums = new Float64Array(height);
  const stays = new Set(fixed.map(({ reviewer, application }) => application * width + reviewer));
  // What may move, application by application, in one array.
  const from = new Int32Array(height + 1);
  const movable: number[] = [];
  for (const [a, chosen] of start.entries()) {
    for (const r of chosen) {
      const cell = a * width + r;
      closed[cell] = 1;
      load[r] = (load[r] ?? 0) + 1;
      sums[a] = (sums[a] ?? 0) + (scores[cell] ?? 0);
      if (!stays.has(cell)) movable.push(r);
    }
    from[a + 1] = movable.length;
  }
  let held = Int32Array.from(movable);
  const owner = new Int32Array(held.length);
  for (let a = 0; a < height; a += 1) owner.fill(a, from[a] ?? 0, from[a + 1] ?? 0);
  const short = (sum: number) => (sum < level ? level - sum : 0);
  const score = (a: number, r: number) => scores[a * width + r] ?? 0;
  let shortfall = sums.reduce((all, sum) => all + short(sum), 0);
  let gained = 0;
  let best = { held: Int32Array.from(held), gained: shortfall > 0 ? -Infinity : 0 };

  let state = seed >>> 0;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const roomy = reviewers.some(({ max }, r) => (load[r] ?? 0) < max);
  const { hot, cold } = temperaturesFor(scores);
  const cooling = (cold / hot) ** (beat / steps);
  let heat = hot;
  const isBetter = (shortBy: number, totalBy: number) =>
    (countsTotal ? graver * shortBy - totalBy : shortBy) <=
    heat * (chances[Math.floor(draw() * chanceCount)] ?? 0);
  let low = 0;
  const pastMet = () => {
    for (let tries = 0; tries < height && (sums[low] ?? 0) >= level; tries += 1) low = (low + 1) % height;
  };
  for (let step = 0; step < steps && held.length > 0 && (countsTotal || shortfall > 0); step += 1) {
    if (step % beat === 0) {
      if (isOver()) break;
      heat *= cooling;
    }
    // Every other time a place of an application that lacks something, going on from where the last was.
    let one = Math.floor(draw() * held.length);
    if (step % 2 === 0 && shortfall > 0) {
      pastMet();
      const size = (from[low + 1] ?? 0) - (from[low] ?? 0);
      if (size > 0) one = (from[low] ?? 0) + Math.floor(draw() * size);
      if (step % 4 === 2) low = (low + 1) % height;
    }
    const a = owner[one] ?? 0;
    const r = held[one] ?? 0;
    const mine = sums[a] ?? 0;
    if (roomy && step % 3 === 0) {
      const to = Math.floor(draw() * width);
      if ((load[to] ?? 0) >= (most[to] ?? 0) || closed[a * width + to]) continue;
      if ((load[r] ?? 0) <= (least[r] ?? 0) || !rules.mayReplace(a, r, to)) continue;
      const sum = mine - score(a, r) + score(a, to);
      const change = short(sum) - short(mine);
      if (!isBetter(change, sum - mine)) continue;
      load[r] = (load[r] ?? 0) - 1;
      load[to] = (load[to] ?? 0) + 1;
      held[one] = to;
      closed[a * width + r] = 0;
      closed[a * width + to] = 1;
      rules.replace(a, r, to);
      sums[a] = sum;
      shortfall += change;
      gained += sum - mine;
    } else {
      const other = Math.floor(draw() * held.length);
      const b = owner[other] ?? 0;
      const to = held[other] ?? 0;
      if (b === a || closed[a * width + to] || closed[b * width + r]) continue;
      if (!rules.mayReplace(a, r, to) || !rules.mayReplace(b, to, r)) continue;
      const its = sums[b] ?? 0;
      const mySum = mine - score(a, r) + score(a, to);
      const itsSum = its - score(b, to) + score(b, r);
      const change = short(mySum) - short(mine) + short(itsSum) - short(its);
      const more = mySum - mine + itsSum - its;
      if (!isBetter(change, more)) continue;
      held[one] = to;
      held[other] = r;
      closed[a * width + r] = 0;
      closed[a * width + to] = 1;
      closed[b * width + to] = 0;
      closed[b * width + r] = 1;
      rules.replace(a, r, to);
      rules.replace(b, to, r);
      sums[a] = mySum;
      sums[b] = itsSum;
      shortfall += change;
      gained += more;
    }
    if (countsTotal && shortfall <= 0 && gained > best.gained) best = { held: Int32Array.from(held), gained };
  }
  // Ending short of the level, there is nothing better than where it ended, but for where it had begun.
  if (countsTotal && best.gained > -Infinity) held = best.held;
  const kept = applications.map((): number[] => []);
  for (const { application, reviewer } of fixed) kept[application]?.push(reviewer);
  const picks = kept.map((chosen, a) =>
    Int32Array.from([...chosen, ...held.subarray(from[a], from[a + 1])]).sort(),
  );
  return { picks, shortfall: countsTotal && best.gained > -Infinity ? 0 : shortfall };
};

const chanceCount = 4096;
/** How much worse than the heat is accepted, drawn once in so many: the exponential distribution. */
const chances = Float64Array.from({ length: chanceCount }, (_, at) => -Math.log((at + 0.5) / chanceCount));

/** Where to begin and to end, in parts of what scores differ by; scores of few steps need a step's worth. */
const temperaturesFor = (scores: Float64Array) => {
  let [low, high] = [Infinity, -Infinity];
  for (const score of scores) {
    if (score < low) low = score;
    if (score > high) high = score;
  }
  const spread = Math.max(0, high - low);
  return { hot: Math.max(0.5, spread * 0.03), cold: Math.max(0.1, spread * 0.001) };
};
