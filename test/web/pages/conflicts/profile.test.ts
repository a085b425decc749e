import { expect, test } from 'vitest';
import { savePersonProfile } from '../../../../shared/conflicts/save-person-profile.ts';
import { viewPersonProfile } from '../../../../shared/conflicts/view-person-profile.ts';
import { listPartnerships } from '../../../../shared/partnerships/list-partnerships.ts';
import { jetaaChapters } from '../../../../shared/reference/jetaa-chapters.ts';
import { fakeProfiles } from '../../../support/conflicts-fakes.ts';
import type { AreaUseCases } from '../../../support/every-area.ts';
import { fakePartnerships } from '../../../support/partnerships-fakes.ts';
import { openCursors } from '../../../support/programs-fakes.ts';
import { reviewer } from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const me = aPerson('reviewer-1', ...reviewer().roles);
const path = '/en/reviews/profile';

const given = () => {
  const profiles = fakeProfiles();
  const { partnerships } = fakePartnerships({});
  const ports = { profiles, partnerships, directory: partnerships, cursors: openCursors };
  const conflicts = {
    viewPersonProfile: viewPersonProfile(ports),
    savePersonProfile: savePersonProfile(ports),
    listPartnerships: listPartnerships(ports),
  };
  // Only this page is asked for.
  const useCases = { conflicts } as unknown as AreaUseCases;
  const site = webApp({ people: [me], useCases });
  const html = async (at = path) => (await site.get(at, { as: me })).text();
  /** What the page's own form would send, with some of it typed otherwise. */
  const send = (form: Record<string, string>) => site.post(path, { japanese: 'none', ...form }, { as: me });
  return { profiles, html, send, site };
};

test('two chapters are kept, and saving again drops neither', async () => {
  const { profiles, send, html } = given();
  const chapters = { 'chapters.0': 'jetaa-texoma', 'chapters.1': 'jetaa-northern-california' };
  expect((await send({ version: '0', ...chapters })).status).toBe(303);
  const kept = (await profiles.find('reviewer-1'))?.chapters;
  expect(kept).toHaveLength(2);
  expect((await html()).match(/<option value="jetaa-[a-z-]+" selected/g)).toHaveLength(2);
});

test('the chapter of an alum beside as many as are asked for is shown, and saving again does not remove it', async () => {
  const { profiles, send, html } = given();
  const all = jetaaChapters.map(({ id }) => id);
  const ids = all.filter((id) => id.startsWith('jetaa-')).slice(0, 6);
  const chapters = Object.fromEntries(ids.map((id, at) => [`chapters.${at}`, id]));
  expect((await send({ version: '0', ...chapters })).status).toBe(303);
  expect((await html()).match(/<option value="jetaa-[a-z-]+" selected/g)).toHaveLength(6);
  expect((await profiles.find('reviewer-1'))?.chapters).toEqual(ids);
});

test('a name that several towns bear is asked about with a list, and what is picked stays picked', async () => {
  const { profiles, send, html } = given();
  const place = {
    'placements.0.text': 'Fuchu',
    'placements.0.role': 'ALT',
    'placements.0.from': '2009',
    'placements.0.to': '2012',
  };
  await send({ version: '0', ...place });
  expect((await profiles.find('reviewer-1'))?.placements[0]?.place.municipality).toBeUndefined();
  const asked = await html();
  expect(asked).toContain('Which “Fuchu”?');
  const [, code = ''] = /type="radio"[^>]*name="placements\.0\.code"[^>]*value="(\d{5})"/.exec(asked) ?? [];
  await send({ version: '1', ...place, 'placements.0.said': 'Fuchu', 'placements.0.code': code });
  const picked = (await profiles.find('reviewer-1'))?.placements[0]?.place;
  expect(picked?.municipality?.code).toBe(code);

  const shown = await html();
  expect(shown).toContain(`value="${code}"`);
  const { nameJa = '', prefecture = '' } = picked?.municipality ?? {};
  const again = { ...place, 'placements.0.text': nameJa, 'placements.0.prefecture': prefecture };
  await send({ version: '2', ...again, 'placements.0.said': nameJa, 'placements.0.code': code });
  expect((await profiles.find('reviewer-1'))?.placements[0]?.place.municipality?.code).toBe(code);
  // Written otherwise, the earlier pick no longer stands for it; emptied, the row is gone.
  const moved = {
    ...place,
    'placements.0.text': '大分市',
    'placements.0.said': nameJa,
    'placements.0.code': code,
  };
  await send({ version: '3', ...moved });
  expect((await profiles.find('reviewer-1'))?.placements[0]?.place.municipality?.nameJa).toBe('大分市');
  await send({ version: '4', 'placements.0.said': '大分市', 'placements.0.code': code });
  expect((await profiles.find('reviewer-1'))?.placements).toEqual([]);
});

