import { bootstrap, type Stability } from './bootstrap.ts';
import { type Calibration, calibrate } from './calibration.ts';
import { type Columns, inOrder, rankApplications, type Standing, type Tally, talliesOf } from './rank.ts';
import { fromNumber, over, times, whole } from './rational.ts';
import { type Reliability, reliabilityOf, shrunkenMeans } from './reliability.ts';
import type { TieRule } from './tie-rule.ts';
import {
  type PartialPolicy,
  type ScoredReview,
  type Weighing,
  type WeightedCriterion,
  weighReviews,
} from './weigh.ts';

/** Everything a ranking depends on. */
export type RankingInput = {
  readonly criteria: readonly WeightedCriterion[];
  readonly reviews: readonly ScoredReview[];
  readonly partial: PartialPolicy;
  readonly ties: readonly TieRule[];
  readonly columns?: Columns | undefined;
  /** An application with fewer counted reviews has no rank. */
  readonly leastReviews: number;
};

/** Another way of counting, beside the ranking and never instead of it. */
export type ViewKind =
  | { readonly kind: 'shrunken' }
  | { readonly kind: 'calibrated' }
  | { readonly kind: 'without'; readonly reviewerId: string }
  | { readonly kind: 'weight'; readonly criterionId: string; readonly percent: 20 | -20 };

export type RankingView = ViewKind & {
  /** By application; of one that the view leaves without reviews there is none. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Who would come in among the awards and who would fall out of them, against the ranking. By id. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
};

export type Ranked = {
  readonly weighing: Weighing;
  readonly standings: readonly Standing[];
  /** Applications with a counted review, but fewer than the least number. */
  readonly short: readonly Tally[];
};

/** The ranking itself: weighed, left out what does not count, ordered. */
export const rankReviews = (input: RankingInput): Ranked => {
  const weighing = weighReviews(input.criteria, input.reviews, input.partial);
  const tallies = talliesOf(weighing.counted);
  const enough = ({ reviews }: Tally) => reviews.length >= input.leastReviews;
  return {
    weighing,
    standings: rankApplications(tallies.filter(enough), { ...input, better: weighing.better }),
    short: tallies.filter((tally) => !enough(tally)),
  };
};

export type Sensitivity = {
  readonly reliability: Reliability;
  readonly shrunken: ReadonlyMap<string, number>;
  readonly calibration: Calibration;
  readonly views: readonly RankingView[];
  readonly stability: ReadonlyMap<string, Stability>;
};

type Settings = { readonly awards: number; readonly draws: number; readonly seed: number };

/** How the ranking stands up: every other way of counting it, and how far chance in the panel may move it. */
export const sensitivityOf = (
  input: RankingInput,
  { weighing, standings }: Ranked,
  { awards, draws, seed }: Settings,
): Sensitivity => {
  const { better } = weighing;
  const reliability = reliabilityOf(standings);
  const shrunken = shrunkenMeans(standings, reliability);
  const calibration = calibrate(standings);
  const rules = { ...input, better };
  const placed = new Map(standings.map(({ applicationId, rank }) => [applicationId, rank]));
  const view = (kind: ViewKind, ranked: readonly Standing[]): RankingView => {
    const ranks = new Map(ranked.map(({ applicationId, rank }) => [applicationId, rank]));
    const among = (rank: number | undefined) => rank !== undefined && rank <= awards;
    const ids = [...placed.keys()].sort(inOrder);
    return {
      ...kind,
      ranks,
      gained: ids.filter((id) => !among(placed.get(id)) && among(ranks.get(id))),
      lost: ids.filter((id) => among(placed.get(id)) && !among(ranks.get(id))),
    };
  };
  const by = (means: ReadonlyMap<string, number>) =>
    rankApplications(standings, rules, ({ applicationId }) => fromNumber(means.get(applicationId) ?? 0));
  return {
    reliability,
    shrunken,
    calibration,
    views: [
      ...(shrunken.size > 0 ? [view({ kind: 'shrunken' }, by(shrunken))] : []),
      view({ kind: 'calibrated' }, by(calibration.means)),
      ...withoutEach(standings, rules, view),
      ...weightViews(input, view),
    ],
    stability: bootstrap(standings, { better, awards, draws, seed }),
  };
};

type MakeView = (kind: ViewKind, ranked: readonly Standing[]) => RankingView;

/** The ranking with one reviewer's reviews left out, for each of them. */
const withoutEach = (
  standings: readonly Standing[],
  rules: Parameters<typeof rankApplications>[1],
  view: MakeView,
): readonly RankingView[] => {
  const reviewers = new Set(standings.flatMap(({ reviews }) => reviews.map(({ reviewerId }) => reviewerId)));
  return [...reviewers].sort(inOrder).map((reviewerId) => {
    const by = ({ reviews }: Tally) => reviews.some((one) => one.reviewerId === reviewerId);
    const rest = standings
      .filter(by)
      .flatMap(({ reviews }) => reviews.filter((one) => one.reviewerId !== reviewerId));
    const tallies = [...standings.filter((one) => !by(one)), ...talliesOf(rest)];
    return view({ kind: 'without', reviewerId }, rankApplications(tallies, rules));
  });
};

/** The ranking with one criterion's weight a fifth more and a fifth less, the others as they are. */
const weightViews = (input: RankingInput, view: MakeView): readonly RankingView[] => {
  const { criteria } = input;
  if (criteria.length < 2) return [];
  return criteria.flatMap(({ id: criterionId }) =>
    ([20, -20] as const).map((percent) => {
      const weighted = criteria.map((one) =>
        one.id === criterionId
          ? { ...one, weight: over(times(one.weight, whole(100 + percent)), whole(100)) }
          : one,
      );
      const { standings } = rankReviews({ ...input, criteria: weighted });
      return view({ kind: 'weight', criterionId, percent }, standings);
    }),
  );
};
