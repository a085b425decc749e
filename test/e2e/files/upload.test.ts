import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { attachmentLimits } from '../../../shared/applications/attachment.ts';
import { type Draft, newContext, openDraft, owner, signIn } from '../writing/austins-draft.ts';

let draft: Draft;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  draft = await openDraft();
});
afterAll(() => draft?.close());
beforeEach(async () => {
  context = await newContext(draft.browser);
  page = await context.newPage();
  await signIn(page, draft.platform.origin, owner);
});
afterEach(() => context.close());

const status = () => page.locator('[data-upload-status]');
const send = () => page.getByRole('button', { name: 'Send the file' }).click();
const stateOf = (name: string) =>
  page.locator('tr', { hasText: name }).locator('.badge').first().textContent();
const pdf = (content: string | Buffer) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(content)]);

/** Says what the file is, and chooses it on the page that follows. */
const choose = async (purpose: string, buffer: Buffer) => {
  await page.goto(draft.address('files/new'));
  await page.fill('[name=purpose]', purpose);
  await page.locator('[name=type][value="application/pdf"]').check({ force: true });
  await Promise.all([page.waitForEvent('load'), page.locator('main .go').click()]);
  await page.locator('#file').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer });
};
/** The list follows by itself what happens to a file. */
const arrivesAs = async (name: string, state: RegExp) => {
  await page.waitForURL(/\/attachments$/);
  await expect.poll(() => stateOf(name), { timeout: 30_000 }).toMatch(state);
};

test('a file goes up with a bar that says how far it is, is found clean, and opens as a download', async () => {
  await choose('Letter of the mayor', pdf(Buffer.alloc(1024 * 1024, 'x')));
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 500 * 1024 },
  });
  await send();
  await expect.poll(() => status().textContent(), { timeout: 20_000 }).toMatch(/^[1-9]\d? % sent$/);
  expect(await page.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0);
  await arrivesAs('Letter of the mayor', /Arrived, no malware found/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Letter of the mayor/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Letter of the mayor.*\.pdf$/);
});

test('a connection lost on the way is said in plain words, and the same button sends the same file', async () => {
  await choose('Programme of the visit', pdf('by train'));
  const store = `${new URL((await page.locator('form[data-upload]').getAttribute('action')) ?? '').origin}/**`;
  await page.route(store, (route) => route.abort());
  await send();
  await expect
    .poll(() => status().textContent())
    .toMatch(/has not arrived.*Press “Send the file” to try again/);
  await page.unroute(store);
  await send();
  await arrivesAs('Programme of the visit', /Arrived, no malware found/);
});

test('a file that is too large is refused before a byte of it is sent', async () => {
  await choose('Film of the last visit', pdf(Buffer.alloc(attachmentLimits.each)));
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.method()));
  await send();
  expect(await status().textContent()).toMatch(/larger than 25 MB.*nothing was sent/);
  expect(sent).toEqual([]);
});

test('what the scanner takes for malware is named in the list and opens for nobody', async () => {
  // The test file that every scanner knows, in halves, or this file would be one itself: https://www.eicar.org.
  const halves = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'];
  await choose('Letter from a strange computer', pdf(halves.join('')));
  await send();
  await arrivesAs('Letter from a strange computer', /Malware found/);
  expect(await page.locator('main').innerText()).toContain('the application cannot be submitted with it');
  const row = page.locator('tr', { hasText: 'Letter from a strange computer' });
  expect(await row.locator('a').count()).toBe(0);
  const id = (await row.locator('[id^=files-]').getAttribute('id'))?.replace('files-', '');
  await page.goto(draft.address(`files/${id}`));
  expect(await page.locator('h1').textContent()).toBe('Malware was found in this file');
});

test('what is no PDF though it says so is told apart by its content', async () => {
  await choose('Not a letter', Buffer.from('<html><script>alert(1)</script></html>'));
  await send();
  await arrivesAs('Not a letter', /Not of the kind its name says/);
});
