import { expect, test } from 'vitest';
import { applicantSite, people } from '../../../support/applicant-site.ts';
import { anApplication, completeText } from '../../../support/applications-fakes.ts';
import { aRound } from '../../../support/programs-fakes.ts';

const stop = (html: string, name: string) =>
  new RegExp(`<li class="line__stop" data-is="(\\w+)"[^>]*>(?:(?!</li>).)*>${name}<.*?</li>`, 's').exec(html);

test('says of every section whether it is done, begun, wrong or untouched', async () => {
  const { sustainability: _, ...text } = completeText();
  const { get } = applicantSite({
    text: {
      ...text,
      meetings: { meetings: [{ with: 'City of Oita', kind: '', purpose: '', priority: '' }] },
      budget: { lines: [{ description: 'Flights', category: 'travel', quantity: '2', unitCost: 'lots' }] },
    },
  });
  const html = await (await get('')).text();
  expect(stop(html, 'Eligibility')?.[1]).toBe('done');
  expect(stop(html, 'Delegation')?.[0]).toContain('Done: 2 travelers');
  expect(stop(html, 'Meetings planned')?.[1]).toBe('now');
  expect(stop(html, 'Meetings planned')?.[0]).toContain('Started: 3 answers missing');
  expect(stop(html, 'Sustainability')?.[1]).toBe('todo');
  expect(stop(html, 'Budget')?.[1]).toBe('due');
  expect(stop(html, 'Budget')?.[0]).toContain('/applications/app-1/budget?check=1');
});

test('a round without further questions has no section for them', async () => {
  const html = await (await applicantSite().get('')).text();
  expect(html).not.toContain('Further questions');
});

test('the one filled button leads to the first thing that is wrong, then to what is missing', async () => {
  const wrong = applicantSite({
    text: { ...completeText(), budget: { lines: [{ description: 'x', unitCost: 'lots' }] } },
  });
  expect(await (await wrong.get('')).text()).toMatch(/class="go" href="[^"]*\/budget\?check=1"/);
  const { project: _, ...text } = completeText();
  const missing = applicantSite({ text });
  expect(await (await missing.get('')).text()).toMatch(/class="go" href="[^"]*\/project"/);
});

test('once all sections are done, others are asked and then it is checked', async () => {
  const done = applicantSite();
  expect(await (await done.get('')).text()).toMatch(/class="go" href="[^"]*\/confirmation"/);
  await done.post('confirmation');
  expect(await (await done.get('')).text()).toMatch(/class="go" href="[^"]*\/sign-off"/);
  const signed = applicantSite({ signOff: 'given' });
  await signed.post('confirmation');
  expect(await (await signed.get('')).text()).toMatch(/class="go" href="[^"]*\/check"/);
});

test('in a canceled round it says why instead of how long there is', async () => {
  const cancelled = { reason: { en: 'No money this year', ja: '' }, at: '2027-01-01T00:00:00.000Z' };
  const html = await (await applicantSite({ round: aRound({ cancelled }) }).get('')).text();
  expect(html).toContain('This round is canceled');
  expect(html).toContain('No money this year');
  expect(html).not.toContain('Closes in');
  expect(await (await applicantSite().get('')).text()).toContain('Closes in');
});

test('another organisation’s people find nothing under the address, and neither do ids that do not exist', async () => {
  const { as } = applicantSite();
  for (const page of ['', 'project', 'check', 'sign-off', 'confirmation', 'history', 'receipt', 'print']) {
    expect((await as(people.stranger).get(page)).status).toBe(404);
    expect((await as(people.owner).get(`/applications/nobody/${page}`.replace(/\/$/, ''))).status).toBe(404);
  }
});

test('who is not signed in is sent to do so', async () => {
  const response = await applicantSite().site.get('/applications/app-1');
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toContain('/sign-in?next=%2Fapplications%2Fapp-1');
});

test('a viewer sees how things stand and no button that writes', async () => {
  const { as } = applicantSite();
  const viewer = as(people.viewer);
  const html = await (await viewer.get('')).text();
  expect(html).toContain('To write in it, ask an owner');
  expect(html).not.toMatch(/href="[^"]*\/(check|sign-off|withdraw|reopen)"/);
  expect(await (await viewer.get('project')).text()).not.toContain('<textarea');
  expect(await (await viewer.get('check')).text()).not.toContain('Submit the application</button>');
});

test('an unverified claim is said and keeps nobody from writing', async () => {
  const { get } = applicantSite({ claim: 'claimed' });
  expect(await (await get('')).text()).toContain('Staff have not verified yet');
  expect(await (await get('project')).text()).toContain('Save and continue');
});

test('what staff ask for stands on top with its own day, words escaped', async () => {
  const { get } = applicantSite({
    application: anApplication({
      status: 'returned',
      returned: { reason: 'Please mend <b>line 4</b>', until: '2027-02-01T22:00:00.000Z' },
    }),
  });
  const html = await (await get('')).text();
  expect(html).toContain('Please mend &lt;b&gt;line 4&lt;/b&gt;');
  expect(html).toContain('Mon, February 1, 2027, 5:00');
  expect(html).toMatch(/Due in \d+ days/);
});

test('after the close a draft says that it was not sent, and offers no submission', async () => {
  const { get } = applicantSite({ signOff: 'given', now: new Date('2027-01-20T00:00:00.000Z') });
  expect(await (await get('')).text()).toContain('this draft was not sent');
  const check = await (await get('check')).text();
  expect(check).toContain('no longer takes submissions');
  expect(check).not.toContain('Submit the application</button>');
});
