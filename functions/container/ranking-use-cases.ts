import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { exportPart, exportReviews } from '../../shared/ranking/export-reviews.ts';
import { exportScores } from '../../shared/ranking/export-scores.ts';
import { scoreRound } from '../../shared/ranking/score-round.ts';
import { viewSensitivity } from '../../shared/ranking/view-sensitivity.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

type Engines = { table: Table; cursors: Cursors };

/** Everything ranking can do, on one table; API and pages take what they need. It only reads. */
export const rankingUseCases = ({ table, cursors }: Engines) => {
  const ports = {
    applications: applicationStore(table),
    rounds: roundStore(table),
    reviews: reviewStore(table, { applicationWrites }),
    people: accountStore(table),
    staffConflicts: staffConflictStore(table),
    interests: openInterests(table),
    cursors,
  };
  return {
    scoreRound: scoreRound(ports),
    viewSensitivity: viewSensitivity(ports),
    exportScores: exportScores(ports),
    exportReviews: exportReviews(ports),
    exportPart: exportPart(ports),
  };
};