/** A placement as its row sends it. */
const served = (over: Record<string, string> = {}) => ({
  'placements.0.text': '佐賀関町',
  'placements.0.prefecture': 'Oita',
  'placements.0.role': 'CIR',
  'placements.0.from': '2001',
  'placements.0.to': '2003',
  ...over,
});

test('a town that has merged keeps its words beside the present one, asked for without scripts, in both languages', async () => {
  const { profiles, send, html } = given();
  const stored = async () => (await profiles.find('reviewer-1'))?.placements[0]?.place;
  expect(await html()).not.toContain('Now part of');
  await send({ version: '0', ...served() });
  expect(await stored()).toEqual({ text: '佐賀関町', prefecture: 'Oita' });
  const asked = await html();
  expect(asked).toContain('name="placements.0.now.text"');
  expect(asked).toContain('<option value="大分市">Oita</option>');
  expect(await html('/ja/reviews/profile')).toContain('現在の市区町村名');

  const said = { 'placements.0.said': '佐賀関町' };
  const refused = await send({ version: '1', ...served(said), 'placements.0.now.text': 'O' });
  expect(refused.status).toBe(400);
  const choices = await refused.text();
  expect(choices).toContain('href="#placements-0-now-text"');
  expect(choices).toContain('Say which town it is: choose it below.');
  expect(choices).toMatch(/type="radio"[^>]*name="placements\.0\.now\.code"[^>]*value="44201"/);

  const now = {
    'placements.0.now.text': 'O',
    'placements.0.now.said': 'O',
    'placements.0.now.code': '44201',
  };
  expect((await send({ version: '1', ...served(said), ...now })).status).toBe(303);
  expect(await stored()).toMatchObject({ text: '佐賀関町', municipality: { nameJa: '大分市' } });
  const shown = await html();
  for (const kept of ['value="佐賀関町"', 'name="placements.0.now.code" value="44201"'])
    expect(shown).toContain(kept);
  // Saved again as it is shown, nothing changes; taken out, it is remembered as it was said.
  const again = {
    ...said,
    'placements.0.now.text': '大分市',
    'placements.0.now.said': '大分市',
    'placements.0.now.code': '44201',
  };
  await send({ version: '2', ...served(again) });
  expect(await stored()).toMatchObject({ text: '佐賀関町', municipality: { nameJa: '大分市' } });
  await send({ version: '3' });
  expect(await html()).toContain('JET placement: 佐賀関町 (now part of 大分市) 2001–2003');
  expect(await html('/ja/reviews/profile')).toContain('佐賀関町（現 大分市） 2001–2003');
});

test('who employed them is kept with the placement and shown again, and its name alone is refused by the kind', async () => {
  const { profiles, send, html } = given();
  const employer = { 'placements.0.contractingOrganisation.name': '別府市教育委員会' };
  const refused = await send({ version: '0', ...served(employer) });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('href="#placements-0-contractingOrganisation-kind"');
  const kind = { 'placements.0.contractingOrganisation.kind': 'board-of-education' };
  await send({ version: '0', ...served({ ...employer, ...kind }) });
  expect((await profiles.find('reviewer-1'))?.placements[0]?.contractingOrganisation).toMatchObject({
    kind: 'board-of-education',
    name: '別府市教育委員会',
    place: { municipality: { nameJa: '別府市' } },
  });
  const japanese = await html('/ja/reviews/profile');
  expect(japanese).toContain('任用団体の種別');
  expect(japanese).toContain('value="別府市教育委員会"');
  expect(japanese).toContain('<option value="board-of-education" selected');
});

