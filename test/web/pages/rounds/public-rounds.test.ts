import { expect, test } from 'vitest';
import { aRound } from '../../../support/programs-fakes.ts';
import { roundSite, staff } from '../../../support/round-site.ts';

const open = '2027-01-04T12:00:00.000Z';

test('an open round shows its call, three clocks with grace, rubric and the way in', async () => {
  const { get } = roundSite(open, aRound());
  const html = await (await get('/en/rounds/round-1')).text();
  expect(html).toContain('href="/en/applications/new?round=round-1"');
  expect(html).toContain('href="/en/rounds/round-1.ics"');
  expect(html).toMatch(/Closes in 10 days and 10 hours/);
  expect(html).toMatch(/15 minutes’ grace: until .*5:15/s);
  expect(html).toMatch(/\$15,000\.00.*\$120,000\.00/s);
  expect(html).toMatch(/partnership.*60%.*outcomes.*40%/s);
});

test.each([
  [0, 'on which the outcome is announced', '発表当日の終わりまで'],
  [1, 'the day after the announcement', '翌日から数えて1日目'],
  [14, 'the 14th day after the announcement', '翌日から数えて14日目'],
])('with %i days for complaints the call says until when, and who looks at them', async (days, en, ja) => {
  const { get } = roundSite(open, aRound({ complaintDays: days }));
  const html = await (await get('/en/rounds/round-1')).text();
  expect(html).toContain(en);
  expect(html).toContain('neither reviewed nor decided your application');
  expect(await (await get('/ja/rounds/round-1')).text()).toContain(ja);
});

test.each([
  ['2027-03-16T03:59:59.999Z', 'In this round: until Mon, March 15, 2027, 11:59', 'の申立て期限：'],
  ['2027-03-16T04:00:00.000Z', 'complaints were taken until Mon, March 15, 2027', 'に終了しました'],
])('once the outcome is announced the call names the last day for complaints, at %s', async (now, en, ja) => {
  const round = aRound({ complaintDays: 14, announcedAt: '2027-03-01T15:00:00.000Z' });
  const { get } = roundSite(now, round);
  expect(await (await get('/en/rounds/round-1')).text()).toContain(en);
  expect(await (await get('/ja/rounds/round-1')).text()).toContain(ja);
});

test('in Japanese the call speaks Japanese, with the era on Japan’s clock', async () => {
  const { get } = roundSite(open, aRound());
  const html = await (await get('/ja/rounds/round-1')).text();
  expect(html).toMatch(/2027年度助成/);
  expect(html).toMatch(/令和9年（2027年）.*1月15日（金）/);
  expect(html).toContain('申請を始める');
});

test.each([
  ['2026-10-01T12:00:00.000Z', 'Applications can be started once the round opens', false],
  ['2027-01-14T22:15:00.000Z', 'Start an application', true],
  ['2027-01-14T22:15:00.001Z', 'takes no more applications', false],
])('at %s the page says "%s"', async (now, words, offers) => {
  const html = await (await roundSite(now, aRound()).get('/en/rounds/round-1')).text();
  expect(html).toContain(words);
  expect(html.includes('/applications/new')).toBe(offers);
});

test('a draft is nobody’s to see: not its page, its calendar, its check, nor the list', async () => {
  const { get } = roundSite(open, aRound({ status: 'draft' }));
  for (const path of ['/rounds/round-1', '/rounds/round-1.ics', '/rounds/round-1/eligibility'])
    expect((await get(`/en${path}`, { as: staff })).status).toBe(404);
  expect(await (await get('/en/rounds')).text()).toContain('No round is open now');
});

test('the list tells open from past, and says which content is made up', async () => {
  const past = aRound({ id: 'past', opens: '2025-11-01T09:00', closes: '2026-01-10T17:00', demo: true });
  const html = await (await roundSite(open, aRound(), past).get('/en/rounds')).text();
  expect(html).toMatch(/Open now.*\/en\/rounds\/round-1.*Past.*\/en\/rounds\/past/s);
  expect(html).toContain('class="demo"');
});

test('the calendar file names opening and closing in UTC', async () => {
  const response = await roundSite(open, aRound()).get('/ja/rounds/round-1.ics');
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const lines = (await response.text()).replaceAll('\r\n ', '').split('\r\n');
  expect(lines).toContain('DTSTART:20261102T140000Z');
  expect(lines).toContain('DTSTART:20270114T220000Z');
  expect(lines.filter((line) => line.startsWith('DTEND'))).toEqual([]);
  expect(lines).toContain('UID:round-1-closes@shimai');
  expect(lines.filter((line) => line.startsWith('SUMMARY'))).toEqual([
    'SUMMARY:2027年度助成　受付開始',
    'SUMMARY:2027年度助成　受付締切',
  ]);
});

const able = {
  applicant: 'nonprofit',
  partnership: 'forming',
  counterpart: 'yes',
  travel: 'yes',
  official: 'yes',
  requestedCents: '10,000',
  matchCents: '$2,500',
};

test('whoever can apply is told so without an account, and the answers go on to the start', async () => {
  const { get, post, saved } = roundSite(open, aRound());
  const bare = await (await get('/en/rounds/round-1/eligibility')).text();
  expect(bare).not.toMatch(/You can apply|cannot apply/);
  const html = await (await post('/en/rounds/round-1/eligibility', able)).text();
  expect(html).toContain('You can apply');
  expect(html).toMatch(/applications\/new\?round=round-1&(amp;)?checked=/);
  expect(saved).toEqual([]);
});

test('whoever cannot is told which condition is not met, why, and what would make it so', async () => {
  const { post } = roundSite(open, aRound());
  const html = await (
    await post('/en/rounds/round-1/eligibility', { ...able, matchCents: '2,499.99' })
  ).text();
  expect(html).toContain('As it stands you cannot apply');
  expect(html).toContain('A match of at least 25% of what is requested');
  expect(html).toContain('With $0.01 more match');
  expect(html).not.toContain('&amp;checked=');
});

test('what is not known yet is open and no refusal, and what cannot be read comes back marked', async () => {
  const { post } = roundSite(open, aRound());
  const unsure = await (
    await post('/ja/rounds/round-1/eligibility', { ...able, counterpart: 'unsure' })
  ).text();
  expect(unsure).toContain('まだ判断できません');
  const wrong = await post('/en/rounds/round-1/eligibility', { ...able, requestedCents: 'much' });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain('value="much"');
});
