import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectFolders } from '../../../infra/build/folders.ts';
import { freePort } from '../../../infra/local/free-port.ts';
import { openBrowser } from '../../support/browser.ts';
import { serveSite } from './served-site.tsx';

let site: Awaited<ReturnType<typeof serveSite>>;
let browser: Browser;
let out: string;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'shimai-assets-'));
  site = await serveSite({ root: projectFolders.root, out, port: await freePort() });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  site.stop();
  await rm(out, { recursive: true });
});

const signedIn = async (): Promise<Page> => {
  const context = await browser.newContext();
  const value = 'ada.token-of-a-session-that-is-open';
  await context.addCookies([{ name: 'session', value, url: site.origin }]);
  return context.newPage();
};
const status = (page: Page) => page.locator('[data-autosave-status]');
const offer = (page: Page) => page.locator('form .notice');

test.each([
  'light',
  'dark',
] as const)('the components have no violation in the %s scheme, in both languages', async (colorScheme) => {
  for (const path of [
    '/en/components',
    '/ja/components',
    '/ja/privacy',
    '/en/accessibility',
    '/ja/nowhere',
  ]) {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(site.origin + path);
    expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([]);
    await context.close();
  }
});

test('at 320 pixels nothing reaches beyond the page', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  for (const path of ['/en/components', '/ja/components', '/en/privacy']) {
    await page.goto(site.origin + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
  }
  await context.close();
});

test('script and style sheet stay within 15 and 30 KB compressed, and the policy blocks neither', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  const sizes: Record<string, number> = {};
  page.on('console', (message) => complaints.push(message.text()));
  page.on('response', async (response) => {
    const kind = /\.(css|js)/.exec(response.url())?.[1];
    if (kind) sizes[kind] = gzipSync(await response.body()).length;
  });
  await page.goto(`${site.origin}/en/components`, { waitUntil: 'networkidle' });
  expect(complaints).toEqual([]);
  expect(sizes.js).toBeLessThan(15_000);
  expect(sizes.css).toBeLessThan(30_000);
  await context.close();
});

test('a refused form opens at its summary, whose links lead into the fields', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site.origin}/en/components`);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('errors');
  await page.click('#errors a >> nth=0');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('money');
  await page.context().close();
});

test('words are saved a moment after one stops, with the version that came of it', async () => {
  const page = await signedIn();
  await page.goto(`${site.origin}/en/my/words`);
  await page.fill('#words', 'New words');
  await expect.poll(() => status(page).textContent(), { timeout: 10_000 }).toMatch(/^Saved at /);
  expect(site.server.words).toBe('New words');
  expect(await page.inputValue('[name=version]')).toBe(String(site.server.version));
  await page.fill('#more', 'one two three four');
  expect(await page.textContent('#more-limit')).toBe('Words: 4 of at most 3');
  await page.context().close();
});

test('words the server never got come back from this device, and are gone from it once saved', async () => {
  const page = await signedIn();
  await page.goto(`${site.origin}/en/my/words`);
  site.server.says = 'down';
  await page.fill('#words', 'Lost words');
  await expect.poll(() => status(page).textContent(), { timeout: 10_000 }).toMatch(/^Not saved yet/);
  site.server.says = 'saved';
  await page.goto(`${site.origin}/en/my/words`);
  await offer(page).getByRole('button', { name: 'Put them back' }).click();
  expect(await page.inputValue('#words')).toBe('Lost words');
  await expect.poll(() => site.server.words, { timeout: 10_000 }).toBe('Lost words');
  await expect.poll(() => status(page).textContent()).toMatch(/^Saved at /);
  await page.goto(`${site.origin}/en/my/words`);
  await page.waitForTimeout(300);
  expect(await offer(page).count()).toBe(0);
  await page.context().close();
});

test('after another’s save autosave stops, and signing out leaves nothing on the device', async () => {
  const page = await signedIn();
  await page.goto(`${site.origin}/en/my/words`);
  site.server.says = 'stale';
  await page.fill('#words', 'Mine');
  await expect
    .poll(() => status(page).textContent(), { timeout: 10_000 })
    .toMatch(/^Someone else has changed/);
  site.server.says = 'saved';
  await page.goto(`${site.origin}/en/my/words`);
  await expect.poll(() => offer(page).count()).toBe(1);

  await page.click('form[action$="/sign-out"] button');
  await page.waitForURL(`${site.origin}/en`);
  await page
    .context()
    .addCookies([{ name: 'session', value: 'ada.token-of-a-session-that-is-open', url: site.origin }]);
  await page.goto(`${site.origin}/en/my/words`);
  await page.waitForTimeout(300);
  expect(await offer(page).count()).toBe(0);
  await page.context().close();
});

test('a budget’s totals run along in cents, and what is over or short is marked', async () => {
  const page = await signedIn();
  await page.goto(`${site.origin}/en/my/budget`);
  const type = (line: number, field: string, text: string) =>
    page.fill(`[name="lines.${line}.${field}"]`, text);
  await type(0, 'quantity', '3');
  await type(0, 'unitCost', '0.10');
  await type(0, 'requested', '$1,000.20');
  await type(1, 'match', '２００．０４');
  const total = (name: string) => page.textContent(`[data-total="${name}"]`);
  expect(await page.textContent('[data-line-total]')).toBe('$0.30');
  expect(await total('requested')).toBe('$1,000.20');
  expect(await total('left')).toBe('−$0.20');
  expect(await total('match-percent')).toBe('20');
  expect(await page.getAttribute('[data-total="left"]', 'class')).toBe('due');
  await type(0, 'requested', '900');
  expect(await page.getAttribute('[data-total="left"]', 'class')).toBe('');
  await page.context().close();
});