test('years that no placement can have are told under the row they were typed in, in both languages', async () => {
  const { send, site } = given();
  const row = {
    ...{ 'placements.2.text': '大分市', 'placements.2.role': 'ALT' },
    ...{ 'placements.2.from': '2001', 'placements.2.to': '2009' },
  };
  const refused = await send({ version: '0', ...row });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain('href="#placements-2-to"');
  expect(html).toContain('One placement lasts five years at most.');
  const form = { version: '0', japanese: 'none', ...row };
  const inJapanese = await site.post('/ja/reviews/profile', form, { as: me });
  expect(await inJapanese.text()).toContain('一つの配属先の在任期間は最長5年です。');
});

test('of a home the state is enough, and the page says what that keeps closed until the city is said', async () => {
  const { profiles, send, html } = given();
  const home = { 'home.in': 'us', 'home.state': 'WA' };
  expect((await send({ version: '0', ...home, 'home.city': '' })).status).toBe(303);
  expect((await profiles.find('reviewer-1'))?.home).toEqual({ in: 'us', city: '', state: 'WA' });
  expect(await html()).toContain('You say your state alone: Washington.');
  expect(await html('/ja/reviews/profile')).toContain('居住地はワシントン州のみ登録されています。');
  await send({ version: '1', ...home, 'home.city': 'Kent' });
  const said = await html();
  expect(said).not.toContain('You say your state alone');
  expect(said).not.toContain('Home: Washington');
  const nowhere = await send({ version: '2', 'home.in': 'us', 'home.city': 'Springfield', 'home.state': '' });
  expect(nowhere.status).toBe(400);
  expect(await nowhere.text()).toContain('href="#home-state"');
});

test('Ibaraki asks for the city in Osaka, the town or the prefecture, and the prefecture stays chosen', async () => {
  const { profiles, send, html } = given();
  const row = served({ 'placements.0.text': 'Ibaraki', 'placements.0.prefecture': '' });
  await send({ version: '0', ...row });
  const asked = await html();
  for (const choice of ['茨木市 (Ibaraki), Osaka', '茨城町 (Ibaraki), Ibaraki', 'Ibaraki: no single town'])
    expect(asked).toContain(choice);
  expect(await html('/ja/reviews/profile')).toContain('大阪府 茨木市（Ibaraki）');
  const picked = { 'placements.0.said': 'Ibaraki', 'placements.0.code': 'prefecture' };
  await send({ version: '1', ...row, ...picked });
  expect((await profiles.find('reviewer-1'))?.placements[0]?.place).toEqual({
    text: 'Ibaraki',
    prefecture: 'Ibaraki',
  });
  expect(await html()).toMatch(/name="placements\.0\.code" value="prefecture" checked/);
});

test('a partnership is found by the directory’s words, and saved again as it is shown', async () => {
  const { profiles, send, html } = given();
  await send({ version: '0', 'partnerships.0.pair': 'Austin – Oita', 'partnerships.0.as': 'board' });
  const id = (await profiles.find('reviewer-1'))?.partnerships[0]?.partnershipId ?? '';
  expect(id).not.toBe('');
  const shown = await html();
  expect(shown).toContain(`value="${id}"`);
  const kept = { 'partnerships.0.said': 'Austin TX Oita', 'partnerships.0.picked': id };
  await send({
    version: '1',
    'partnerships.0.pair': 'Austin TX Oita',
    'partnerships.0.as': 'contact',
    ...kept,
  });
  expect((await profiles.find('reviewer-1'))?.partnerships).toEqual([{ partnershipId: id, as: 'contact' }]);
});

