import type { Milp, MilpColumn, MilpRow } from '../optimiser/milp.ts';
import type { Floor, Override, PortfolioTerms } from './portfolio.ts';
import { countsFor, type PortfolioFacts } from './portfolio-facts.ts';

/** What the round has to give. */
export type Means = {
  readonly envelopeCents: number;
  readonly slots: number;
  readonly maximumAwardCents: number;
};

/** One application that may be chosen, with the least and the most that an award of it may be, in whole cents. */
export type Candidate = {
  readonly facts: PortfolioFacts;
  readonly score: number;
  readonly least: number;
  readonly most: number;
  readonly fixed?: Override['choice'] | undefined;
};

/** Whole or partly asked for, and what staff said of single ones. Without a score only what staff put in is chosen. */
export const candidatesOf = (
  facts: readonly PortfolioFacts[],
  { minimumShare, overrides }: Pick<PortfolioTerms, 'minimumShare' | 'overrides'>,
  { maximumAwardCents }: Means,
): readonly Candidate[] => {
  const said = new Map(overrides.map((one) => [one.applicationId, one]));
  return facts.flatMap((one): Candidate[] => {
    const override = said.get(one.applicationId);
    if (one.requestedCents === 0 || (one.score === undefined && override?.choice !== 'in')) return [];
    const most = Math.min(one.requestedCents, maximumAwardCents);
    const least = Math.ceil((most * minimumShare) / 100);
    const amount = override?.choice === 'in' ? override.amountCents : undefined;
    const bounds = amount === undefined ? { least, most } : { least: amount, most: amount };
    return [{ facts: one, score: one.score ?? 0, fixed: override?.choice, ...bounds }];
  });
};

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** What is to be as much as possible: the score, or what one floor counts. */
export type Aim = 'score' | Pick<Floor, 'kind' | 'value' | 'measure'>;

const dollars = (cents: number) => cents / 100;

/**
 * The choice as a mixed-integer program: for each candidate whether it is in (0 or 1) and its amount, in dollars. The
 * scores are divided by what divides them all, so that the solver's tolerance stays far below the least difference.
 */
export const portfolioModel = (
  candidates: readonly Candidate[],
  floors: readonly Floor[],
  means: Means,
  { aim, barred }: { aim: Aim; barred: readonly ReadonlySet<string>[] },
): Milp => {
  const count = candidates.length;
  const divisor = candidates.reduce((common, { score }) => gcd(common, score), 0) || 1;
  const counted = (one: Candidate) => (aim === 'score' || countsFor(aim, one.facts) ? 1 : 0);
  const inOf = (one: Candidate): MilpColumn => ({
    worth: aim === 'score' ? one.score / divisor : aim.measure === 'awards' ? counted(one) : 0,
    least: one.fixed === 'in' ? 1 : 0,
    most: one.fixed === 'out' ? 0 : 1,
    whole: true,
  });
  const amountOf = (one: Candidate): MilpColumn => ({
    worth: aim !== 'score' && aim.measure === 'cents' ? counted(one) : 0,
    least: 0,
    most: dollars(one.most),
    whole: false,
  });
  const all = candidates.map((_, at) => at);
  const bounds = candidates.flatMap((one, at): MilpRow[] => [
    {
      terms: [
        [count + at, 1],
        [at, -dollars(one.most)],
      ],
      least: -Infinity,
      most: 0,
    },
    {
      terms: [
        [count + at, 1],
        [at, -dollars(one.least)],
      ],
      least: 0,
      most: Infinity,
    },
  ]);
  const rows: MilpRow[] = [
    ...bounds,
    {
      terms: all.map((at) => [count + at, 1] as const),
      least: -Infinity,
      most: dollars(means.envelopeCents),
    },
    { terms: all.map((at) => [at, 1] as const), least: -Infinity, most: means.slots },
    ...floors.map((floor): MilpRow => {
      const towards = all.filter((at) => {
        const one = candidates[at];
        return one !== undefined && countsFor(floor, one.facts);
      });
      return floor.measure === 'awards'
        ? { terms: towards.map((at) => [at, 1] as const), least: floor.least, most: Infinity }
        : {
            terms: towards.map((at) => [count + at, 1] as const),
            least: dollars(floor.least),
            most: Infinity,
          };
    }),
    // A choice that turned out to miss by a cent is ruled out, and no other.
    ...barred.map(
      (set): MilpRow => ({
        terms: candidates.map(({ facts }, at) => [at, set.has(facts.applicationId) ? 1 : -1] as const),
        least: -Infinity,
        most: set.size - 1,
      }),
    ),
  ];
  return { sense: 'most', columns: [...candidates.map(inOf), ...candidates.map(amountOf)], rows };
};
