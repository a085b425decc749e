import { expect, test } from 'vitest';
import { receiptNumber } from '../../../../shared/applications/application.ts';
import { applicantSite } from '../../../support/applicant-site.ts';
import { aRound } from '../../../support/programs-fakes.ts';

const typed = { version: '1', action: 'propose-changes', name: '国際課　山田春夫', approver: '', note: '' };

const asked = async (given: Parameters<typeof applicantSite>[0] = {}) => {
  const site = applicantSite(given);
  await site.post('confirmation', { _key: 'key-1' });
  const link = `/confirm/${site.linkToken()}`;
  const swapped = await site.site.post(`/ja${link}`);
  const cookie =
    swapped.headers
      .getSetCookie()
      .find((one) => one.startsWith('link='))
      ?.split(';')[0] ?? '';
  const open = async (prefix = '/ja', path = '/confirm') => site.site.get(prefix + path, { cookie });
  const of = receiptNumber('app-1');
  const send = async (form: Record<string, string>, headers: Record<string, string> = {}) =>
    site.site.post('/ja/confirm', { of, ...form }, { headers, cookie });
  return { ...site, link, swapped, cookie, open, send };
};

test('opens as a letter with the plan, the era’s years and Japan’s clock first', async () => {
  const { open } = await asked();
  const html = await (await open()).text();
  expect(html).toMatch(
    /<html lang="ja">.*大分市国際課.*時下ますます.*記.*令和9年（2027年）6月1日（火）から.*以上/s,
  );
  expect(html).toMatch(/\$9,000\.00/);
  expect(html.indexOf('日本標準時')).toBeLessThan(html.indexOf('米国東部時間'));
  expect(await (await open('/en')).text()).toMatch(/<html lang="en">.*June 1, 2027/s);
});

test('a rate that the program office states puts yen beside the amount, with its day, as it stood when asked', async () => {
  const round = aRound({ yenRate: { hundredths: 150_00, asOf: '2027-01-04' } });
  const { open } = await asked({ round });
  const html = await (await open()).text();
  expect(html).toMatch(/\$9,000\.00<\/span>（約1,350,000円）<small>1米ドル＝150\.00円で換算した参考額/);
  expect(html).toContain('令和9年（2027年）1月4日');
  expect(await (await open('/en')).text()).toContain('(about ¥1,350,000)');
  const without = await asked();
  expect(await (await without.open()).text()).not.toContain('米ドル＝');
});

test('is never cached and needs no account', async () => {
  const { open } = await asked();
  const response = await open();
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).not.toContain('ログアウト');
});

test('a proposal without words comes back with 400, the field marked and what was typed kept', async () => {
  const { send } = await asked();
  const response = await send(typed);
  expect(response.status).toBe(400);
  const html = await response.text();
  expect(html).toContain('value="国際課　山田春夫"');
  expect(html).toMatch(/value="propose-changes" checked/);
  expect(html).toMatch(/id="note"[^>]*aria-invalid="true"/);
  expect(html).toContain('ご希望の変更内容をご記入ください');
});

test('no answer chosen and no name: both fields are named in Japanese', async () => {
  const { send } = await asked();
  const html = await (await send({ version: '1' })).text();
  expect(html).toMatch(/href="#action">受入れについて.*href="#name">ご担当課名/s);
});

test('days that have passed are not proposed, and a text that is too long is told its limit', async () => {
  const { send, confirmation } = await asked();
  const past = await (await send({ ...typed, arrivesOn: '2020-06-01', leavesOn: '2020-06-08' })).text();
  expect(past).toMatch(/href="#arrivesOn">ご希望の日程（初日）：すでに過ぎた日付です。年をご確認ください/);
  expect(confirmation()?.answer).toBeUndefined();
  const long = await (await send({ ...typed, note: '六月', hosts: '市'.repeat(2001) })).text();
  expect(long).toContain('受入先・受入れの体制：500字以内に短くしてください');
});

test('a sent answer leads back to a sheet for the files, which offers no second one', async () => {
  const { open, send, confirmation } = await asked();
  const response = await send({ ...typed, note: '6月第2週を希望します。', approver: '部長' });
  expect(response.headers.get('location')).toBe('/ja/confirm');
  expect(confirmation()).toMatchObject({ status: 'changes-proposed', answer: { approver: '部長' } });
  const html = await (await open()).text();
  expect(html).toMatch(/ご回答を受け付けました.*照会・回答書.*6月第2週を希望します。/s);
  expect(html).not.toContain('<form');
});

test('an answer to an older version is told and keeps the words', async () => {
  const { send } = await asked();
  const response = await send({ ...typed, version: '7', note: '一日遅く' });
  expect(response.status).toBe(409);
  expect(await response.text()).toContain('一日遅く');
});