test('what is refused comes back whole, each problem under the row it was typed in', async () => {
  const { profiles, send } = given();
  const refused = await send({
    version: '0',
    'organisations.1.name': 'Rivers League',
    'organisations.1.from': 'lately',
    'partnerships.1.pair': 'Atlantis Oz',
    'partnerships.1.as': 'board',
    'chapters.0': 'jetaa-texoma',
  });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  for (const text of [
    'href="#organisations-1-from"',
    'href="#partnerships-1-pair"',
    'value="lately"',
    'value="Atlantis Oz"',
  ])
    expect(html).toContain(text);
  expect(html).toMatch(/value="jetaa-texoma" selected/);
  expect(await profiles.find('reviewer-1')).toBeUndefined();
});

test('the page says that what is removed keeps counting, and shows what is kept, in English and Japanese', async () => {
  const { send, html } = given();
  expect(await html()).toContain('keeps counting for conflicts until the program office has settled');
  const place = {
    'placements.0.text': '大分市',
    'placements.0.role': 'ALT',
    'placements.0.from': '2009',
    'placements.0.to': '2012',
  };
  const home = { 'home.in': 'us', 'home.city': 'Austin', 'home.state': 'TX' };
  const seat = { 'partnerships.0.pair': 'Austin – Oita', 'partnerships.0.as': 'board' };
  await send({ version: '0', ...place, ...home, ...seat, 'chapters.0': 'jetaa-texoma' });
  expect(await html()).not.toContain('JET placement: 大分市');
  await send({ version: '1' });
  const english = await html();
  for (const kept of ['Home: Austin, TX', 'JET placement: 大分市 2009–2012', 'JETAA chapter: '])
    expect(english).toContain(kept);
  expect(english).toMatch(/Sister-city partnership: Austin[^<]*Oita/);
  const japanese = await html('/ja/reviews/profile');
  expect(japanese).toContain('引き続き利益相反の判定に用います');
  expect(japanese).toContain('居住地：テキサス州 Austin');
  expect(japanese).toContain('日（');
  // Put back, it is what the profile says, and nothing that it said before.
  await send({ version: '2', ...place, ...home, ...seat, 'chapters.0': 'jetaa-texoma' });
  expect(await html()).not.toContain('JET placement: 大分市');
});

test('the name in Japanese is kept as typed but for its width, shown again, and kept once it is removed, in both languages', async () => {
  const { profiles, send, html } = given();
  expect(await html()).toContain('Name in Japanese (kanji or kana)');
  expect(await html('/ja/reviews/profile')).toContain('氏名（漢字・かな）');
  expect((await send({ version: '0', nameJa: ' 髙橋　ｻｸﾗ ' })).status).toBe(303);
  expect((await profiles.find('reviewer-1'))?.nameJa).toBe('髙橋 サクラ');
  expect(await html()).toContain('value="髙橋 サクラ"');
  await send({ version: '1', nameJa: '高梨 サクラ' });
  expect(await html()).toContain('Name in Japanese: 髙橋 サクラ');
  expect(await html('/ja/reviews/profile')).toContain('日本語での氏名：髙橋 サクラ');
});

test('a name in Japanese that is too long comes back with its field, and nothing is saved', async () => {
  const { profiles, send } = given();
  const refused = await send({ version: '0', nameJa: '桜'.repeat(121) });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain('href="#nameJa"');
  expect(html).toContain('桜'.repeat(121));
  expect(await profiles.find('reviewer-1')).toBeUndefined();
});

test('the page says which of what one brings assignments go by, and that other languages are for information', async () => {
  const { html } = given();
  const english = await html();
  expect(english).toContain(
    'Assignments go by your themes, your business experience and how well you read Japanese.',
  );
  expect(english).toContain('For information: assignments don’t go by it.');
  expect(await html('/ja/reviews/profile')).toContain('参考情報です。審査の割当てには用いません。');
});
