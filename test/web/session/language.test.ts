import { expect, test } from 'vitest';
import { webApp } from '../../support/web-app.ts';

test('an address without a language answers 200 in the language the browser asks for, uncached', async () => {
  const { get } = webApp();
  const response = await get('/privacy', { headers: { 'accept-language': 'fr, ja;q=0.8, en;q=0.7' } });
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('vary')).toMatch(/accept-language/);
  expect(await response.text()).toContain('<html lang="ja">');
});

test('English is spoken where neither cookie nor browser says', async () => {
  const { get } = webApp();
  expect(await (await get('/privacy')).text()).toContain('<html lang="en">');
  const wishes = { headers: { 'accept-language': 'ja;q=0, de' } };
  expect(await (await get('/privacy', wishes)).text()).toContain('<html lang="en">');
});

test('a choice made before outweighs the browser, and the address outweighs both', async () => {
  const { get } = webApp();
  const ask = { cookie: 'language=ja', headers: { 'accept-language': 'en' } };
  expect(await (await get('/privacy', ask)).text()).toContain('<html lang="ja">');
  expect(await (await get('/en/privacy', ask)).text()).toContain('<html lang="en">');
});

test('the switch stays on the page, query included, and opening it is remembered', async () => {
  const { get } = webApp();
  const html = await (await get('/en/components?line=2')).text();
  expect(html).toContain('href="/ja/components?line=2"');
  expect(html).toContain('<link rel="alternate" hreflang="ja" href="/ja/components"');
  expect(html).toContain('<link rel="canonical" href="/en/components"');
  const cookie = (await get('/ja/components')).headers.get('set-cookie');
  expect(cookie).toMatch(/^language=ja;/);
});

test('links inside the site keep the language of the address, or leave it open', async () => {
  const { get } = webApp();
  expect(await (await get('/ja/privacy')).text()).toContain('href="/ja/accessibility"');
  expect(await (await get('/privacy')).text()).toContain('href="/accessibility"');
});

test('an address with two slashes makes no link to another host', async () => {
  const { get } = webApp();
  const html = await (await get('//evil.example/privacy')).text();
  expect(html).not.toMatch(/href="\/\/evil/);
  expect(html).toContain('href="/ja/evil.example/privacy"');
});
