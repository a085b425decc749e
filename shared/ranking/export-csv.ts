import { stringify } from 'csv-stringify/sync';
import { tieColumns } from '../programs/ranking-terms.ts';
import type { ExportedApplication } from './export-reviews.ts';
import type { ScoreRow, WeightRow } from './export-scores.ts';
import type { ExportedReview, GivenBack } from './exported-review.ts';
import { writeFigure } from './rational.ts';
import type { UnrankedApplication } from './score-round.ts';
import type { RoundSensitivity } from './view-sensitivity.ts';

/** For people's spreadsheets: a byte order mark, and a text that would be read as a formula begins with an apostrophe. */
export const forPeople = { bom: true, escape_formulas: true, header: true } as const;

/** The figures alone, one row a score. */
export const scoresCsv = (rows: readonly ScoreRow[]): string =>
  stringify([...rows], {
    ...forPeople,
    columns: [
      ...['application', 'reviewer', 'criterion', 'score', 'weight', 'requestedCents', 'rank', 'mean'],
      ...tieColumns.filter((name) => rows.some((row) => row[name] !== undefined)),
    ],
  });

/** What each criterion weighs, for whoever ranks the figures elsewhere. */
export const weightsCsv = (rows: readonly WeightRow[]): string =>
  stringify([...rows], { ...forPeople, columns: ['criterion', 'weight', 'direction'] });

/** What the rank command writes of an application; the platform's file begins with the same. */
export const rankingColumns = [
  ...['application', 'n', 'mean', 'rank', 'tie'],
  ...['shrunken', 'calibrated', 'low', 'high'],
] as const;

/** The ranking with the figures beside it, one row an application, best first; those without a rank at the end. */
export const rankingCsv = ({ applications, unranked }: RoundSensitivity): string =>
  stringify(
    [
      ...applications.map((one) => ({
        ...unrankedCells(one),
        rank: one.rank,
        tie: one.tied,
        shrunken: one.shrunken,
        calibrated: one.calibrated,
        low: one.meanInterval?.[0],
        high: one.meanInterval?.[1],
        band: one.band,
      })),
      ...unranked.map(unrankedCells),
    ],
    {
      ...forPeople,
      columns: [...rankingColumns, 'band', 'us', 'jp', 'theme', 'requested'],
      // A figure below zero stays one: only texts are kept from being formulas.
      cast: { boolean: String, number: writeFigure },
    },
  );

const unrankedCells = ({ receipt, reviews, mean, pair, theme, requestedCents }: UnrankedApplication) => ({
  application: receipt,
  n: reviews,
  mean,
  us: pair.us,
  jp: pair.jp,
  theme,
  requested: dollars(requestedCents),
});

/**
 * Everything, one row a review and criterion; what a review says once stands in its first row. An assignment that was
 * given back has one row, and so has an application with nothing of either. Of earlier revisions it has the number; their
 * words are in the JSON.
 */
export const reviewsCsv = (items: readonly ExportedApplication[]): string =>
  stringify(
    items.flatMap((item) => {
      const application = applicationCells(item);
      const rows = [...item.reviews.flatMap(reviewCells), ...item.givenBack.map(givenBackCells)];
      return rows.length > 0 ? rows.map((cells) => ({ ...application, ...cells })) : [application];
    }),
    { ...forPeople, columns, cast: { boolean: String } },
  );

const dollars = (cents: number) => (cents / 100).toFixed(2);

const applicationCells = (item: ExportedApplication) => ({
  application: item.receipt,
  title: item.title,
  us: item.pair.us,
  jp: item.pair.jp,
  theme: item.theme,
  requested: dollars(item.requestedCents),
  rank: item.rank,
  tie: item.tied,
  mean: item.mean?.toFixed(6),
  band: item.band,
});

const reviewCells = (review: ExportedReview) =>
  review.criteria.map((criterion, at) => ({
    reviewer: review.reviewer,
    reviewer_id: review.reviewerId,
    submitted: review.submittedAt,
    confidence: review.confidence,
    review_mean: review.mean?.toFixed(6),
    partial: review.partial,
    set_aside: review.setAside,
    revisions: review.revisions.length,
    rescore_reason: at === 0 ? review.reason : '',
    criterion: criterion.id,
    weight: criterion.weight,
    score: criterion.score,
    comment: criterion.comment,
    note_to_committee: at === 0 ? review.noteToCommittee : '',
    feedback_to_applicant: at === 0 ? review.feedbackToApplicant : '',
  }));

const givenBackCells = ({ reviewer, reviewerId, reason }: GivenBack) => ({
  reviewer,
  reviewer_id: reviewerId,
  given_back: reason,
});

const columns = [
  'application',
  'title',
  'us',
  'jp',
  'theme',
  'requested',
  'rank',
  'tie',
  'mean',
  'band',
  'reviewer',
  'reviewer_id',
  'submitted',
  'confidence',
  'review_mean',
  'partial',
  'set_aside',
  'revisions',
  'rescore_reason',
  'given_back',
  'criterion',
  'weight',
  'score',
  'comment',
  'note_to_committee',
  'feedback_to_applicant',
];
