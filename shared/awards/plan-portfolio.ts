import type { OptimiseMilp } from '../optimiser/milp.ts';
import type { Floor, FloorResult, PortfolioPlan, PortfolioTerms } from './portfolio.ts';
import { amountsFor, choicesFit, reachedBy } from './portfolio-amounts.ts';
import type { PortfolioFacts } from './portfolio-facts.ts';
import { type Aim, type Candidate, candidatesOf, type Means, portfolioModel } from './portfolio-model.ts';

type Given = {
  readonly facts: readonly PortfolioFacts[];
  readonly scale: number;
  readonly terms: PortfolioTerms;
  readonly means: Means;
};
type Planned = Omit<PortfolioPlan, 'plannedAt'>;
type Chosen = {
  readonly chosen: readonly Candidate[];
  readonly amounts: ReadonlyMap<string, number>;
  readonly score: number;
};

/** Sets that miss by a cent what the solver took for met: each is ruled out and the rest tried again. */
const mostBarred = 50;

/** The best choice under these floors, to the cent, or undefined where there is none. */
const choose = async (
  optimise: OptimiseMilp,
  candidates: readonly Candidate[],
  floors: readonly Floor[],
  means: Means,
  aim: Aim = 'score',
): Promise<Chosen | undefined> => {
  // With nothing to choose from there is nothing to solve: no award meets any floor.
  if (candidates.length === 0)
    return floors.length === 0 ? { chosen: [], amounts: new Map(), score: 0 } : undefined;
  const barred: ReadonlySet<string>[] = [];
  while (barred.length <= mostBarred) {
    const { status, values } = await optimise(portfolioModel(candidates, floors, means, { aim, barred }));
    if (status === 'infeasible') return undefined;
    if (status !== 'optimal' || !values) throw new Error(`A portfolio ended as ${status}`);
    const chosen = candidates.filter((_, at) => values[at] === 1);
    const solved = (one: Candidate) =>
      Math.floor((values[candidates.length + candidates.indexOf(one)] ?? 0) * 100);
    const amounts =
      amountsFor(chosen, floors, means, () => 0, aim) ?? amountsFor(chosen, floors, means, solved, aim);
    if (amounts) return { chosen, amounts, score: chosen.reduce((sum, { score }) => sum + score, 0) };
    barred.push(new Set(chosen.map(({ facts }) => facts.applicationId)));
  }
  throw new Error(`${mostBarred} portfolios missed their terms by a cent`);
};

/** Called before each of `total` solves; false stops the planning. */
type Step = (done: number, total: number) => Promise<boolean>;

/**
 * The portfolio with the highest total score under envelope, slots, floors and what staff fixed, and what each floor
 * costs: the score gained if it alone were dropped. Where nothing satisfies every term it says of each floor how much
 * could be reached at most, and whether it is the one in the way; or that what staff put in does not fit by itself, and
 * then nothing of the floors. Undefined if it was stopped.
 */
export const planPortfolio =
  (optimise: OptimiseMilp) =>
  async ({ facts, scale, terms, means }: Given, step: Step): Promise<Planned | undefined> => {
    const { floors } = terms;
    const candidates = candidatesOf(facts, terms, means);
    const total = 1 + floors.length;
    if (!(await step(0, total))) return undefined;
    const none: Planned = {
      status: 'infeasible',
      awards: [],
      score: 0,
      scale,
      floors: floors.map(() => ({})),
      candidates: candidates.length,
    };
    if (!choicesFit(candidates, means)) return { ...none, blockedBy: 'choices' };
    const best = await choose(optimise, candidates, floors, means);
    const results: FloorResult[] = [];
    for (const [at, floor] of floors.entries()) {
      if (!(await step(1 + at, total))) return undefined;
      const others = floors.toSpliced(at, 1);
      const without = await choose(optimise, candidates, others, means);
      if (best) {
        const reached = reachedBy(floor, best.chosen, best.amounts);
        results.push({ reached, cost: (without?.score ?? best.score) - best.score });
      } else {
        const alone = await choose(optimise, candidates, [], means, floor);
        if (!alone) throw new Error('Choices that fit were found not to');
        const most = reachedBy(floor, alone.chosen, alone.amounts);
        results.push({ most, blocks: without !== undefined });
      }
    }
    if (!best) return { ...none, blockedBy: 'floors', floors: results };
    const awards = [...best.amounts].map(([applicationId, amountCents]) => ({ applicationId, amountCents }));
    return { ...none, status: 'optimal', awards, score: best.score, floors: results };
  };
