import { expect, test } from 'vitest';
import type { Round } from '../../../../shared/programs/round.ts';
import { typedTerms } from '../../../../web/pages/rounds/round-typed.ts';
import { aRound } from '../../../support/programs-fakes.ts';
import { ann, roundSite, staff } from '../../../support/round-site.ts';

const october = '2026-10-01T12:00:00.000Z';
const during = '2026-12-01T12:00:00.000Z';
const as = staff;

type Pair = readonly [string, string];
/** What the form of this round sends, with some fields typed over. */
const formOf = (round: Round, over: Readonly<Record<string, string>> = {}): Pair[] => [
  ['_key', 'form-1'],
  ['version', String(round.version)],
  ['act', 'save'],
  ...typedTerms(round).entries.filter(([name]) => !(name in over)),
  ...Object.entries(over),
];
const draft = aRound({ status: 'draft' });

test('staff draft a round by form, and the same form sent twice drafts one', async () => {
  const { post, saved } = roundSite(october);
  const first = await post('/en/staff/rounds/new', formOf(draft), { as });
  expect(first.status).toBe(303);
  const second = await post('/en/staff/rounds/new', formOf(draft), { as });
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
  expect(saved).toHaveLength(1);
  expect(saved[0]?.round).toMatchObject({
    status: 'draft',
    envelopeCents: 12_000_000,
    rubric: draft.rubric,
    themes: draft.themes,
  });
});

test('a new round begins with five weighted criteria in both languages', async () => {
  const html = await (await roundSite(october).get('/en/staff/rounds/new', { as })).text();
  expect(html.match(/name="criteria\.\d\.weight"/g)).toHaveLength(5);
  expect(html).toContain('value="姉妹都市関係の実質"');
  expect(html).toContain('Weights add up to 100%.');
});

test('rows come and go by button, with all that was typed kept and nothing stored', async () => {
  const { post, saved } = roundSite(october);
  const typed = formOf(draft, { 'name.en': 'Typed', act: 'add.criteria' });
  const added = await post('/en/staff/rounds/new', typed, { as });
  expect(added.status).toBe(200);
  const html = await added.text();
  expect(html).toContain('value="Typed"');
  expect(html).toMatch(/name="criteria\.2\.id" value="criterion-1"/);

  const removed = await post('/en/staff/rounds/new', formOf(draft, { act: 'remove.criteria.0' }), { as });
  const left = await removed.text();
  expect(left).toMatch(/name="criteria\.0\.id" value="outcomes"/);
  expect(left).not.toContain('name="criteria.1.id"');
  expect(saved).toEqual([]);
});

test('weights of 90, a close before the opening and an amount in words come back marked and kept', async () => {
  const { post, saved } = roundSite(october);
  const wrong = formOf(draft, {
    'criteria.0.weight': '50',
    closes: '2026-11-01T09:00',
    envelopeCents: 'plenty',
  });
  const refused = await post('/en/staff/rounds/new', wrong, { as });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain('value="plenty"');
  expect(html).toContain('href="#envelopeCents"');

  const readable = await post(
    '/en/staff/rounds/new',
    formOf(draft, { 'criteria.0.weight': '50', closes: '2026-11-01T09:00' }),
    { as },
  );
  const second = await readable.text();
  expect(second).toContain('The weights must add up to 100');
  expect(second).toMatch(/href="#criteria-0-weight"/);
  expect(second).toMatch(/href="#closes"/);
  expect(saved).toEqual([]);
});

test('what lacks Japanese is named on the round’s page and in the list', async () => {
  const { get } = roundSite(october, aRound({ status: 'draft', summary: { en: 'Visit.', ja: '' } }));
  const html = await (await get('/en/staff/rounds/round-1', { as })).text();
  expect(html).toMatch(/One text lacks Japanese.*Summary in Japanese/s);
  expect(await (await get('/en/staff/rounds', { as })).text()).toContain('One text lacks Japanese');
});

test('publishing says first that nobody gets mail, then makes the round public', async () => {
  const { get, post, find } = roundSite(october, draft);
  const html = await (await get('/en/staff/rounds/round-1/publish', { as })).text();
  expect(html).toContain('No mail goes to anyone.');
  expect(html).toMatch(/Mon, November 2, 2026, 9:00/);
  const done = await post('/en/staff/rounds/round-1/publish', { version: '1' }, { as });
  expect(done.headers.get('location')).toBe('/en/staff/rounds/round-1?saved=1');
  expect(await find('round-1')).toMatchObject({ status: 'published', version: 2 });
});

test('an open round’s form asks only for what may still change, and saves it', async () => {
  const { get, post, find } = roundSite(during, aRound());
  const html = await (await get('/en/staff/rounds/round-1', { as })).text();
  expect(html).not.toMatch(/name="(opens|zone|themes|matchPercent|criteria\.0\.weight)"/);
  expect(html).toContain('What no longer changes');

  const asked = ['name', 'summary', 'closes', 'reviewDue', 'graceMinutes', 'envelopeCents', 'slots'];
  const form = formOf(aRound(), { closes: '2027-01-15T17:00' }).filter(([name]) =>
    ['version', 'act', 'reviewersPerApplication', ...asked].includes(name.split('.')[0] ?? ''),
  );
  expect((await post('/en/staff/rounds/round-1', form, { as })).status).toBe(303);
  expect(await find('round-1')).toMatchObject({ closes: '2027-01-15T17:00', rubric: aRound().rubric });
});

test('a form opened before the opening and sent after it is told what is frozen', async () => {
  const { post, saved } = roundSite(during, aRound());
  const refused = await post('/en/staff/rounds/round-1', formOf(aRound(), { matchPercent: '0' }), { as });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('The round has opened');
  expect(saved).toEqual([]);
});

test('of two tabs the second is told, and its words are kept', async () => {
  const { post } = roundSite(october, draft);
  await post('/en/staff/rounds/round-1', formOf(draft, { 'name.en': 'First' }), { as });
  const second = await post('/en/staff/rounds/round-1', formOf(draft, { 'name.en': 'Second' }), { as });
  expect(second.status).toBe(412);
  const html = await second.text();
  expect(html).toContain('value="Second"');
  expect(html).toMatch(/this stands now.*<dt>Name<\/dt><dd>First<\/dd>/s);
  // Both have been seen, so that saving again is meant.
  expect(html).toMatch(/name="version" value="2"/);
});

test('an announced round has no form', async () => {
  const announced = aRound({ announcedAt: '2027-03-01T00:00:00.000Z' });
  const html = await (
    await roundSite('2027-03-02T00:00:00.000Z', announced).get('/en/staff/rounds/round-1', { as })
  ).text();
  expect(html).toContain('Its terms no longer change');
  expect(html).not.toContain('name="slots"');
});

test('nobody but staff finds any of these pages', async () => {
  const { get, post, saved } = roundSite(october, draft);
  for (const path of ['', '/new', '/round-1', '/round-1/publish'])
    expect((await get(`/en/staff/rounds${path}`, { as: ann })).status).toBe(404);
  await post('/en/staff/rounds/round-1/publish', { version: '1' }, { as: ann });
  expect(saved).toEqual([]);
});
