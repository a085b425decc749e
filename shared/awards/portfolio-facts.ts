import type { Application } from '../applications/application.ts';
import type { Tally } from '../ranking/rank.ts';
import { listedPartnership } from '../reference/partnerships.ts';
import { recipients } from '../reference/recipients.ts';
import { regionOf } from '../reference/regions.ts';
import { prefectureRegionOf, usPopulationOf } from '../reference/town-facts.ts';
import type { Floor } from './portfolio.ts';

/** What the choice goes by: read from what was sent, the reviews and reference data, never typed in by anyone. */
export type PortfolioFacts = {
  readonly applicationId: string;
  /** Exact: points times `scale` of the whole round. Undefined without a submitted review. */
  readonly score: number | undefined;
  readonly requestedCents: number;
  readonly theme: string;
  readonly usRegion: string | undefined;
  readonly jpRegion: string | undefined;
  /** No award of the program has gone to this U.S. place before. */
  readonly firstTime: boolean;
  /** People of the U.S. place; undefined where no source says, and then it is in no floor for small towns. */
  readonly population: number | undefined;
};

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

const safe = BigInt(Number.MAX_SAFE_INTEGER);
/** A billionth of a point. */
const fineStep = 1_000_000_000n;

/**
 * Means as whole numbers on one scale, the least common multiple of their denominators, so that no rounding decides which
 * portfolio is best. Where all of them together would be more than a number holds exactly, as with many different partial
 * weights, they are cut to a billionth of a point instead: no two change places, and only means closer than that become equal.
 */
export const wholeScores = (
  standings: readonly Pick<Tally, 'applicationId' | 'mean'>[],
): { readonly scale: number; readonly byId: ReadonlyMap<string, number> } => {
  const exact = standings.reduce((most, { mean }) => lcm(most, mean.denominator), 1n);
  const at = (scale: bigint) =>
    standings.map(({ applicationId, mean }) => ({
      applicationId,
      whole: (mean.numerator * scale) / mean.denominator,
    }));
  const isSafe = at(exact).reduce((sum, { whole }) => sum + (whole < 0n ? -whole : whole), exact) <= safe;
  const scale = isSafe ? exact : fineStep;
  const wholes = at(scale).map(({ applicationId, whole }) => [applicationId, Number(whole)] as const);
  return { scale: Number(scale), byId: new Map(wholes) };
};

const earlierPlaces: ReadonlySet<string> = new Set(
  recipients.flatMap(({ partnershipId }) => {
    const us = listedPartnership(partnershipId)?.us;
    return us ? [`${us.name}, ${us.region}`] : [];
  }),
);

/** The facts of each application; `awardedPlaces` are U.S. places of earlier rounds on the platform: `Austin, TX`. */
export const factsOf = (
  applications: readonly Application[],
  scores: ReadonlyMap<string, number>,
  awardedPlaces: ReadonlySet<string>,
): readonly PortfolioFacts[] =>
  applications
    .map(({ id, pair, partnershipId, submission }) => {
      const prefecture = listedPartnership(partnershipId)?.jp.region;
      return {
        applicationId: id,
        score: scores.get(id),
        requestedCents: submission?.requestedCents ?? 0,
        theme: submission?.theme ?? '',
        usRegion: regionOf(/, ([A-Z]{2})$/.exec(pair.us)?.[1] ?? '')?.census || undefined,
        jpRegion: prefecture ? prefectureRegionOf(prefecture) : undefined,
        firstTime: !earlierPlaces.has(pair.us) && !awardedPlaces.has(pair.us),
        population: usPopulationOf(partnershipId),
      };
    })
    // Neither the order of reading nor that of an index has a say in which of two equal portfolios comes out.
    .toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1));

/** Whether an award to this application counts towards the floor. */
export const countsFor = ({ kind, value }: Pick<Floor, 'kind' | 'value'>, facts: PortfolioFacts): boolean => {
  if (kind === 'theme') return facts.theme === value;
  if (kind === 'us-region') return facts.usRegion === value;
  if (kind === 'jp-region') return facts.jpRegion === value;
  if (kind === 'first-time') return facts.firstTime;
  return facts.population !== undefined && facts.population < Number(value);
};
