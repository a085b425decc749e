import type { Standing } from '../../shared/ranking/rank.ts';
import { fromNumber, toNumber, writeDecimal } from '../../shared/ranking/rational.ts';
import type { Ranked, RankingInput, RankingView, Sensitivity } from '../../shared/ranking/sensitivity.ts';
import { writeTieRule } from '../../shared/ranking/tie-rule.ts';
import type { RankArguments } from './arguments.ts';
import type { ScoreFile } from './read-scores.ts';

type Given = {
  readonly file: ScoreFile;
  readonly input: RankingInput;
  readonly ranked: Ranked;
  readonly sensitivity: Sensitivity;
  readonly asked: RankArguments;
};

/** Six decimals, as the ranking's file has them. */
const figure = (value: number | undefined): number | null =>
  value === undefined ? null : toNumber(fromNumber(Math.round(value * 1e6) / 1e6));

/** All that the ranking's rows do not say: what counted, how far reviews agree, who is lenient, what would flip. */
export const summaryOf = ({ file, input, ranked, sensitivity, asked }: Given) => {
  const { weighing, standings } = ranked;
  const { reliability, calibration, views, stability } = sensitivity;
  const placed = new Set(standings.map(({ applicationId }) => applicationId));
  const rankOf = new Map(standings.map(({ applicationId, rank }) => [applicationId, rank]));
  const weighted = new Set(input.criteria.map(({ id }) => id));
  const sign = weighing.better === 'higher' ? 1 : -1;
  return {
    applications: file.applications.length,
    ranked: standings.length,
    unranked: file.applications.filter((id) => !placed.has(id)),
    leastReviews: input.leastReviews,
    reviews: file.reviews.length,
    counted: weighing.counted.length,
    partial: {
      policy: input.partial,
      counted: weighing.counted.filter(({ partial }) => partial).length,
      leftOut: weighing.leftOut.map(({ applicationId, reviewerId }) => ({
        application: applicationId,
        reviewer: reviewerId,
      })),
    },
    better: weighing.better,
    weights: input.criteria.map(({ id, weight, better }) => ({
      criterion: id,
      weight: Number(writeDecimal(weight)),
      direction: better,
      turned: better !== weighing.better,
    })),
    unweighted: file.criteria.filter((id) => !weighted.has(id)),
    ties: { rules: input.ties.map(writeTieRule), left: tiedGroups(standings) },
    icc: figure(reliability.single),
    meanSquares: { between: figure(reliability.between), within: figure(reliability.within) },
    /** Above zero: kinder than the others on the same applications. */
    leniency: calibration.leniency.map(({ reviewerId, effect, within, compared, group }) => ({
      reviewer: reviewerId,
      leniency: figure(sign * effect),
      low: within === undefined ? null : figure(sign * effect - within),
      high: within === undefined ? null : figure(sign * effect + within),
      compared,
      group,
    })),
    connected: calibration.groups === 1,
    awards: asked.awards ?? null,
    flips: Object.fromEntries(views.map((view) => [nameOf(view), flipsOf(view, rankOf, asked.awards)])),
    bootstrap: {
      over: 'reviewers',
      draws: asked.draws,
      seed: asked.seed,
      level: 0.95,
      ranks: Object.fromEntries([...stability].map(([id, { rank }]) => [id, rank])),
      ...(asked.awards !== undefined && {
        /** The share of draws, 0 to 1, in which each stands among the awards. */
        among: Object.fromEntries([...stability].map(([id, { among }]) => [id, figure(among)])),
      }),
    },
  };
};

const nameOf = (view: RankingView): string => {
  if (view.kind === 'without') return `without:${view.reviewerId}`;
  if (view.kind === 'weight')
    return `weight:${view.criterionId}:${view.percent > 0 ? '+' : ''}${view.percent}%`;
  return view.kind;
};

/** Every rank that another way of counting changes; with `--awards`, who would come in and who fall out. */
const flipsOf = (view: RankingView, rankOf: ReadonlyMap<string, number>, awards: number | undefined) => ({
  ...(awards !== undefined && { gained: view.gained, lost: view.lost }),
  moved: [...rankOf].flatMap(([application, from]) => {
    const to = view.ranks.get(application) ?? null;
    return to === from ? [] : [{ application, from, to }];
  }),
});

/** The applications that share a rank, group by group. */
const tiedGroups = (standings: readonly Standing[]): readonly (readonly string[])[] =>
  [
    ...Map.groupBy(
      standings.filter(({ tied }) => tied),
      ({ rank }) => rank,
    ).values(),
  ].map((group) => group.map(({ applicationId }) => applicationId));

/** Criteria or columns that a rule names and the file does not have. */
export const unknownInRules = ({ ties }: RankingInput, file: ScoreFile): string | undefined => {
  const missing = ties.find(
    ({ by, of }) =>
      (by === 'criterion' && !file.criteria.includes(of)) || (by === 'column' && !file.columns.has(of)),
  );
  return missing && writeTieRule(missing);
};