test('the applicant reads the answer with its origin, never as verified', async () => {
  const { send, get } = await asked();
  await send({ ...typed, action: 'confirm', note: '<b>歓迎</b>' });
  const html = await (await get('confirmation')).text();
  expect(html).toContain('Confirmed by 大分市国際課');
  expect(html).toContain('city.oita.example');
  expect(html).toContain('have not verified who answered');
  expect(html).toContain('&lt;b&gt;歓迎&lt;/b&gt;');
});

test('a link that opens nothing answers 404 and tells nothing', async () => {
  const { site } = await asked();
  const response = await site.get('/ja/confirm/nothing');
  expect(response.status).toBe(404);
  expect(await response.text()).not.toContain('大分');
});

test('a form sent from another site is refused', async () => {
  const { send } = await asked();
  expect((await send(typed, { origin: 'http://elsewhere.test' })).status).toBe(403);
});

test('the link’s own page shows nothing, changes nothing, and swaps its token for a session', async () => {
  const { site, link, swapped, confirmation } = await asked();
  const response = await site.get(`/ja${link}`);
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  const html = await response.text();
  expect(html).toContain('内容を開く');
  expect(html).not.toContain('大分市国際課');
  expect(confirmation()?.version).toBe(1);
  expect([swapped.status, swapped.headers.get('location')]).toEqual([303, '/ja/confirm']);
  const cookies = swapped.headers.getSetCookie().filter((one) => one.startsWith('link='));
  expect(cookies.map((one) => /Path=([^;]+)/.exec(one)?.[1])).toEqual([
    '/confirm',
    '/en/confirm',
    '/ja/confirm',
  ]);
  for (const one of cookies) expect(one).toMatch(/HttpOnly.*SameSite=Strict/);
  expect(cookies.join()).not.toContain(link.slice('/confirm/'.length));
});

test('without a session the page says to open the mail’s link, and names nobody', async () => {
  const { site } = await asked();
  const response = await site.get('/ja/confirm');
  expect(response.status).toBe(401);
  const html = await response.text();
  expect(html).toContain('メールのリンクからもう一度お開きください');
  expect(html).not.toContain('大分');
});

test('saved while the approval is awaited, it stands there again, and nobody is mailed', async () => {
  const { send, open, mails, confirmation } = await asked();
  const response = await send({ do: 'keep', version: '1', action: '', name: '', hopes: '音楽の交流' });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/ja/confirm']);
  expect(confirmation()).toMatchObject({ status: 'awaiting-approval', kept: { hopes: '音楽の交流' } });
  expect(mails).toHaveLength(1);
  const html = await (await open()).text();
  expect(html).toMatch(/決裁待ちとして保存されています.*音楽の交流/s);
});

test('the applicant sees that an approval is under way, and not what it is about', async () => {
  const { send, get } = await asked();
  await send({ do: 'keep', version: '1', action: 'decline', name: '山田', note: '未決' });
  const html = await (await get('confirmation')).text();
  expect(html).toContain('Awaiting the office');
  expect(html).not.toContain('未決');
});

test('other days go with a proposal, and a wrong pair of them is named in Japanese', async () => {
  const { send, open } = await asked();
  const days = { arrivesOn: '2027-06-10', leavesOn: '2027-06-09' };
  const wrong = await send({ ...typed, ...days });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain('最終日が初日より前にならないよう');
  expect((await send({ ...typed, ...days, leavesOn: '2027-06-17' })).status).toBe(303);
  expect(await (await open()).text()).toContain('令和9年（2027年）6月17日');
});

test('handed on to a colleague the link has ended for the hander; another domain is refused with what was typed', async () => {
  const { send, open } = await asked();
  const refused = await send({
    do: 'hand-on',
    version: '1',
    colleagueName: '後任',
    colleagueEmail: 'a@b.example',
  });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toMatch(/city\.oita\.example のアドレス.*value="a@b\.example"/s);
  const paused = await send({
    do: 'hand-on',
    version: '1',
    colleagueName: '',
    colleagueEmail: 'next@city.oita.example',
  });
  // The request itself went out a moment ago.
  expect([paused.status, (await paused.text()).includes('以降に送信できます')]).toEqual([409, true]);
  expect((await open()).status).toBe(200);
});

test('an answer for another request than the open one goes nowhere', async () => {
  const { send, confirmation } = await asked();
  const response = await send({ ...typed, action: 'confirm', of: 'SHM-OTHER' });
  expect(response.status).toBe(401);
  expect(await response.text()).toContain('別の照会が開かれています');
  expect(confirmation()?.status).toBe('requested');
});

test('the sheet prints question and answer half, with what was saved', async () => {
  const { send, open } = await asked();
  await send({ do: 'keep', version: '1', action: 'confirm', name: '国際課 山田', hosts: '市民会館' });
  const html = await (await open('/ja', '/confirm/sheet')).text();
  expect(html).toMatch(/照会・回答書.*（照会）.*（回答）.*☑ 上記の内容で受入れが可能です.*市民会館/s);
});
