import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildAssets } from '../../../infra/build/assets.ts';
import { projectFolders } from '../../../infra/build/folders.ts';
import { freePort } from '../../../infra/local/free-port.ts';
import { declineReview } from '../../../shared/reviews/decline-review.ts';
import { listMyReviews } from '../../../shared/reviews/list-my-reviews.ts';
import { listRevisions } from '../../../shared/reviews/list-revisions.ts';
import { raiseFlag } from '../../../shared/reviews/raise-flag.ts';
import { saveReview } from '../../../shared/reviews/save-review.ts';
import { submitReview } from '../../../shared/reviews/submit-review.ts';
import { viewReview } from '../../../shared/reviews/view-review.ts';
import { crash, openBrowser, scrolledOnPhone } from '../../support/browser.ts';
import type { AreaUseCases } from '../../support/every-area.ts';
import {
  aDraftFile,
  anApplication,
  aReview,
  emptyWords,
  inReview,
  reviewer,
  reviewPorts,
} from '../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../support/web-app.ts';
import { serveApp } from './serve-app.ts';

const me = aPerson('reviewer-1', ...reviewer().roles);
const id = aReview().id;

let browser: Browser;
let out: string;
let origin: string;
let stop: () => void;
let ports: ReturnType<typeof reviewPorts>;
let context: BrowserContext;

/** The ports of the moment: each test begins with an empty draft. */
const now = (): ReturnType<typeof reviewPorts> => ports;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'shimai-assets-'));
  const { manifest } = await buildAssets({ root: projectFolders.root, build: out });
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const reviews: Partial<AreaUseCases['reviews']> = {
    listMyReviews: (...asked) => listMyReviews(now())(...asked),
    viewReview: (...asked) => viewReview(now())(...asked),
    saveReview: (...asked) => saveReview(now())(...asked),
    submitReview: (...asked) => submitReview(now())(...asked),
    declineReview: (...asked) => declineReview(now())(...asked),
    listRevisions: (...asked) => listRevisions(now())(...asked),
    raiseFlag: (...asked) => raiseFlag(now())(...asked),
  };
  // Only this area's pages are asked for.
  const useCases = { reviews } as unknown as AreaUseCases;
  const { app } = webApp({ people: [me], useCases, ports: { publicOrigin: origin, clock: () => inReview } });
  ({ stop } = await serveApp({ app, manifest, out, origin, port }));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  stop?.();
  await rm(out, { recursive: true });
});
beforeEach(async () => {
  ports = reviewPorts({
    files: [aDraftFile({}, emptyWords)],
    applications: [anApplication({ status: 'in-review' })],
  });
  await context?.close();
  context = await browser.newContext();
  await signIn();
});

const signIn = () =>
  context.addCookies([{ name: 'session', value: 'reviewer-1.token-of-a-session-that-is-open', url: origin }]);
const open = async (): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${origin}/en/reviews/${id}`);
  return page;
};
const status = (page: Page) => page.locator('[data-autosave-status]').textContent();
const draft = async () => (await ports.reviews.find(id))?.draft;
const note = '[name=noteToCommittee]';

test('scores go by key, are said, and the total and what is missing run along', async () => {
  const page = await open();
  const missing = () => page.locator('[data-missing]:visible').count();
  expect(await missing()).toBe(4);
  await page.keyboard.press('j');
  await page.keyboard.press('4');
  expect(await page.textContent('[data-score-said]')).toBe('outcomes: 4');
  await page.keyboard.press('j');
  await page.keyboard.press('5');
  await page.keyboard.press('k');
  await page.keyboard.press('3');
  expect(await page.isChecked('[name="scores.outcomes"][value="3"]')).toBe(true);
  expect(await page.textContent('[data-score-total] strong')).toBe('3.75');
  expect(await missing()).toBe(2);
  await expect
    .poll(async () => (await draft())?.assessment.scores, { timeout: 10_000 })
    .toEqual({
      outcomes: 3,
      people: 5,
    });
  // In a text field the same keys are letters.
  await page.click(note);
  await page.keyboard.type('jk5');
  expect(await page.inputValue(note)).toBe('jk5');
});

test('keys can be switched off, and stay off', async () => {
  const page = await open();
  await page.locator('[data-keys] input').uncheck();
  await page.goto(`${origin}/en/reviews/${id}`);
  expect(await page.locator('[data-keys] input').isChecked()).toBe(false);
  await page.locator('[name="scores.outcomes"]').first().focus();
  await page.keyboard.press('4');
  expect(await page.isChecked('[name="scores.outcomes"][value="4"]')).toBe(false);
});

test('words written without a network outlive the tab and come back', async () => {
  const page = await open();
  await page.route(`**/reviews/${id}`, (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.fill(note, 'Written on a train');
  await expect.poll(() => status(page), { timeout: 10_000 }).toMatch(/^Not saved yet/);
  // Closed, it would send them along once more, past what stands for the missing network.
  await crash(page);
  const again = await open();
  await again.getByRole('button', { name: 'Put them back' }).click();
  expect(await again.inputValue(note)).toBe('Written on a train');
  await expect
    .poll(async () => (await draft())?.assessment.noteToCommittee, { timeout: 10_000 })
    .toBe('Written on a train');
});

test('a session that ends while one writes costs no word; signing out leaves none on the device', async () => {
  const page = await open();
  await context.clearCookies();
  await page.fill(note, 'After midnight');
  await expect.poll(() => status(page), { timeout: 10_000 }).toMatch(/sign/i);
  await page.close();
  await signIn();
  const again = await open();
  expect(await again.locator('form .notice').textContent()).toContain('Put them back');
  await again.locator('form[action$="/sign-out"] button').first().click();
  await again.waitForURL(`${origin}/en`);
  await signIn();
  const after = await open();
  await after.waitForTimeout(300);
  expect(await after.locator('form .notice').count()).toBe(0);
});

test('two tabs never overwrite each other: the later one is told, and shown both texts', async () => {
  const [first, second] = [await open(), await open()];
  await first.fill(note, 'From the first tab');
  await expect.poll(() => status(first), { timeout: 10_000 }).toMatch(/^Saved at/);
  await second.fill(note, 'From the second tab');
  await expect.poll(() => status(second), { timeout: 10_000 }).toMatch(/changed/);
  expect((await draft())?.assessment.noteToCommittee).toBe('From the first tab');
  await Promise.all([second.waitForEvent('load'), second.click('button[value=save]')]);
  const both = await second.locator('[aria-labelledby=meanwhile]').textContent();
  expect(both).toContain('From the first tab');
  expect(both).toContain('From the second tab');
  expect((await draft())?.assessment.noteToCommittee).toBe('From the first tab');
});

test.each([1280, 390])('the pages have no violation at %s, in both languages', async (width) => {
  const page = await open();
  await page.setViewportSize({ width, height: 900 });
  for (const path of ['/reviews', `/reviews/${id}`, `/reviews/${id}/decline`, `/reviews/${id}/revisions`])
    for (const language of ['en', 'ja']) {
      await page.goto(`${origin}/${language}${path}`);
      expect((await new AxeBuilder({ page }).analyze()).violations, `${language}${path}`).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sideways).toBeLessThanOrEqual(0);
    }
});

test('on a phone nothing of the queue lies beside the screen', async () => {
  const page = await context.newPage();
  await page.goto(`${origin}/ja/reviews`);
  expect(await page.locator('.frame').count()).toBeGreaterThan(0);
  expect(await scrolledOnPhone(page)).toEqual([]);
});
