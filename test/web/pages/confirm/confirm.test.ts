import { expect, test } from 'vitest';
import { applicantSite } from '../../../support/applicant-site.ts';

const typed = { version: '1', action: 'propose-changes', name: '国際課　山田春夫', approver: '', note: '' };

const asked = async (now?: Date) => {
  const site = applicantSite(now ? { now } : {});
  await site.post('confirmation', { _key: 'key-1' });
  const page = `/confirm/${site.linkToken()}`;
  const open = async (prefix = '/ja') => site.site.get(prefix + page);
  const send = async (form: Record<string, string>, headers: Record<string, string> = {}) =>
    site.site.post(`/ja${page}`, form, { headers });
  return { ...site, page, open, send };
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

test('a sent answer leads back to a sheet for the files, which offers no second one', async () => {
  const { open, send, page, confirmation } = await asked();
  const response = await send({ ...typed, note: '6月第2週を希望します。', approver: '部長' });
  expect(response.headers.get('location')).toBe(`/ja${page}`);
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
