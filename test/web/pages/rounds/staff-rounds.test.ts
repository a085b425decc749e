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

test('a number that is none, or out of its bounds, is told as such and never taken for another', async () => {
  const { post, saved } = roundSite(october);
  const form = formOf(draft, {
    ...{ graceMinutes: '-1', complaintDays: 'x', slots: '0', matchPercent: '101', opens: '' },
    reviewersPerApplication: '2.5',
  });
  const refused = await post('/en/staff/rounds/new', form, { as });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  const told = (name: string) => html.match(new RegExp(`href="#${name}"[^>]*>([^<]*)<`))?.[1];
  expect(told('graceMinutes')).toMatch(/: 0 at least$/);
  expect(told('slots')).toMatch(/: 1 at least$/);
  expect(told('matchPercent')).toMatch(/: 100 at most$/);
  expect(told('complaintDays')).toMatch(/: please enter a whole number$/);
  expect(told('reviewersPerApplication')).toMatch(/: please enter a whole number$/);
  expect(told('opens')).toMatch(/: please fill this in$/);
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

test('an open round’s form leaves out dates and rubric, and saves what may still change', async () => {
  const { get, post, find } = roundSite(during, aRound());
  const html = await (await get('/en/staff/rounds/round-1', { as })).text();
  expect(html).not.toMatch(/name="(opens|closes|zone|blinding|criteria\.0\.weight)"/);
  expect(html).toContain('What no longer changes');

  const left = new Set(['opens', 'closes', 'zone', 'blinding', 'ranking', 'criteria']);
  const form = formOf(aRound(), { slots: '9' }).filter(([name]) => !left.has(name.split('.')[0] ?? ''));
  expect((await post('/en/staff/rounds/round-1', form, { as })).status).toBe(303);
  expect(await find('round-1')).toMatchObject({ slots: 9, closes: aRound().closes, rubric: aRound().rubric });
});

test('a form opened before the opening and sent after it is told what is frozen', async () => {
  const { post, saved } = roundSite(during, aRound());
  const refused = await post('/en/staff/rounds/round-1', formOf(aRound(), { zone: 'America/Denver' }), {
    as,
  });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('The round has opened');
  expect(saved).toEqual([]);
});

test('an edit of an open round’s form is shown with who keeps which form before it is saved, and then saved', async () => {
  const { post, saved, find } = roundSite(during, aRound());
  const form = formOf(aRound(), { matchPercent: '0' });
  const shown = await post('/en/staff/rounds/round-1', form, { as });
  expect(shown.status).toBe(409);
  const html = await shown.text();
  expect(html).toContain('This makes form 2');
  expect(html).toContain('the owners of the 3 applications being written');
  expect(html).toContain('<input type="hidden" name="matchPercent" value="0"/>');
  expect(saved).toEqual([]);

  const done = await post('/en/staff/rounds/round-1', [...form, ['newForm', '2']], { as });
  expect(done.status).toBe(303);
  expect(await find('round-1')).toMatchObject({ matchPercent: 0, formVersion: 2 });
  expect(await find('round-1', {})).toMatchObject({ matchPercent: 25 });
});

const asking: Round['extraQuestions'] = [
  {
    id: 'who',
    label: { en: 'Who travels?', ja: '誰が訪問しますか。' },
    help: { en: 'Tick all.', ja: 'すべて選択してください。' },
    kind: 'several',
    required: true,
    options: [
      { id: 'young', label: { en: 'Young people', ja: '青少年' } },
      { id: 'other', label: { en: 'Others', ja: 'その他' } },
    ],
    most: 2,
  },
  {
    id: 'age',
    label: { en: 'How old?', ja: '年齢' },
    kind: 'number',
    required: false,
    min: 6,
    max: 30,
    showIf: { question: 'who', answers: ['young'] },
  },
  { id: 'cost', label: { en: 'Cost?', ja: '費用' }, kind: 'money', required: false, min: 100, max: 120_050 },
  { id: 'day', label: { en: 'When?', ja: 'いつ' }, kind: 'date', required: false, earliest: '2027-05-01' },
  {
    id: 'why',
    label: { en: 'Why?', ja: '理由' },
    kind: 'long',
    required: false,
    limit: { words: 50, characters: 150 },
  },
  { id: 'photo', label: { en: 'Photos?', ja: '写真' }, kind: 'consent', required: true },
];
const ruled: Round['eligibility'] = {
  rules: [
    { kind: 'member-city', sentence: { en: 'Members only.', ja: '会員に限ります。' } },
    { kind: 'not-funded-in-years', years: 3 },
    { kind: 'indirect-at-most', percent: 10 },
  ],
  fiscalSponsor: true,
  ein: 'required',
  uei: 'optional',
};

test('questions of every kind, conditions and rules come through the form as they are stored', async () => {
  const round = aRound({ status: 'draft', extraQuestions: asking, eligibility: ruled });
  const { post, find } = roundSite(october, round);
  const done = await post('/en/staff/rounds/round-1', formOf(round, { slots: '3' }), { as });
  expect(done.status).toBe(303);
  expect(await find('round-1')).toMatchObject({ slots: 3, extraQuestions: asking, eligibility: ruled });
});

test('the yen’s rate comes with its day or not at all, and may be taken away again', async () => {
  const yenRate = { hundredths: 150_25, asOf: '2026-09-30' };
  const { post, find } = roundSite(october, draft);
  const of = (round: Round, rate: string, day: string) =>
    formOf(round, { 'yenRate.hundredths': rate, 'yenRate.asOf': day });
  for (const [rate, day, words] of [
    ['150.25', '', 'Day of that rate: please fill this in'],
    ['', '2026-09-30', 'Yen for one dollar: please fill this in'],
    ['cheap', '2026-09-30', 'Yen for one dollar: enter yen for one dollar'],
    ['1.50', '2026-09-30', 'Yen for one dollar: enter yen for one dollar'],
  ] as const) {
    const refused = await post('/en/staff/rounds/round-1', of(draft, rate, day), { as });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(words);
  }
  expect((await post('/en/staff/rounds/round-1', of(draft, '150.25', '2026-09-30'), { as })).status).toBe(
    303,
  );
  const kept = await find('round-1');
  expect(kept).toMatchObject({ yenRate });
  expect((await post('/en/staff/rounds/round-1', of(kept ?? draft, '', ''), { as })).status).toBe(303);
  expect(await find('round-1')).not.toHaveProperty('yenRate');
});

test('options come and go by button and keep their ids, and the kind’s settings show', async () => {
  const round = aRound({ status: 'draft', extraQuestions: asking });
  const { post, saved } = roundSite(october, round);
  const press = async (act: string) =>
    (await post('/en/staff/rounds/round-1', formOf(round, { act }), { as })).text();
  expect(await press('add-option.extraQuestions.0')).toContain('value="option-1"');
  const removed = await press('remove-option.extraQuestions.0.0');
  expect(removed).not.toContain('value="young"');
  expect(removed).toContain('value="other"');
  expect(await press('show.extraQuestions.3')).toContain('name="extraQuestions.3.earliest"');
  expect(saved).toEqual([]);
});

test('the preview shows every section and question as an applicant reads them, and offers nothing to send', async () => {
  const { get } = roundSite(october, aRound({ status: 'draft', extraQuestions: asking, eligibility: ruled }));
  const html = await (await get('/ja/staff/rounds/round-1/preview', { as })).text();
  expect(html).toContain('誰が訪問しますか。');
  expect(html).toContain('「誰が訪問しますか。」に青少年と回答した場合にのみ表示されます。');
  expect(html).toContain('会員に限ります。');
  expect(html).not.toContain('<textarea');
  expect((await get('/en/staff/rounds/round-1/preview', { as: ann })).status).toBe(404);
});

test('a close is put off with a reason that the public page shows, and mail is announced beforehand', async () => {
  const { get, post, find } = roundSite(during, aRound());
  const page = await (await get('/en/staff/rounds/round-1/extend', { as })).text();
  expect(page).toContain('owners and editors of every application that is not sent yet');
  const form = { version: '1', closes: '2027-01-21T17:00', reviewDue: '2027-02-19T17:00' };
  const bare = await post('/en/staff/rounds/round-1/extend', { ...form, 'reason.en': '' }, { as });
  expect(bare.status).toBe(400);
  expect(await bare.text()).toContain('value="2027-01-21T17:00"');
  const done = await post('/en/staff/rounds/round-1/extend', { ...form, 'reason.en': 'Storms.' }, { as });
  expect(done.status).toBe(303);
  expect(await find('round-1')).toMatchObject({
    closes: '2027-01-21T17:00',
    extended: { from: '2027-01-14T17:00' },
  });
  expect(await (await get('/en/rounds/round-1')).text()).toContain('Storms.');
});

test('a cancelled round says why to everyone and takes nothing more', async () => {
  const { get, post } = roundSite(during, aRound());
  const done = await post(
    '/en/staff/rounds/round-1/cancel',
    { version: '1', 'reason.en': 'No funds.' },
    { as },
  );
  expect(done.status).toBe(303);
  const html = await (await get('/en/rounds/round-1')).text();
  expect(html).toContain('This round is canceled');
  expect(html).toContain('No funds.');
  expect(html).not.toContain('/applications/new');
  // Nothing is left of what it would have come to: no clock runs, no stop is still to come.
  expect(html).not.toMatch(/Closes in|How this round goes|grace/);
  const file = await (await get('/en/rounds/round-1.ics')).text();
  expect(file.match(/STATUS:CANCELLED/g)).toHaveLength(2);
  expect(await (await get('/en/staff/rounds/round-1', { as })).text()).toContain('no longer change');
});

test('next year’s round is a draft of its own, once however often the button is pressed', async () => {
  const { post, saved } = roundSite(during, aRound());
  const press = () => post('/en/staff/rounds/round-1/next-year', { _key: 'k' }, { as });
  const first = (await press()).headers.get('location');
  expect((await press()).headers.get('location')).toBe(first);
  expect(saved).toHaveLength(1);
  expect(saved[0]?.round).toMatchObject({ status: 'draft', closes: '2028-01-14T17:00' });
});

test('the list before publishing says what deserves another look', async () => {
  const short = aRound({ status: 'draft', opens: '2027-01-04T09:00' });
  const html = await (await roundSite(october, short).get('/en/staff/rounds/round-1/publish', { as })).text();
  expect(html).toContain('Applicants have less than four weeks');
  expect(html).toContain('Every text is there in both languages');
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
