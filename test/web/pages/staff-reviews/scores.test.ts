import { expect, test } from 'vitest';
import { aProfile, fakeProfiles } from '../../../support/conflicts-fakes.ts';
import { anAssessment, aSubmittedFile, reviewer, staff } from '../../../support/reviews-fakes.ts';
import {
  file,
  files,
  given,
  office,
  page,
  rowsOf,
  saved,
  scores,
  stranger,
} from '../../../support/scored-round.ts';

test('the ranking stands in bands; a tie says so, shares its rank and is explained', async () => {
  const html = await page(scores);
  const rows = [...html.matchAll(/class="order">(\d)|<strong>(Fund|Discuss|Decline)<\/strong>/g)];
  expect(rows.map(([, rank, band]) => rank ?? band)).toEqual(['Fund', '1', 'Discuss', '2', '2', '4']);
  expect(html).toContain('2 applications are tied by the mean and every rule.');
  expect(html).toContain('stand by receipt number, which says nothing of merit');
  expect(html).toContain(`href="/en${scores}/sensitivity"`);
});

test('a folded table says what the picture of the spread does: who gave what, criterion by criterion, and their mean', async () => {
  const uneven = anAssessment({ scores: { outcomes: 5, people: 2 } });
  const with_ = {
    people: [staff, ...['r1', 'r2', 'r3'].map((id) => reviewer(id))],
    files: [...files, aSubmittedFile({ applicationId: 'a', reviewerId: 'r3' }, uneven)],
  };
  const [, table = ''] =
    /<details class="twin"><summary>The same as a table<\/summary>(.*?)<\/details>/.exec(
      await page(scores, with_),
    ) ?? [];
  const cells = [...table.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell),
  );
  const pair = cells[1]?.[0];
  expect(pair).toMatch(/^1 · .+ – .+$/);
  expect(cells.slice(0, 4)).toEqual([
    ['Application', 'Reviewer', 'outcomes (50%)', 'people (30%)', 'budget (20%)', 'Mean'],
    // Partial: (50 × 5 + 30 × 2) ÷ 80.
    [pair, 'Name of r3', '5', '2', '–', '3.88'],
    [pair, 'Name of r2', '4', '4', '4', '4.00'],
    [pair, 'Name of r1', '5', '5', '5', '5.00'],
  ]);
  expect(cells).toHaveLength(1 + 8);
  const ja = await (await given(with_).get(`/ja${scores}`, { as: office })).text();
  expect(ja).toContain('審査ごとの評点');
});

test('how the ranking stands up: ranks as picture and figures, flips by name, and when not to trust it', async () => {
  const html = await page(`${scores}/sensitivity`);
  expect(html).toContain('beside the ranking, never instead of it');
  expect(html).toMatch(/aria-label="Rank 1; \d to \d in 95 % of drawn panels"/);
  expect(html).toContain('Would come in');
  expect(html).toContain('predicted the other reviewers worse');
  expect(html).toContain('ICC(1,1), from 7 reviews');
  const ja = await (await given().get(`/ja${scores}/sensitivity`, { as: office })).text();
  expect(ja).toContain('順位の安定性');
});

test('where one review tells no more than chance it is said why every shrunken mean is the same', async () => {
  const torn = [file('a', 'r1', 1), file('a', 'r2', 5), file('b', 'r1', 5), file('b', 'r2', 1)];
  const told = 'the round’s rules alone part them';
  expect(await page(`${scores}/sensitivity`, { files: torn })).toContain(told);
  const agreed = [file('a', 'r1', 5), file('a', 'r2', 5), file('b', 'r1', 1), file('b', 'r2', 1)];
  expect(await page(`${scores}/sensitivity`, { files: agreed })).not.toContain(told);
});

test('before the first review there is nothing to hold up, and no empty table', async () => {
  const html = await page(`${scores}/sensitivity`, { files: [] });
  expect(html).toContain('No review has been submitted yet');
  expect(html).not.toContain('<table');
});

test('a review set aside since is told with whose and why, and leads to where it is settled; in the file it is marked', async () => {
  const profiles = fakeProfiles(
    aProfile({ personId: 'r2', home: { in: 'us', city: 'Lakeland', state: 'FL' } }),
  );
  const people = [staff, ...['r1', 'r2', 'r3'].map((id) => reviewer(id))];
  const with_ = { people, interests: { profiles } };
  const html = await page(scores, with_);
  expect(html).toContain('3 reviews set aside');
  expect(html).toContain('Name of r2');
  expect(html).toContain('Lives in one of the two cities.');
  expect(html).toContain('href="/en/staff/rounds/round-1/conflicts#a-a"');
  const ja = await (await given(with_).get(`/ja${scores}`, { as: office })).text();
  expect(ja).toContain('算入していない審査（3件）');
  const rows = rowsOf(await saved('reviews-1.csv', with_));
  const marked = rows.filter(({ set_aside }) => set_aside === 'home');
  expect(marked).toHaveLength(9);
  expect(marked.every(({ review_mean }) => review_mean === '')).toBe(true);
  expect(rowsOf(await saved('scores.csv', with_))).toHaveLength(12);
  expect(await page(scores)).not.toContain('set aside');
});

test('what is conflicted is on no page and in no file, and nobody but staff finds any of them', async () => {
  const declared = { applicationId: 'a', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
  const kept = { conflicts: [declared] };
  const all = [
    await page(scores, kept),
    await page(`${scores}/sensitivity`, kept),
    await saved('ranking.csv', kept),
    await saved('scores.csv', kept),
    await saved('reviews-1.csv', kept),
    await saved('reviews-1.json', kept),
  ];
  for (const text of all) expect(text).not.toMatch(/HYPERLINK|from me|SHM-A\b|applications\/a"/);
  for (const path of [
    '',
    '/sensitivity',
    '/export/ranking.csv',
    '/export/scores.csv',
    '/export/weights.csv',
    '/export/reviews-1.csv',
    '/export/reviews-1.json',
  ])
    expect((await given().get(`/en${scores}${path}`, { as: stranger })).status).toBe(404);
  for (const name of ['reviews-2.csv', 'reviews-0.csv', 'reviews-1.xls', 'other.csv'])
    expect((await given().get(`/en${scores}/export/${name}`, { as: office })).status).toBe(404);
});
