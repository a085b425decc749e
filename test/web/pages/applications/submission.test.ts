import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { trailOf } from '../../../../shared/programs/eligibility-trail.ts';
import { applicantSite, people } from '../../../support/applicant-site.ts';
import { anApplication, closes, completeText, lastInstant } from '../../../support/applications-fakes.ts';
import { aRound } from '../../../support/programs-fakes.ts';

const submitButton = 'Submit the application</button>';

test('the check shows every answer with a way to change it, and all that is missing with links', async () => {
  const { sustainability: _, ...text } = completeText();
  const { get } = applicantSite({ text });
  const html = await (await get('check')).text();
  expect(html).toContain('Musicians and planners of two river cities');
  expect(html).toContain('href="/applications/app-1/budget"');
  expect(html).toMatch(/3 things are missing or wrong/);
  expect(html).toContain('href="/applications/app-1/sustainability?check=1#programming"');
  expect(html).toMatch(/href="\/applications\/app-1\/sign-off">The authorized official has not signed yet/);
  expect(html).not.toContain(submitButton);
});

test('a complete and signed application can be sent, and the page says first who gets mail', async () => {
  const { get, post, head } = applicantSite({ signOff: 'given' });
  const html = await (await get('check')).text();
  expect(html.indexOf('When you submit, mail goes to')).toBeLessThan(html.indexOf(submitButton));
  expect(html.match(/class="go"/g)).toHaveLength(1);
  const response = await post('check', { _key: 'key-1' });
  expect(response.headers.get('location')).toBe('/applications/app-1/receipt');
  expect(head().status).toBe('submitted');
});

test('an unverified claim is told, and there is no button to press', async () => {
  const html = await (await applicantSite({ signOff: 'given', claim: 'claimed' }).get('check')).text();
  expect(html).toContain('have not verified yet');
  expect(html).not.toContain(submitButton);
});

test('editors check but do not submit', async () => {
  const { as } = applicantSite({ signOff: 'given' });
  const html = await (await as(people.editor).get('check')).text();
  expect(html).toContain('An owner of your organization submits');
  expect(html).not.toContain(submitButton);
  expect((await as(people.editor).post('check')).status).toBe(404);
});

test('one second late it is refused with the exact instants, and everything is kept', async () => {
  const now = new Date(lastInstant.getTime() + 1000);
  const { post, head } = applicantSite({ signOff: 'given', now });
  const response = await post('check');
  expect(response.status).toBe(409);
  const html = await response.text();
  expect(html).toMatch(/5:15\spm Eastern time \(00 s\)/);
  expect(html).toMatch(/5:15\spm Eastern time \(01 s\)/);
  expect(head().status).toBe('draft');
});

test('in the last second of the grace it counts', async () => {
  const { post } = applicantSite({ signOff: 'given', now: lastInstant });
  expect((await post('check')).status).toBe(303);
});

test('the receipt gives number, instants on the clocks, and a SHA-256 that the download has', async () => {
  const { get, post } = applicantSite({ signOff: 'given' });
  await post('check');
  const html = await (await get('receipt')).text();
  expect(html).toContain('SHM-APP1');
  expect(html).toMatch(/7:00\sam Eastern time.*9:00\spm Japan standard time/s);
  const file = await get('receipt.json');
  const sha256 = createHash('sha256')
    .update(await file.text())
    .digest('hex');
  expect(html).toContain(sha256);
  expect(file.headers.get('content-disposition')).toContain('SHM-APP1-1.json');
});

test('the receipt says in plain words how to verify it, the exact instant, and what is left of erased people', async () => {
  const { get, post, submissions } = applicantSite({ signOff: 'given' });
  await post('check');
  const html = await (await get('receipt')).text();
  expect(html).toMatch(/Exactly: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z \(UTC\)/);
  expect(html).toContain('not one letter has changed');
  expect(html).toContain('npm run -s verify-receipt -- SHM-APP1-1.json --sha256');
  expect(html).toMatch(/Of people, \d+ details stand in the file as digests\. Who they are is kept/);
  await submissions.erasePeople('app-1', 1);
  expect(await (await get('receipt')).text()).toMatch(/We still keep none of them/);
});

