import { expect, test } from 'vitest';
import { applicantSite, people } from '../../../support/applicant-site.ts';
import { anApplication } from '../../../support/applications-fakes.ts';

const submission = {
  no: 1,
  at: '2027-01-02T00:00:00.000Z',
  theme: 'sustainability',
  requestedCents: 900_000,
  matchCents: 300_000,
} as const;
const own = anApplication({ id: 'second', title: 'Kilns <b>and</b> rivers' });
const theirs = anApplication({
  id: 'theirs',
  organisationId: 'org-tacoma',
  title: 'Planted plan',
  status: 'submitted',
  submission,
});

test('the overview and the check name an own application for the same partnership, with the way to it', async () => {
  const { get } = applicantSite({ signOff: 'given', others: [own] });
  for (const page of ['', 'check']) {
    const html = await (await get(page)).text();
    expect(html).toContain('There is another application of yours for this partnership');
    expect(html).toMatch(
      /href="\/applications\/second">SHM-SECOND, “Kilns &lt;b&gt;and&lt;\/b&gt; rivers”<\/a>/,
    );
  }
  // Pointed out, never in the way.
  expect(await (await get('check')).text()).toContain('Submit the application</button>');
  const inJapanese = await (await get('/ja/applications/app-1')).text();
  expect(inJapanese).toContain('同じ姉妹都市について、貴団体の申請がほかに1件あります');
});

test('that another organisation has sent one is said without a word of it', async () => {
  const { get } = applicantSite({ others: [theirs] });
  const html = await (await get('check')).text();
  expect(html).toContain('Someone else’s application for this partnership has been submitted');
  expect(html).not.toMatch(/SHM-THEIRS|Planted plan|org-tacoma/);
  const unverified = applicantSite({ others: [theirs], claim: 'claimed' });
  expect(await (await unverified.get('check')).text()).not.toContain('Another organization');
});

test('a refused submission still points it out', async () => {
  const { post } = applicantSite({ others: [own] });
  const refused = await post('check', { _key: 'key-1' });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('SHM-SECOND');
});

test('nothing is said where there is nothing, and once it was withdrawn', async () => {
  expect(await (await applicantSite().get('')).text()).not.toContain('for this partnership');
  const withdrawn = applicantSite({ application: anApplication({ status: 'withdrawn' }), others: [own] });
  expect(await (await withdrawn.get('')).text()).not.toContain('SHM-SECOND');
});

test('the start shows what the organisation has already in the rounds that are open, and starts another all the same', async () => {
  const given = [own, anApplication({ id: 'gone', title: 'Gone', status: 'withdrawn' })];
  const elsewhere = anApplication({
    id: 'pair-2',
    title: 'Elsewhere',
    partnershipId: 'tacoma-wa-kitakyushu',
  });
  const { get, post, as } = applicantSite({ others: [...given, elsewhere, theirs] });
  const html = await (await get('/applications/new')).text();
  expect(html).toContain('You are applying already');
  expect(html).toContain('href="/applications/app-1"');
  expect(html).toContain('href="/applications/second"');
  expect(html).not.toMatch(/Gone|Elsewhere|Planted plan/);
  // Of one round only, so that nobody has to be told which.
  expect(html).toMatch(/SHM-SECOND, .*?<\/a> <span class="soft small">Draft<\/span>/);
  expect(await (await get('/ja/applications/new')).text()).toContain('すでに申請を始めています');
  const form = { roundId: 'round-1', for: 'org-austin austin-tx-oita', title: 'A third' };
  expect((await post('/applications/new', form)).status).toBe(303);
  expect(await (await as(people.newcomer).get('/applications/new')).text()).not.toContain('applying already');
});

test('who has an application already may go on from the start to what carries over from it', async () => {
  const { get, post, as } = applicantSite();
  expect(await (await get('/applications/new')).text()).toContain(
    'Next, carry over parts of an earlier application',
  );
  const form = { roundId: 'round-1', for: 'org-austin austin-tx-oita', title: 'A second' };
  const copying = await post('/applications/new', { ...form, copy: 'yes', _key: 'a' });
  expect(copying.headers.get('location')).toMatch(/^\/applications\/[0-9a-f-]+\/copy$/);
  const plain = await post('/applications/new', { ...form, _key: 'b' });
  expect(plain.headers.get('location')).toMatch(/^\/applications\/[0-9a-f-]+$/);
  expect(await (await as(people.stranger).get('/applications/new')).text()).not.toContain('name="copy"');
});
