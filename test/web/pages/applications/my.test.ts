import { expect, test } from 'vitest';
import { applicantSite, people } from '../../../support/applicant-site.ts';
import { anApplication } from '../../../support/applications-fakes.ts';
import { aClaim, anOrganisation } from '../../../support/partnerships-fakes.ts';
import { aRound } from '../../../support/programs-fakes.ts';

test('a draft is due with the time that is left', async () => {
  const html = await (await applicantSite().get('/my')).text();
  expect(html).toMatch(/data-is="due">Closes in 10 days and 10 hours/);
  expect(html).toContain('href="/applications/app-1"');
  expect(html).toContain('Thu, January 14, 2027, 5:00');
});

test('between the close and the end of the grace it says how long submissions still count', async () => {
  const { get } = applicantSite({ now: new Date('2027-01-14T22:05:00.000Z') });
  expect(await (await get('/my')).text()).toContain('the grace period ends in 10 minutes');
});

test('an award to be answered comes before everything and leads to its page', async () => {
  const { get } = applicantSite({
    application: anApplication({
      status: 'awarded',
      outcome: { decision: 'award', amountCents: 900_000, at: '2027-03-01T00:00:00.000Z' },
    }),
    round: aRound({ announcedAt: '2027-03-01T00:00:00.000Z' }),
  });
  expect(await (await get('/my')).text()).toMatch(/Awarded: please answer.*\/applications\/app-1\/outcome/s);
});

test('what the committee has decided is nowhere before the announcement', async () => {
  const { get } = applicantSite({ application: anApplication({ status: 'declined' }) });
  for (const page of ['/my', '', 'history']) {
    const html = await (await get(page)).text();
    expect(html).not.toContain('Not awarded');
  }
  expect(await (await get('/my')).text()).toContain('In review');
});

test('who has nothing yet is told what to do first, in three steps', async () => {
  const { as } = applicantSite({ organisations: [], claims: [] });
  const html = await (await as(people.newcomer).get('/my')).text();
  expect(html).toContain('Three steps before the first application');
  expect(html).toContain('href="/organisations/new"');
  expect(html).not.toContain('href="/applications/new"');
});

test('an application starts from an open round, a claimed partnership and a title', async () => {
  const { get, post } = applicantSite();
  const html = await (await get('/applications/new')).text();
  expect(html).toContain('value="org-austin austin-tx-oita" checked');
  const response = await post('/applications/new', {
    _key: 'key-1',
    roundId: 'round-1',
    for: 'org-austin austin-tx-oita',
    title: 'Jazz on two rivers',
  });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toMatch(/^\/applications\/[a-f0-9-]{36}$/);
});

test('sent twice with the same key it is one application', async () => {
  const { post } = applicantSite();
  const form = { _key: 'key-1', roundId: 'round-1', for: 'org-austin austin-tx-oita', title: 'Jazz' };
  const [first, second] = [await post('/applications/new', form), await post('/applications/new', form)];
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
});

test('an incomplete start comes back with 400, links to the fields, and what was typed', async () => {
  const response = await applicantSite().post('/applications/new', { roundId: 'round-1', title: '' });
  expect(response.status).toBe(400);
  const html = await response.text();
  expect(html).toMatch(/href="#for".*href="#title"/s);
  expect(html).toMatch(/value="round-1" checked/);
});

test('a working title that is too long is told how long it may be', async () => {
  const form = { roundId: 'round-1', for: 'org-austin austin-tx-oita', title: 'a'.repeat(121) };
  const html = await (await applicantSite().post('/applications/new', form)).text();
  expect(html).toContain('Working title: please shorten it to 120 characters');
});

test.each([
  ['no organisation', { organisations: [], claims: [] }, people.newcomer, '/organisations/new'],
  ['no claim', { claims: [] }, people.owner, '/partnerships'],
  ['no open round', { round: aRound({ status: 'draft' }) }, people.owner, '/rounds'],
])('with %s it leads to what is needed first', async (_what, world, person, door) => {
  const html = await (await applicantSite(world).as(person).get('/applications/new')).text();
  expect(html).toMatch(new RegExp(`class="go" href="${door}"`));
  expect(html).not.toContain('name="title"');
});

test('a viewer is told whom to ask instead of getting a form', async () => {
  const site = applicantSite({ organisations: [anOrganisation()], claims: [aClaim({ status: 'verified' })] });
  const html = await (await site.as(people.viewer).get('/applications/new')).text();
  expect(html).toContain('Ask an owner of your organization');
  expect(html).not.toContain('name="title"');
});
