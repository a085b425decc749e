import { expect, test } from 'vitest';
import { partnershipsUseCases } from '../../../../functions/container/partnerships-use-cases.ts';
import { cursorsWith } from '../../../../shared/table/cursor.ts';
import { aClaim, anOrganisation, aProposed, fakePartnerships } from '../../../support/partnerships-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const ada = aPerson('ada', { kind: 'member', organisationId: 'org-austin', as: 'owner' });
const viewer = aPerson('vic', { kind: 'member', organisationId: 'org-austin', as: 'viewer' });
const sam = aPerson('sam', { kind: 'staff', programId: 'leading-asia' });

const given = (standing: Parameters<typeof fakePartnerships>[0] = {}) => {
  const fake = fakePartnerships(standing);
  const useCases = partnershipsUseCases({ partnerships: fake.partnerships, cursors: cursorsWith('seal') });
  const site = webApp({ people: [ada, viewer, sam], useCases: { partnerships: useCases, claims: useCases } });
  return { ...site, fake };
};
const rows = (html: string) =>
  html.slice(html.indexOf('<tbody'), html.indexOf('</tbody')).match(/<tr>/g)?.length ?? 0;

test('the directory filters by the address, says how many, and keeps what was asked', async () => {
  const html = await (await given().get('/en/partnerships?state=TX&prefecture=&text=')).text();
  expect(html).toContain('11 partnerships found');
  expect(rows(html)).toBe(11);
  expect(html).toContain('<option value="TX" selected="">Texas</option>');
  expect(html).toContain('<span class="soft nobr" lang="ja">大分市</span>');
  expect(html).not.toContain('method="post"');
});

test('a page holds fifty and leads on with the filter kept', async () => {
  const { get } = given();
  const html = await (await get('/en/partnerships?state=CA')).text();
  expect(rows(html)).toBe(50);
  const next = /href="([^"]+cursor=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(next).toContain('state=CA');
  const second = await (await get(next)).text();
  expect(rows(second)).toBe(50);
  expect(second).not.toContain(/<th scope="row">(.*?)<\/th>/.exec(html)?.[1] ?? '?');
});

test('no match offers to add the pair; a filter that is none is refused with what is wrong', async () => {
  const { get } = given();
  expect(await (await get('/en/partnerships?text=atlantis')).text()).toContain('href="/en/partnerships/new"');
  for (const query of ['state=ZZ', 'prefecture=Edo', 'cursor=forged']) {
    const refused = await get(`/en/partnerships?${query}`);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('class="errors"');
  }
});

test('a snapshot shows both places, the distance, the funding and who may claim it', async () => {
  const { get } = given();
  const html = await (await get('/en/partnerships/austin-tx-oita')).text();
  expect(html).toContain('6,992 miles (11,253 km)');
  expect(html).toContain('Music festival development');
  expect(html).toContain('The year is not recorded.');
  expect(html).toContain('href="/en/partnerships/austin-tx-oita/claim"');
  const ja = await (await get('/ja/partnerships/tacoma-wa-kitakyushu')).text();
  expect(ja).toMatch(/ワシントン州タコマ市.*福岡県北九州市/s);
  expect((await get('/en/partnerships/no-such-pair')).status).toBe(404);
});

test('who has claimed it is offered an application, a stranger never sees a proposed pair', async () => {
  const { get } = given({
    partnerships: [aProposed()],
    claims: [aClaim(), aClaim({ partnershipId: 'added-1' })],
  });
  const own = await (await get('/en/partnerships/austin-tx-oita', { as: ada })).text();
  expect(own).toContain('href="/en/applications/new?partnership=austin-tx-oita"');
  expect(own).toContain('Contacts stay hidden until');
  expect((await get('/en/partnerships/added-1')).status).toBe(404);
  expect(await (await get('/en/partnerships/added-1', { as: ada })).text()).toContain(
    'waits for the program office',
  );
});

