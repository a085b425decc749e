import { type Application, receiptNumber } from '../applications/application.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { ok } from '../kernel/result.ts';
import type { Round } from '../programs/round.ts';
import { type Progress, progressOf } from '../reviews/progress.ts';
import { asWork, type SetAsideReason } from '../reviews/set-aside.ts';
import type { Band } from './bands.ts';
import { calibrate, type Leniency } from './calibration.ts';
import { type Standing, spreadOf } from './rank.ts';
import { toNumber } from './rational.ts';
import { disagreementFrom } from './round-figures.ts';
import { type SeenRound, type SeenRoundPorts, seenRound } from './seen-round.ts';
import { writeTieRule } from './tie-rule.ts';

export type ScoredApplication = Pick<Application, 'id' | 'title' | 'pair' | 'status'> & {
  readonly receipt: string;
  readonly theme?: string | undefined;
  readonly requestedCents: number;
};
export type RankedApplication = ScoredApplication & {
  readonly rank: number;
  /** It shares its rank: the mean and every rule of the round leave it level with another one. */
  readonly tied: boolean;
  /** The rule that put it below another one of the same mean, as it is written. */
  readonly decidedBy?: string | undefined;
  readonly band: Band;
  /** Points of the rubric's scale, not rounded. */
  readonly mean: number;
  readonly spread: number;
  readonly disagree: boolean;
  /** Sum of what is asked for down to this one. */
  readonly runningCents: number;
  /** Points, lowest first. */
  readonly scores: readonly {
    readonly reviewId: string;
    readonly reviewer: string;
    readonly score: number;
    /** It leaves criteria unscored, and counts over those it has. */
    readonly partial: boolean;
    /** Points by criterion, of those it scored. */
    readonly given: Readonly<Record<string, number>>;
  }[];
};
/** With fewer counted reviews than a rank takes; what those it has come to. */
export type UnrankedApplication = ScoredApplication & {
  readonly reviews: number;
  readonly mean?: number | undefined;
};
/** A review that was submitted and counts no more. */
export type ReviewSetAside = Pick<Application, 'id' | 'pair'> & {
  readonly receipt: string;
  readonly reviewId: string;
  readonly reviewer: string;
  readonly why: SetAsideReason;
};
export type ReviewerLeniency = Omit<Leniency, 'reviewerId'> & { readonly reviewer: string };
export type RoundScores = {
  readonly round: Round;
  /** Best first, by the round's rules. Tied ones stand by receipt number, which says nothing of merit. */
  readonly ranked: readonly RankedApplication[];
  readonly unranked: readonly UnrankedApplication[];
  /** Submitted reviews that do not count, because they are partial and the round says so. */
  readonly leftOut: number;
  /** By receipt number. */
  readonly setAside: readonly ReviewSetAside[];
  /** Strictest first. Effects of two groups cannot be compared. */
  readonly leniency: readonly ReviewerLeniency[];
  readonly groups: number;
  readonly progress: Progress;
  /** How many this person is kept from. They are in no rank, sum or mean above. */
  readonly kept: number;
};

/** A round's ranking, spread, leniency and progress, for staff. */
export const scoreRound =
  (ports: SeenRoundPorts): UseCase<{ roundId: string }, RoundScores, NotFound> =>
  async (actor, { roundId }) => {
    const found = await seenRound(ports)(actor, roundId);
    if (!found.ok) return found;
    const { round, applications, ranked, names, kept } = found.value;
    const { leniency, groups } = calibrate(ranked.standings);
    return ok({
      round,
      ranked: rankedOf(found.value),
      unranked: unrankedOf(found.value),
      leftOut: ranked.weighing.leftOut.length,
      setAside: setAsideOf(found.value),
      leniency: leniency.map(({ reviewerId, ...rest }) => ({
        reviewer: names.get(reviewerId) ?? '',
        ...rest,
      })),
      groups,
      progress: progressOf(round, applications, asWork(found.value)),
      kept,
    });
  };

const rankedOf = (seen: SeenRound): readonly RankedApplication[] => {
  const byId = new Map(seen.applications.map((application) => [application.id, application]));
  let runningCents = 0;
  return byReceiptWithinTies(seen.ranked.standings).flatMap((standing) => {
    const application = byId.get(standing.applicationId);
    if (!application) return [];
    const scored = describe(application);
    runningCents += scored.requestedCents;
    const { rank, tied, decidedBy, mean } = standing;
    const spread = toNumber(spreadOf(standing));
    return [
      {
        ...scored,
        rank,
        tied,
        ...(decidedBy && { decidedBy: writeTieRule(decidedBy) }),
        band: seen.bands.get(application.id) ?? 'discuss',
        mean: toNumber(mean),
        spread,
        disagree: spread >= disagreementFrom,
        runningCents,
        scores: standing.reviews.map((review) => ({
          reviewId: review.id,
          reviewer: seen.names.get(review.reviewerId) ?? '',
          score: toNumber(review.mean),
          partial: review.partial,
          given: Object.fromEntries([...review.scores].map(([id, score]) => [id, toNumber(score)])),
        })),
      },
    ];
  });
};

/** Tied ones by receipt number: an order to find them by. */
export const byReceiptWithinTies = (standings: readonly Standing[]): readonly Standing[] =>
  standings.toSorted(
    (a, b) => a.rank - b.rank || (receiptNumber(a.applicationId) < receiptNumber(b.applicationId) ? -1 : 1),
  );

/** By receipt number. */
export const unrankedOf = ({
  applications,
  ranked: { standings, short },
}: SeenRound): readonly UnrankedApplication[] => {
  const placed = new Set(standings.map(({ applicationId }) => applicationId));
  const counted = new Map(
    short.map(({ applicationId, reviews, mean }) => [
      applicationId,
      { reviews: reviews.length, mean: toNumber(mean) },
    ]),
  );
  return applications
    .filter(({ id }) => !placed.has(id))
    .map((application) => ({ ...describe(application), reviews: 0, ...counted.get(application.id) }));
};

const setAsideOf = ({ applications, setAside, names }: SeenRound): readonly ReviewSetAside[] =>
  applications.flatMap(({ id, pair }) =>
    setAside
      .filter(({ review }) => review.applicationId === id)
      .map(({ review, why }) => ({
        ...{ id, pair, receipt: receiptNumber(id), reviewId: review.id, why },
        reviewer: names.get(review.reviewerId) ?? '',
      })),
  );

export const describe = ({ id, title, pair, status, submission }: Application): ScoredApplication => ({
  id,
  title,
  pair,
  status,
  receipt: receiptNumber(id),
  theme: submission?.theme,
  requestedCents: submission?.requestedCents ?? 0,
});
