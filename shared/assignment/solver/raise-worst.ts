import type { AssignmentProblem } from './problem.ts';
import { openRules } from './rules-kept.ts';

type Step = {
  readonly a: number;
  readonly from: number;
  readonly to: number;
  readonly b: number;
  readonly gain: number;
};

/**
 * Raises the worst application of a plan as far as single exchanges can: one of its reviewers for one with room left, or
 * for another application's that stays better off than the worst was. The plan only ever gets fairer; the best plan it
 * need not find. Loads, conflicts, needs and who is kept apart are kept, fixed pairs stay.
 */
export const raiseWorst = (
  problem: AssignmentProblem,
  start: readonly Int32Array[],
  { steps, isOver }: { readonly steps: number; readonly isOver: () => boolean },
): Int32Array[] => {
  const { reviewers, applications, scores, barred, fixed } = problem;
  const width = reviewers.length;
  const picks = start.map((chosen) => Array.from(chosen));
  const rules = openRules(problem, start);
  const stays = new Uint8Array(barred.length);
  for (const { reviewer, application } of fixed) stays[application * width + reviewer] = 1;
  const holds = new Uint8Array(barred.length);
  const load = new Int32Array(width);
  const sums = new Float64Array(applications.length);
  const put = (application: number, reviewer: number, sign: 1 | -1) => {
    const cell = application * width + reviewer;
    holds[cell] = sign === 1 ? 1 : 0;
    load[reviewer] = (load[reviewer] ?? 0) + sign;
    sums[application] = (sums[application] ?? 0) + sign * (scores[cell] ?? 0);
  };
  for (const [application, chosen] of picks.entries())
    for (const reviewer of chosen) put(application, reviewer, 1);
  const worstOf = () => sums.reduce((least, sum, at) => (sum < (sums[least] ?? 0) ? at : least), 0);
  const score = (application: number, reviewer: number) => scores[application * width + reviewer] ?? 0;
  const isFree = (application: number, reviewer: number) => {
    const cell = application * width + reviewer;
    return !barred[cell] && !holds[cell];
  };

  const bestStep = (a: number): Step | undefined => {
    const worst = sums[a] ?? 0;
    let best: Step | undefined;
    const isKept = ({ from, to, b }: Step) =>
      rules.mayReplace(a, from, to) && (b < 0 || rules.mayReplace(b, to, from));
    const offer = (step: Step) => {
      if (step.gain > (best?.gain ?? 0) && isKept(step)) best = step;
    };
    for (const from of picks[a] ?? []) {
      if (stays[a * width + from]) continue;
      const without = worst - score(a, from);
      if ((load[from] ?? 0) > (reviewers[from]?.min ?? 0))
        for (let to = 0; to < width; to += 1)
          if ((load[to] ?? 0) < (reviewers[to]?.max ?? 0) && isFree(a, to))
            offer({ a, from, to, b: -1, gain: without + score(a, to) - worst });
      for (const [b, others] of picks.entries()) {
        if (b === a || !isFree(b, from)) continue;
        for (const to of others) {
          if (!isFree(a, to) || stays[b * width + to]) continue;
          const mine = without + score(a, to);
          const its = (sums[b] ?? 0) - score(b, to) + score(b, from);
          offer({ a, from, to, b, gain: Math.min(mine, its) - worst });
        }
      }
    }
    return best;
  };
  const replace = (application: number, from: number, to: number) => {
    const chosen = picks[application] ?? [];
    chosen[chosen.indexOf(from)] = to;
    put(application, from, -1);
    put(application, to, 1);
    rules.replace(application, from, to);
  };
  for (let step = 0; step < steps && !isOver(); step += 1) {
    const found = bestStep(worstOf());
    if (!found) break;
    replace(found.a, found.from, found.to);
    if (found.b >= 0) replace(found.b, found.to, found.from);
  }
  return picks.map((chosen) => Int32Array.from(chosen).sort());
};
