import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { ok } from '../kernel/result.ts';
import type { Round } from '../programs/round.ts';
import type { Band } from './bands.ts';
import { drawsFor } from './bootstrap.ts';
import { toNumber } from './rational.ts';
import {
  byReceiptWithinTies,
  describe,
  type ScoredApplication,
  type UnrankedApplication,
  unrankedOf,
} from './score-round.ts';
import { type SeenRound, type SeenRoundPorts, seenRound } from './seen-round.ts';
import { type RankingView, type Sensitivity, sensitivityOf } from './sensitivity.ts';

/** The seed of every round's draws: nobody chooses one that pleases. */
const seed = 20270101;

/** A range of ranks over several views; `unranked` counts those that leave it without a review. */
export type RankRange = { readonly best: number; readonly worst: number; readonly unranked: number };

/** How one application's rank stands up. */
export type TestedApplication = ScoredApplication & {
  readonly rank: number;
  readonly tied: boolean;
  readonly band: Band;
  /** As many as count. */
  readonly reviews: number;
  readonly mean: number;
  readonly shrunken?: number | undefined;
  readonly shrunkenRank?: number | undefined;
  readonly calibrated: number;
  readonly calibratedRank?: number | undefined;
  readonly without?: RankRange | undefined;
  readonly weights?: RankRange | undefined;
  /** 95 % of the draws. */
  readonly meanInterval?: readonly [number, number] | undefined;
  readonly rankInterval: readonly [number, number];
  /** Share of draws among the first `awards`. */
  readonly among: number;
  /** Its place among the awards differs under some view. */
  readonly flips: boolean;
};

export type TestedView = {
  readonly kind: RankingView['kind'];
  /** The reviewer left out, or the criterion whose weight changes. */
  readonly of?: string | undefined;
  readonly percent?: number | undefined;
  readonly moved: number;
  readonly gained: readonly string[];
  readonly lost: readonly string[];
};

export type RoundSensitivity = {
  readonly round: Round;
  /** As many as the ranking proposes to fund. */
  readonly awards: number;
  readonly applications: readonly TestedApplication[];
  readonly unranked: readonly UnrankedApplication[];
  /** Applications by id. */
  readonly views: readonly TestedView[];
  readonly reliability: Sensitivity['reliability'];
  readonly groups: number;
  readonly draws: number;
  readonly kept: number;
};

/**
 * How a round's ranking stands up, for staff: beside the ranking, never instead of it. Draws are bounded so that it
 * ends within a request at a thousand applications with three reviews each.
 */
export const viewSensitivity =
  (ports: SeenRoundPorts): UseCase<{ roundId: string }, RoundSensitivity, NotFound> =>
  async (actor, { roundId }) => {
    const found = await seenRound(ports)(actor, roundId, { firstTime: 'reviewed' });
    if (!found.ok) return found;
    const { round, input, ranked, bands, kept } = found.value;
    const awards = [...bands.values()].filter((band) => band === 'fund').length;
    const draws = drawsFor(ranked.weighing.counted.length);
    const sensitivity = sensitivityOf(input, ranked, { awards, draws, seed });
    return ok({
      round,
      awards,
      applications: applicationsOf(found.value, sensitivity),
      unranked: unrankedOf(found.value),
      views: sensitivity.views.map((view) => viewOf(view, found.value)),
      reliability: sensitivity.reliability,
      groups: sensitivity.calibration.groups,
      draws,
      kept,
    });
  };

const applicationsOf = (
  { applications, ranked, bands }: SeenRound,
  { views, shrunken, calibration, stability }: Sensitivity,
): readonly TestedApplication[] => {
  const byId = new Map(applications.map((application) => [application.id, application]));
  const flipping = new Set(views.flatMap(({ gained, lost }) => [...gained, ...lost]));
  const rankIn = (kind: RankingView['kind'], id: string) =>
    views.find((view) => view.kind === kind)?.ranks.get(id);
  const rangeOf = (kind: RankingView['kind'], id: string): RankRange | undefined => {
    const of = views.filter((view) => view.kind === kind);
    const ranks = of.flatMap(({ ranks: all }) => all.get(id) ?? []);
    if (ranks.length === 0) return undefined;
    return { best: Math.min(...ranks), worst: Math.max(...ranks), unranked: of.length - ranks.length };
  };
  return byReceiptWithinTies(ranked.standings).flatMap(({ applicationId: id, rank, tied, reviews, mean }) => {
    const [application, stable] = [byId.get(id), stability.get(id)];
    if (!application || !stable) return [];
    return [
      {
        ...describe(application),
        rank,
        tied,
        band: bands.get(id) ?? 'discuss',
        reviews: reviews.length,
        mean: toNumber(mean),
        shrunken: shrunken.get(id),
        shrunkenRank: rankIn('shrunken', id),
        calibrated: calibration.means.get(id) ?? toNumber(mean),
        calibratedRank: rankIn('calibrated', id),
        without: rangeOf('without', id),
        weights: rangeOf('weight', id),
        meanInterval: stable.mean,
        rankInterval: stable.rank,
        among: stable.among,
        flips: flipping.has(id),
      },
    ];
  });
};

const viewOf = (view: RankingView, { ranked, names }: SeenRound): TestedView => ({
  kind: view.kind,
  ...(view.kind === 'without' && { of: names.get(view.reviewerId) ?? '' }),
  ...(view.kind === 'weight' && { of: view.criterionId, percent: view.percent }),
  moved: ranked.standings.filter(({ applicationId, rank }) => view.ranks.get(applicationId) !== rank).length,
  gained: view.gained,
  lost: view.lost,
});