test('an earlier submission keeps its receipt under its number; one that was never sent has none', async () => {
  const { get, post } = applicantSite({ signOff: 'given' });
  await post('check');
  await post('reopen');
  await post('check');
  expect(await (await get('receipt')).text()).toContain('No. 2');
  expect(await (await get('receipt?no=1')).text()).toContain('No. 1');
  const first = await get('receipt.json?no=1');
  expect(JSON.parse(await first.text())).toMatchObject({ no: 1 });
  expect((await get('receipt?no=3')).status).toBe(404);
});

test('what was sent is read from the snapshot: later words do not show', async () => {
  const { get, post, write } = applicantSite({ signOff: 'given' });
  await post('check');
  write('project', { ...completeText().project, summary: 'Written afterwards' });
  const html = await (await get('submitted')).text();
  expect(html).toContain('Musicians and planners');
  expect(html).toContain('Robin Example');
  expect(html).not.toContain('Written afterwards');
});

test('before a submission there is no receipt and nothing that was sent', async () => {
  const { get } = applicantSite();
  for (const page of ['receipt', 'receipt.json', 'submitted']) expect((await get(page)).status).toBe(404);
});

test('reopening says what it means, and is offered only until the close', async () => {
  const site = applicantSite({ signOff: 'given' });
  await site.post('check');
  const html = await (await site.get('reopen')).text();
  expect(html).toContain('It becomes a draft again');
  expect(html).toContain('No mail goes to anyone');
  expect((await site.post('reopen')).headers.get('location')).toBe('/applications/app-1');
  expect(site.head().status).toBe('draft');

  const submission = {
    no: 1,
    at: '2027-01-04T12:00:00.000Z',
    theme: 'sustainability',
    requestedCents: 1,
    matchCents: 1,
  } as const;
  const late = applicantSite({
    application: anApplication({ status: 'submitted', submission }),
    now: new Date(closes.getTime() + 1),
  });
  expect(await (await late.get('')).text()).not.toContain('/reopen"');
  const page = await (await late.get('reopen')).text();
  expect(page).toContain('This is not possible now');
  expect(page).not.toContain('class="go"');
});

test('withdrawing needs a tick, says that it is for good, and then is done', async () => {
  const { get, post, head } = applicantSite();
  expect(await (await get('withdraw')).text()).toContain('cannot be taken up again');
  const refused = await post('withdraw');
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('href="#sure"');
  expect(head().status).toBe('draft');
  expect((await post('withdraw', { sure: 'yes' })).status).toBe(303);
  expect(head().status).toBe('withdrawn');
  expect(await (await get('')).text()).toContain('This application was withdrawn');
});

test('the history shows the check that was made before the start, by the words it was asked in', async () => {
  const world = applicantSite();
  const trail = trailOf(aRound(), { applicant: 'nonprofit' }, new Date('2026-12-01T12:00:00.000Z'));
  await world.applications.save({ application: anApplication({ version: 2 }), events: [], trail });
  const html = await (await world.get('history')).text();
  expect(html).toContain('Eligibility check before the start');
  expect(html).toMatch(/The applicant is a U\.S\. city.*?Met/s);
  const printed = await (await world.get('print')).text();
  expect(printed).toMatch(/The check made before starting, .*?The applicant is a U\.S\. city/s);
});

test('the history tells in words what happened and by whom', async () => {
  const { get, post } = applicantSite({ signOff: 'given' });
  await post('confirmation');
  await post('check');
  const html = await (await get('history')).text();
  expect(html).toMatch(/Submitted, no\. 1.*You.*Japanese city’s office asked by mail/s);
});
