import { stringify } from 'csv-stringify/sync';
import { tieColumns } from '../programs/ranking-terms.ts';
import type { ExportedApplication, ExportedReview } from './export-reviews.ts';
import type { ScoreRow, WeightRow } from './export-scores.ts';

// For people's spreadsheets: a byte order mark, and a text that would be read as a formula begins with an apostrophe.
const forPeople = { bom: true, escape_formulas: true, header: true } as const;

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

/**
 * Everything, one row a review and criterion; what a review says once stands in its first row. An application without a
 * review has a row of its own.
 */
export const reviewsCsv = (items: readonly ExportedApplication[]): string =>
  stringify(
    items.flatMap((item) => {
      const application = applicationCells(item);
      const rows = item.reviews.flatMap((review) =>
        reviewCells(review).map((cells) => ({ ...application, ...cells })),
      );
      return rows.length > 0 ? rows : [application];
    }),
    { ...forPeople, columns, cast: { boolean: String } },
  );

const applicationCells = (item: ExportedApplication) => ({
  application: item.receipt,
  title: item.title,
  us: item.pair.us,
  jp: item.pair.jp,
  theme: item.theme,
  requested: (item.requestedCents / 100).toFixed(2),
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
    criterion: criterion.id,
    weight: criterion.weight,
    score: criterion.score,
    comment: criterion.comment,
    note_to_committee: at === 0 ? review.noteToCommittee : '',
    feedback_to_applicant: at === 0 ? review.feedbackToApplicant : '',
  }));

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
  'criterion',
  'weight',
  'score',
  'comment',
  'note_to_committee',
  'feedback_to_applicant',
];
