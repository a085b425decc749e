import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runRank } from '../../../../infra/rank/run-rank.ts';
import type { Application } from '../../../../shared/applications/application.ts';
import { defaultRanking } from '../../../../shared/programs/ranking-terms.ts';
import { scoresCsv, weightsCsv } from '../../../../shared/ranking/export-csv.ts';
import { exportScores } from '../../../../shared/ranking/export-scores.ts';
import { scoreRound } from '../../../../shared/ranking/score-round.ts';
import {
  anAssessment,
  aRound,
  aSubmittedFile,
  callAt,
  reviewer,
  reviewPorts,
  staff,
} from '../../../support/reviews-fakes.ts';
import {
  applications,
  file,
  files,
  level,
  page,
  rowsOf,
  saved,
  scores,
} from '../../../support/scored-round.ts';

/** A folder of one's own, gone after the test. */
const desk = () => {
  const folder = mkdtempSync(join(tmpdir(), 'shimai-scores-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return (name: string) => join(folder, name);
};
/** The arguments of the line that the page shows. */
const commandIn = (html: string) => {
  const [, line = ''] = /<code[^>]*>npm run -s rank -- (.*?)<\/code>/.exec(html) ?? [];
  const words = line.replaceAll('&quot;', '"').match(/"[^"]*"|\S+/g) ?? [];
  return words.map((word) => word.replaceAll('"', ''));
};
const isFile = (word: string) => /\.(csv|json)$/.test(word);
/** Application, rank and number of reviews, as the command wrote them and as the page has them. */
const ranksIn = (path: string) =>
  rowsOf(readFileSync(path, 'utf8')).map((row) => [row.application, row.rank, row.n]);
const ranksOf = async (ports: ReturnType<typeof reviewPorts>) => {
  const here = await scoreRound(ports)(staff, { roundId: 'round-1' }, callAt());
  if (!here.ok) throw new Error(here.failure.kind);
  return here.value.ranked.map(({ receipt, rank, scores: own }) => [
    receipt,
    String(rank),
    String(own.length),
  ]);
};

test('figures leave as rows that the rank command reads', async () => {
  const rows = rowsOf(await saved('scores.csv'));
  expect(rows).toHaveLength(21);
  expect(rows[0]).toMatchObject({ criterion: 'outcomes', score: '5', weight: '50', rank: '1', mean: '4.5' });
});

test('the file of scores, ranked at a desk by the round’s rules, ranks as the page does; one name of two stays two', async () => {
  const ties = ['column:first-time:desc', 'column:requested:asc'];
  const round = aRound({ slots: 2, ranking: { ...defaultRanking, ties } });
  const submission = { ...level('b').submission, requestedCents: 100 } as Application['submission'] & object;
  const sent = { ...submission, at: '2026-01-01T00:00:00.000Z' };
  const applications = [
    ...[level('a'), level('b'), level('c'), level('d')],
    { ...level('e'), submission },
    { ...level('was'), organisationId: 'org-b', roundId: 'round-0', submission: sent },
  ];
  // In this round `e` asks for least, and `b` alone was here before; all three reviewers bear one name.
  const panel = [staff, ...['r1', 'r2', 'r3'].map((id) => reviewer(id))];
  const named = {
    applications,
    files: [...files, file('e', 'r1', 4), file('e', 'r3', 4)],
    round,
    people: panel,
  };
  const ports = reviewPorts(named);
  const find = async (id: string) => {
    const found = await ports.people.find(id);
    return found && { ...found, account: { ...found.account, name: 'Same Name' } };
  };
  const done = await exportScores({ ...ports, people: { ...ports.people, find } })(
    staff,
    { roundId: 'round-1' },
    callAt(),
  );
  if (!done.ok) throw new Error(done.failure.kind);
  const at = desk();
  writeFileSync(at('scores.csv'), scoresCsv(done.value.rows));
  writeFileSync(at('w.csv'), weightsCsv(done.value.weights));
  runRank([
    ...['--scores', at('scores.csv'), '--weights', at('w.csv'), '--tie', ties.join(',')],
    ...['--out', at('ranking.csv'), '--summary', at('summary.json')],
  ]);
  const ranked = ranksIn(at('ranking.csv'));
  expect(ranked).toEqual(await ranksOf(ports));
  expect(ranked.map(([, rank]) => rank)).toEqual(['1', '2', '3', '4', '5']);
  expect(new Set(done.value.rows.map(({ reviewer: name }) => name))).toEqual(
    new Set(['Same Name (r1)', 'Same Name (r2)', 'Same Name (r3)']),
  );
});

test('both files as downloaded, ranked by the very line the page shows, rank as the page does', async () => {
  // All weights alike, `a` and `b` would tie; by the usual rules `d` would lead `b`; a partial review counts nothing here.
  const uneven = (applicationId: string, reviewerId: string, outcomes: number, rest: number) =>
    aSubmittedFile(
      { applicationId, reviewerId },
      anAssessment({ scores: { outcomes, people: rest, budget: rest } }),
    );
  const partial = aSubmittedFile(
    { applicationId: 'c', reviewerId: 'r1' },
    anAssessment({ scores: { people: 5 } }),
  );
  const round = aRound({
    ranking: { ...defaultRanking, ties: ['min:desc', 'column:requested:desc'], partial: 'complete-only' },
  });
  const with_ = {
    round,
    applications,
    files: [
      ...[uneven('a', 'r1', 5, 3), uneven('b', 'r2', 3, 4), uneven('c', 'r3', 2, 2), partial],
      ...[uneven('d', 'r1', 3, 3), uneven('d', 'r2', 4, 4)],
    ],
  };
  const at = desk();
  for (const name of ['scores', 'weights'])
    writeFileSync(at(`${name}-round-1.csv`), await saved(`${name}.csv`, with_));
  expect(rowsOf(readFileSync(at('weights-round-1.csv'), 'utf8'))).toEqual(
    round.rubric.criteria.map(({ id, weight }) => ({
      criterion: id,
      weight: `${weight}`,
      direction: 'higher',
    })),
  );
  runRank(commandIn(await page(scores, with_)).map((word) => (isFile(word) ? at(word) : word)));
  const ranked = ranksIn(at('ranking.csv'));
  expect(ranked).toEqual(await ranksOf(reviewPorts(with_)));
  expect(ranked).toEqual([
    ['SHM-A', '1', '1'],
    ['SHM-B', '2', '1'],
    ['SHM-D', '3', '2'],
    ['SHM-C', '4', '1'],
  ]);
});

test('the ranking as a file is what the command writes of the same scores, with band, pair, theme and amount', async () => {
  // `d` has one review, which is too few for a rank, and `e` has none.
  const with_ = {
    round: aRound({ slots: 2, ranking: { ...defaultRanking, leastReviews: 2 } }),
    applications: [...applications, level('e', 'Unread')],
    people: [staff, ...['r1', 'r2', 'r3'].map((id) => reviewer(id))],
  };
  const at = desk();
  for (const name of ['scores', 'weights'])
    writeFileSync(at(`${name}-round-1.csv`), await saved(`${name}.csv`, with_));
  const line = commandIn(await page(scores, with_));
  // Seed and number of draws as the page about sensitivity states them.
  runRank([...line.map((word) => (isFile(word) ? at(word) : word)), '--seed', '20270101', '--draws', '1000']);
  const text = await saved('ranking.csv', with_);
  expect(text.startsWith('\uFEFFapplication,n,mean,rank,tie,shrunken,calibrated,low,high,band,us,')).toBe(
    true,
  );
  const [here, there] = [rowsOf(text), rowsOf(readFileSync(at('ranking.csv'), 'utf8'))];
  expect(there).toHaveLength(4);
  expect(here.slice(0, 4)).toEqual(there.map((row) => expect.objectContaining(row)));
  expect(there.map(({ rank, low }) => [rank, low !== ''])).toEqual([
    ['1', true],
    ['2', true],
    ['2', true],
    ['', false],
  ]);
  expect(here.map(({ application, n, band, requested }) => [application, n, band, requested])).toEqual([
    ['SHM-A', '2', 'fund', '12600.00'],
    ['SHM-B', '2', 'discuss', '12600.00'],
    ['SHM-C', '2', 'discuss', '12600.00'],
    ['SHM-D', '1', '', '12600.00'],
    ['SHM-E', '0', '', '12600.00'],
  ]);
  expect(here[0]).toMatchObject({ us: 'Lakeland, FL', jp: 'Imabari', theme: 'sustainability' });
});

test('a figure below zero in the ranking stays a number', async () => {
  // r1 is kinder by 4 than r2, who is kinder by 4 than r3: the 1 that r1 gives `b` stands below the scale without that.
  const rest = ['c', 'd'].flatMap((id) => [file(id, 'r2', 5), file(id, 'r3', 1)]);
  const with_ = { files: [file('a', 'r1', 5), file('a', 'r2', 1), file('b', 'r1', 1), ...rest] };
  const calibrated = rowsOf(await saved('ranking.csv', with_)).map((row) => row.calibrated);
  expect(calibrated.some((figure) => /^-\d/.test(figure ?? ''))).toBe(true);
});

test('words leave whole, one row a review and criterion, and no text of theirs is a formula', async () => {
  const text = await saved('reviews-1.csv');
  expect(text.startsWith('\uFEFFapplication,title,')).toBe(true);
  const rows = rowsOf(text);
  expect(rows).toHaveLength(21);
  const own = rows.filter(({ review_mean }) => review_mean === '5.000000');
  expect(own).toHaveLength(3);
  expect(own[0]).toMatchObject({
    title: '\'=HYPERLINK("http://x","y")',
    comment: '\'+1 from me\n@home, "quoted"',
    note_to_committee: 'For the committee',
    tie: 'false',
    reviewer_id: 'r1',
  });
  for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  const json = JSON.parse(await saved('reviews-1.json'));
  expect(json).toMatchObject({ part: 1, parts: 1, round: { id: 'round-1' } });
  expect(json.applications.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2, 2, 4]);
});

test('an application without a review is in the file all the same, in a row of its own', async () => {
  const unread = { ...level('e', 'Unread'), requestedCents: 0 };
  const rows = rowsOf(await saved('reviews-1.csv', { applications: [...applications, unread] }));
  const own = rows.filter(({ title }) => title === 'Unread');
  expect(own).toMatchObject([{ rank: '', mean: '', reviewer_id: '', score: '' }]);
});
