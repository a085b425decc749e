import { stringify } from 'csv-stringify/sync';
import { rankingColumns } from '../../shared/ranking/export-csv.ts';
import { writeDecimal, writeFigure } from '../../shared/ranking/rational.ts';
import type { Ranked, Sensitivity } from '../../shared/ranking/sensitivity.ts';

const figure = (value: number | undefined) => (value === undefined ? '' : writeFigure(value));

/**
 * One row for each application, best first; those without a rank at the end, by id. `low` and `high` are the bootstrap's
 * 95 % interval of the mean. Written for a program to read: an id comes out as it went in, and nothing is escaped for
 * spreadsheets.
 */
export const rankingCsv = (
  applications: readonly string[],
  { standings, short }: Ranked,
  { shrunken, calibration, stability }: Sensitivity,
): string => {
  const placed = new Set(standings.map(({ applicationId }) => applicationId));
  const ranked = standings.map(({ applicationId, reviews, mean, rank, tied }) => {
    const [low, high] = stability.get(applicationId)?.mean ?? [];
    const others = [shrunken.get(applicationId), calibration.means.get(applicationId), low, high];
    return [applicationId, reviews.length, writeDecimal(mean), rank, String(tied), ...others.map(figure)];
  });
  const unranked = applications
    .filter((id) => !placed.has(id))
    .map((id) => {
      const tally = short.find(({ applicationId }) => applicationId === id);
      return [id, tally?.reviews.length ?? 0, tally ? writeDecimal(tally.mean) : '', '', '', '', '', '', ''];
    });
  return stringify([[...rankingColumns], ...ranked, ...unranked]);
};
