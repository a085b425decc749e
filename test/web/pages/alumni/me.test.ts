import { expect, test } from 'vitest';
import { decideConsents } from '../../../../shared/alumni/decide-consents.ts';
import { keepRegistration } from '../../../../shared/alumni/keep-registration.ts';
import { registerAlum } from '../../../../shared/alumni/register-alum.ts';
import { saveOffer } from '../../../../shared/alumni/save-offer.ts';
import { savePlaces } from '../../../../shared/alumni/save-places.ts';
import { viewAlum } from '../../../../shared/alumni/view-alum.ts';
import { ok } from '../../../../shared/kernel/result.ts';
import { fakeAlumDrafts, fakeAlumni, nothingOpen } from '../../../support/alumni-fakes.ts';
import { fakeProfiles } from '../../../support/conflicts-fakes.ts';
import type { AreaUseCases } from '../../../support/every-area.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const me = aPerson('alum-1');

const given = () => {
  const profiles = fakeProfiles();
  const { alumni, withdrawals } = fakeAlumni(profiles);
  const drafts = fakeAlumDrafts();
  const names: string[] = [];
  const ports = {
    alumni,
    drafts,
    profiles,
    endOpen: nothingOpen,
    newId: () => 'a1b2c3d4-0000-4000-8000-00000000abcd',
  };
  const ownAlum = {
    viewAlum: viewAlum(ports),
    keepRegistration: keepRegistration(ports),
    registerAlum: registerAlum(ports),
    savePlaces: savePlaces(ports),
    saveOffer: saveOffer(ports),
    decideConsents: decideConsents(ports),
    editAccount: async (_actor: unknown, { name }: { name: string }) => {
      names.push(name);
      return ok({ version: 2 });
    },
  } as unknown as AreaUseCases['ownAlum']; // The account's own answer is nobody's matter here.
  const site = webApp({ people: [me], useCases: { ownAlum } });
  const html = async (at: string) => (await site.get(at, { as: me })).text();
  const send = (at: string, form: Parameters<typeof site.post>[1]) => site.post(at, form, { as: me });
  return { alumni, drafts, profiles, withdrawals, names, site, html, send };
};

const served = {
  version: '0',
  'placements.0.text': '今治',
  'placements.0.prefecture': 'Ehime',
  'placements.0.role': 'ALT',
  'placements.0.from': '2009',
  'placements.0.to': '2012',
};
const home = { version: '1', name: 'Program alum', 'home.in': 'us', 'home.state': 'FL' };
const offer = [
  ['version', '2'],
  ['japanese', 'N1'],
  ['skills', 'food export、grant writing'],
  ['ways', 'interpret'],
  ['ways', 'brief'],
  ['topics', 'rural-and-agriculture'],
  ['availability', 'open'],
  ['most', '2'],
  ['chapter', 'jetaa-florida'],
] as const;

const registered = async () => {
  const all = given();
  await all.send('/en/alumni/me/served', served);
  await all.send('/en/alumni/me/home', home);
  await all.send('/en/alumni/me/offer', offer);
  await all.send('/en/alumni/me/consents', { version: '3', matched: 'yes', mail: 'yes' });
  const done = await all.send('/en/alumni/me/check', { version: '0' });
  return { ...all, done };
};

test('four pages, each kept as it is sent and leading to the next, then registering', async () => {
  const { send, html, names, alumni, profiles } = given();
  expect(await html('/en/alumni/me')).toContain('href="/en/alumni/me/served"');
  const next = async (page: string, form: Parameters<typeof send>[1]) =>
    (await send(`/en/alumni/me/${page}`, form)).headers.get('location');
  expect(await next('served', served)).toBe('/en/alumni/me/home');
  expect(await next('home', home)).toBe('/en/alumni/me/offer');
  expect(names).toEqual(['Program alum']);
  // The chapter of the state they live in is proposed.
  expect(await html('/en/alumni/me/offer')).toMatch(/value="jetaa-florida" selected/);
  expect(await next('offer', offer)).toBe('/en/alumni/me/consents');
  expect(await next('consents', { version: '3', matched: 'yes' })).toBe('/en/alumni/me/check');
  const check = await html('/en/alumni/me/check');
  expect(check).toContain('今治市');
  expect(check).toContain('food export, grant writing');
  expect(check).toContain('Nobody gets mail');
  expect(await alumni.find('alum-1')).toBeUndefined();
  expect(await next('check', { version: '0' })).toBe('/en/alumni/me?saved=registered');
  expect(await alumni.find('alum-1')).toMatchObject({
    most: 2,
    ways: ['interpret', 'brief'],
    consents: { matched: { given: true }, mail: { given: false } },
  });
  expect((await profiles.find('alum-1'))?.home).toEqual({ in: 'us', city: '', state: 'FL' });
});

test('what was kept stands there again, in either language', async () => {
  const { send, html } = given();
  await send('/ja/alumni/me/served', served);
  const page = await html('/ja/alumni/me/served');
  expect(page).toContain('value="今治市"');
  expect(page).toContain('<html lang="ja"');
  expect(await html('/ja/alumni/me')).toContain('続ける');
});

