import type { AssignmentProblem } from './problem.ts';

/** Plans are told apart by their shortfall: what their applications together lack to a level. */
type Reached = { readonly picks: Int32Array[]; readonly shortfall: number };

/**
 * Looks for a plan in which every application reaches `level`: exchanges reviewers between applications, also for the
 * worse within a tolerance that shrinks to nothing (threshold accepting), drawing from a seeded sequence: the same start
 * gives the same plan everywhere. Counts its steps, keeps loads, conflicts and fixed pairs, proves nothing.
 */
export const reachLevel = (
  problem: AssignmentProblem,
  start: readonly Int32Array[],
  level: number,
  { steps, seed }: { readonly steps: number; readonly seed: number },
): Reached => {
  const { reviewers, applications, scores, barred, fixed } = problem;
  const width = reviewers.length;
  const height = applications.length;
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
  const held = Int32Array.from(movable);
  const owner = new Int32Array(held.length);
  for (let a = 0; a < height; a += 1) owner.fill(a, from[a] ?? 0, from[a + 1] ?? 0);
  const short = (sum: number) => (sum < level ? level - sum : 0);
  let shortfall = sums.reduce((all, sum) => all + short(sum), 0);
  const shown = () => {
    const kept = applications.map((): number[] => []);
    for (const { application, reviewer } of fixed) kept[application]?.push(reviewer);
    return kept.map((chosen, a) =>
      Int32Array.from([...chosen, ...held.subarray(from[a], from[a + 1])]).sort(),
    );
  };
  if (held.length === 0) return { picks: shown(), shortfall };

  let state = seed >>> 0;
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  const roomy = reviewers.flatMap(({ max }, r) => ((load[r] ?? 0) < max ? [r] : []));
  const tolerance = (shortfall / height) * 0.5;
  let low = 0;
  for (let step = 0; step < steps && shortfall > 0; step += 1) {
    const left = 1 - step / steps;
    const allowed = tolerance * left * left * left;
    // A slot of an application that lacks something, found by going on from where the last was.
    for (let tries = 0; tries < height && (sums[low] ?? 0) >= level; tries += 1) low = (low + 1) % height;
    const a = step % 4 === 3 ? draw(height) : low;
    if (step % 2 === 1) low = (low + 1) % height;
    const size = (from[a + 1] ?? 0) - (from[a] ?? 0);
    if (size === 0) continue;
    const one = (from[a] ?? 0) + draw(size);
    const r = held[one] ?? 0;
    const mine = sums[a] ?? 0;
    const without = mine - (scores[a * width + r] ?? 0);
    if (roomy.length > 0 && step % 3 === 0) {
      const at = draw(roomy.length);
      const to = roomy[at] ?? 0;
      if (closed[a * width + to] || (load[r] ?? 0) <= (reviewers[r]?.min ?? 0)) continue;
      const sum = without + (scores[a * width + to] ?? 0);
      const change = short(sum) - short(mine);
      if (change > allowed) continue;
      if ((load[r] ?? 0) === (reviewers[r]?.max ?? 0)) roomy.push(r);
      load[r] = (load[r] ?? 0) - 1;
      load[to] = (load[to] ?? 0) + 1;
      if ((load[to] ?? 0) === (reviewers[to]?.max ?? 0)) roomy.splice(roomy.indexOf(to), 1);
      held[one] = to;
      closed[a * width + r] = 0;
      closed[a * width + to] = 1;
      sums[a] = sum;
      shortfall += change;
    } else {
      const other = draw(held.length);
      const b = owner[other] ?? 0;
      const to = held[other] ?? 0;
      if (b === a || closed[a * width + to] || closed[b * width + r]) continue;
      const its = sums[b] ?? 0;
      const mySum = without + (scores[a * width + to] ?? 0);
      const itsSum = its - (scores[b * width + to] ?? 0) + (scores[b * width + r] ?? 0);
      const change = short(mySum) - short(mine) + short(itsSum) - short(its);
      if (change > allowed) continue;
      held[one] = to;
      held[other] = r;
      closed[a * width + r] = 0;
      closed[a * width + to] = 1;
      closed[b * width + to] = 0;
      closed[b * width + r] = 1;
      sums[a] = mySum;
      sums[b] = itsSum;
      shortfall += change;
    }
  }
  return { picks: shown(), shortfall };
};