test('claiming says that nobody gets mail, then leads back to the partnership', async () => {
  const { get, post, fake } = given();
  const path = '/en/partnerships/austin-tx-oita/claim';
  expect((await get(path)).headers.get('location')).toContain('/sign-in?next=');
  expect(await (await get(path, { as: ada })).text()).toContain('No mail goes to anyone');
  const done = await post(path, { organisationId: 'org-austin' }, { as: ada });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/en/partnerships/austin-tx-oita']);
  expect(fake.events).toEqual(['claim-made']);
});

test('a claim without an organisation, or for another’s, is refused and claims nothing', async () => {
  const { get, post, fake } = given({ organisations: [anOrganisation(), anOrganisation({ id: 'org-b' })] });
  const path = '/en/partnerships/austin-tx-oita/claim';
  const empty = await post(path, {}, { as: ada });
  expect(empty.status).toBe(400);
  expect(await empty.text()).toMatch(/href="#organisationId"/);
  expect((await post(path, { organisationId: 'org-b' }, { as: ada })).status).toBe(404);
  const none = await (await get(path, { as: viewer })).text();
  expect(none).toContain('href="/en/organisations/new?claim=austin-tx-oita"');
  expect(fake.events).toEqual([]);
});

const typed = {
  organisationId: 'org-austin',
  usName: 'Bozeman',
  usState: 'MT',
  jpName: 'Yamanouchi',
  jpNameJa: '山ノ内町',
  jpPrefecture: 'Nagano',
  establishedYear: '２００３',
};

test('a pair that is missing is added and claimed, and its page waits for staff', async () => {
  const { get, post } = given();
  const done = await post('/en/partnerships/new', typed, { as: ada });
  expect(done.status).toBe(303);
  const page = await (await get(done.headers.get('location') ?? '', { as: ada })).text();
  expect(page).toContain('Bozeman, MT – Yamanouchi');
  expect(page).toContain('Connected since 2003.');
});

test('a wrong pair comes back with 400 and its words, a listed one with 409 and the way to it', async () => {
  const { post } = given();
  const wrong = await post('/en/partnerships/new', { ...typed, jpName: '山ノ内', usState: '' }, { as: ada });
  expect(wrong.status).toBe(400);
  const html = await wrong.text();
  expect(html).toMatch(/href="#usState".*href="#jpName"/s);
  expect(html).toContain('value="Bozeman"');
  const austin = {
    ...typed,
    usName: 'Austin',
    usState: 'TX',
    jpName: 'Ōita',
    jpNameJa: '',
    jpPrefecture: 'Oita',
  };
  const listed = await post('/en/partnerships/new', austin, { as: ada });
  expect(listed.status).toBe(409);
  expect(await listed.text()).toContain('href="/en/partnerships/austin-tx-oita"');
});

test('staff confirm the pair, then verify the claim; others find no such page', async () => {
  const { get, post, fake } = given({
    partnerships: [aProposed()],
    claims: [aClaim({ partnershipId: 'added-1' })],
  });
  expect((await get('/en/staff/claims', { as: ada })).status).toBe(404);
  const waiting = await (await get('/en/staff/claims', { as: sam })).text();
  expect(waiting).toContain('value="confirm"');
  expect(waiting).not.toContain('value="verify"');
  const one = { partnershipId: 'added-1', organisationId: 'org-austin', version: '1' };
  expect((await post('/en/staff/claims', { ...one, act: 'verify' }, { as: sam })).status).toBe(409);
  expect((await post('/en/staff/claims', { ...one, act: 'confirm' }, { as: sam })).status).toBe(303);
  expect((await post('/en/staff/claims', { ...one, act: 'verify', version: '7' }, { as: sam })).status).toBe(
    412,
  );
  expect((await post('/en/staff/claims', { ...one, act: 'verify' }, { as: sam })).status).toBe(303);
  expect(fake.events).toEqual(['partnership-confirmed', 'claim-verified']);
  expect(await (await get('/en/staff/claims', { as: sam })).text()).toContain('No claim waits');
});

test('an act that is none of the page’s changes nothing', async () => {
  const { post, fake } = given({ claims: [aClaim()] });
  const done = await post(
    '/en/staff/claims',
    { act: 'delete', partnershipId: 'austin-tx-oita' },
    { as: sam },
  );
  expect(done.status).toBe(404);
  expect(fake.events).toEqual([]);
});