test('a name that several places bear is asked about before going on', async () => {
  const { send, drafts } = given();
  const ibaraki = { ...served, 'placements.0.text': 'Ibaraki', 'placements.0.prefecture': '' };
  const asked = await send('/en/alumni/me/served', ibaraki);
  expect(asked.status).toBe(400);
  const html = await asked.text();
  expect(html).toContain('Which “Ibaraki”?');
  expect(html).toContain('茨木市 (Ibaraki), Osaka');
  expect(await drafts.find('alum-1')).toBeUndefined();
  const answer = { ...ibaraki, 'placements.0.said': 'Ibaraki', 'placements.0.code': '27211' };
  expect((await send('/en/alumni/me/served', answer)).status).toBe(303);
  expect((await drafts.find('alum-1'))?.registration.placements?.[0]).toMatchObject({ code: '27211' });
});

test('a page without what it asks for comes back with what was typed, and names the field', async () => {
  const { send } = given();
  const empty = await send('/en/alumni/me/served', { version: '0' });
  expect(empty.status).toBe(400);
  expect(await empty.text()).toContain('Name one placement at least');
  const years = await send('/en/alumni/me/served', { ...served, 'placements.0.to': '2019' });
  expect(await years.text()).toMatch(/value="2019"[^>]*aria-invalid="true"/);
  const nowhere = await send('/en/alumni/me/home', { version: '0', name: 'Program alum' });
  expect(await nowhere.text()).toContain('a state is enough');
  const many = Array.from({ length: 11 }, (_, no) => `skill ${no}`).join(',');
  const skills = await send('/en/alumni/me/offer', { version: '0', japanese: 'N1', skills: many });
  expect(skills.status).toBe(400);
  expect(await skills.text()).toContain('skill 10');
});

test('a page that another window changed comes back with what was typed, and says so', async () => {
  const { send } = given();
  await send('/en/alumni/me/served', served);
  const late = await send('/en/alumni/me/served', { ...served, 'placements.0.to': '2011' });
  expect(late.status).toBe(412);
  const html = await late.text();
  expect(html).toContain('changed in another window');
  expect(html).toContain('value="2011"');
});

test('years that no placement can have are told in the row in which they were typed', async () => {
  const { send, drafts } = given();
  const second = Object.fromEntries(
    Object.entries(served).map(([name, value]) => [name.replace('.0.', '.1.'), value]),
  );
  const refused = await send('/en/alumni/me/served', {
    ...second,
    'placements.1.from': '1985',
    'placements.1.to': '1986',
  });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toMatch(/name="placements\.1\.from" value="1985"[^>]*aria-invalid="true"/);
  expect(await drafts.find('alum-1')).toBeUndefined();
});

test('whoever has registered changes each page at once, and the number they are known by is told', async () => {
  const { done, html, send, alumni, profiles } = await registered();
  expect(done.status).toBe(303);
  const me = await html('/en/alumni/me');
  expect(me).toContain('A-00ABCD');
  expect(me).toContain('href="/en/alumni/introductions"');
  const moved = await send('/en/alumni/me/home', { ...home, 'home.state': 'GA', version: '1' });
  expect(moved.headers.get('location')).toBe('/en/alumni/me?saved=home');
  const profile = await profiles.find('alum-1');
  expect(profile?.home).toEqual({ in: 'us', city: '', state: 'GA' });
  expect(profile?.placements).toHaveLength(1);
  const busy = offer.map(
    ([name, value]) => [name, name === 'most' ? '1' : name === 'version' ? '1' : value] as const,
  );
  expect((await send('/en/alumni/me/offer', busy)).status).toBe(303);
  expect(await alumni.find('alum-1')).toMatchObject({ version: 2, most: 1 });
});

test('a consent is withdrawn by leaving its box empty, at once', async () => {
  const { html, send, alumni, withdrawals } = await registered();
  const page = await html('/en/alumni/me/consents');
  expect(page).toMatch(/name="matched"[^>]*checked/);
  expect(page).not.toMatch(/name="chapter"[^>]*checked/);
  expect(page).toContain('Text of 2026-11');
  const done = await send('/en/alumni/me/consents', { version: '1', mail: 'yes' });
  expect(done.headers.get('location')).toBe('/en/alumni/me?saved=consents');
  expect(await alumni.find('alum-1')).toMatchObject({ consents: { matched: { given: false } } });
  expect(withdrawals.map(({ purposes }) => purposes)).toEqual([['matched']]);
  expect(await html('/ja/alumni/me?saved=consents')).toContain('取り下げた同意');
});

test('registering twice leads to the registration that stands', async () => {
  const { send, site } = await registered();
  expect((await send('/en/alumni/me/check', { version: '0' })).status).toBe(303);
  expect((await site.get('/en/alumni/me/check', { as: me })).headers.get('location')).toBe('/en/alumni/me');
});

test('whoever is not signed in is asked to, first', async () => {
  const { site } = given();
  const answer = await site.get('/en/alumni/me/served');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toContain('/sign-in');
});
