import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { crash } from '../../support/browser.ts';
import {
  type Draft,
  editor,
  endSession,
  kept,
  newContext,
  openDraft,
  owner,
  putBack,
  says,
  sayWho,
  signIn,
  signOut,
  status,
  told,
} from './austins-draft.ts';

let draft: Draft;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  draft = await openDraft();
  const first = await newContext(draft.browser);
  const editorsPage = await first.newPage();
  await signIn(editorsPage, draft.platform.origin, editor);
  await draft.accept(editorsPage);
  await first.close();
});
afterAll(() => draft?.close());
beforeEach(async () => {
  context = await newContext(draft.browser);
  page = await context.newPage();
  await signIn(page, draft.platform.origin, owner);
});
afterEach(() => context.close());

const open = async (name = 'project') => {
  await page.goto(draft.address(name));
  return page;
};
const again = async (name = 'project') => {
  page = await context.newPage();
  return open(name);
};
const withoutServer = (on: Page) =>
  on.route('**/applications/**', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
const storedTitle = async () => (await draft.stored('project')).title;

test('a tab closed within the pause after the last word loses none', async () => {
  await open();
  await page.fill('#title', 'Closed at once');
  await page.close({ runBeforeUnload: true });
  await expect.poll(storedTitle, { timeout: 10_000 }).toBe('Closed at once');
});

test('after a crash the words come back from this device, with a row that was never saved', async () => {
  await open('outcomes?open=objectives');
  await withoutServer(page);
  const rows = await page.locator('[name$=".measure"]').count();
  await page.fill(`[name="objectives.${rows - 1}.objective"]`, 'A row of which no server heard');
  await expect.poll(async () => (await kept(page, 'no server heard')).copies, { timeout: 10_000 }).toBe(1);
  expect(await kept(page, 'no server heard')).toMatchObject({ readable: false, extractable: false });
  await crash(page);

  await again('outcomes');
  await putBack(page);
  await expect
    .poll(async () => JSON.stringify(await draft.stored('outcomes')), { timeout: 10_000 })
    .toContain('A row of which no server heard');
  await expect.poll(() => page.locator('main').innerText(), { timeout: 10_000 }).toContain('no server heard');
  await expect.poll(async () => (await kept(page, 'x')).copies, { timeout: 10_000 }).toBe(0);
});

test('a minute without a network costs no word, and saving goes on by itself', async () => {
  await page.clock.install();
  await open();
  await context.setOffline(true);
  await page.fill('#title', 'Written in a tunnel');
  await page.clock.runFor(2000);
  await says(page, /^Not saved yet: no connection/);
  await page.clock.runFor(60_000);
  await page.fill('#focus', 'And on');
  await page.clock.runFor(2000);
  await context.setOffline(false);
  await page.clock.runFor(12_000);
  await says(page, /^Saved at \d/);
  expect(await draft.stored('project')).toMatchObject({ title: 'Written in a tunnel', focus: 'And on' });
});

test('a session that ends while one writes and sends costs nothing: the filled form comes back after signing in', async () => {
  const { origin } = draft.platform;
  await open();
  await endSession(context, origin);
  await page.fill('#title', 'After midnight');
  await says(page, /your sign-in has ended/);
  expect(await status(page).locator('a').getAttribute('target')).toBe('_blank');
  await Promise.all([page.waitForEvent('load'), page.locator('main .go[value=continue]').click()]);
  expect(await page.locator('main').innerText()).toContain('Please sign in again');
  await page.locator('main a.go').click();
  const address = page.locator('input[name=email]');
  await address.or(page.locator('#title')).first().waitFor();
  // The identity provider may know the person still, and then asks nothing.
  if ((await address.count()) > 0) await sayWho(page, origin, owner);
  expect(await page.inputValue('#title')).toBe('After midnight');
  // What came back is saved without another key pressed.
  await says(page, /^Saved at \d/);
  expect(await storedTitle()).toBe('After midnight');
});

test('signed in again in another tab, the page that was left open goes on saving', async () => {
  const { origin } = draft.platform;
  await open();
  await endSession(context, origin);
  await page.fill('#title', 'Two tabs');
  await says(page, /your sign-in has ended/);
  const other = await context.newPage();
  await signIn(other, origin, owner);
  await other.close();
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await says(page, /^Saved at \d/);
  expect(await storedTitle()).toBe('Two tabs');
});

test('another account on the same computer finds nothing, and the words wait for whose they are', async () => {
  const { origin } = draft.platform;
  await open();
  await withoutServer(page);
  await page.fill('#title', 'For my eyes');
  await expect.poll(async () => (await kept(page, 'x')).copies, { timeout: 10_000 }).toBe(1);
  // Closed, it would send them along once more, past what stands for the missing network.
  await crash(page);
  await context.clearCookies();

  page = await context.newPage();
  await signIn(page, origin, editor);
  await open();
  await page.waitForTimeout(1500);
  expect(await told(page).count()).toBe(0);
  expect((await kept(page, 'For my eyes')).readable).toBe(false);
  // Who signs out takes nothing with them that is another's.
  await signOut(page);
  await context.clearCookies();

  await signIn(page, origin, owner);
  await open();
  await putBack(page);
  await expect.poll(storedTitle, { timeout: 10_000 }).toBe('For my eyes');
});

test('signing out leaves nothing on the device, other tabs of the account included', async () => {
  await open();
  await withoutServer(page);
  await page.fill('#title', 'Gone with me');
  await expect.poll(async () => (await kept(page, 'x')).copies, { timeout: 10_000 }).toBe(1);
  const other = await context.newPage();
  await other.goto(draft.address('sustainability'));
  await signOut(other);
  expect(await kept(other, 'x')).toMatchObject({ copies: 0, keys: 0 });
  await page.fill('#title', 'Still typing in the other tab');
  await page.waitForTimeout(1000);
  expect(await kept(other, 'x')).toMatchObject({ copies: 0, keys: 0 });
});

test('on a computer said to be shared nothing is kept, and one is warned before words would be lost', async () => {
  await open();
  await page.locator('[data-shared]').check();
  await withoutServer(page);
  await page.fill('#title', 'Nowhere but here');
  await says(page, /^Not saved yet/);
  expect(await kept(page, 'x')).toMatchObject({ copies: 0, keys: 0 });
  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await again();
  expect(await page.locator('[data-shared]').isChecked()).toBe(true);
});

test('what is pasted from Word comes in as it is kept, and one undo takes it back', async () => {
  await open('sustainability');
  await page.focus('#programming');
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '\uf0b7\tFirst\u00a0exch\u00adange\u000bSecond');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  expect(await page.inputValue('#programming')).toBe('• First exchange\nSecond');
  expect(await page.textContent('#programming-limit')).toBe('Words: 4 of at most 400');
  await page.keyboard.press('Control+z');
  expect(await page.inputValue('#programming')).toBe('');
});

test('a whole section is written and saved by keyboard alone', async () => {
  await open('project');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 60 && (await focused()) !== name; presses += 1)
      await page.keyboard.press('Tab');
    expect(await focused()).toBe(name);
  };
  const write = async (name: string, words: string) => {
    await tabTo(name);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(words);
  };
  await write('title', 'By keyboard');
  await tabTo('theme');
  await page.keyboard.press('ArrowDown');
  const theme = await page.evaluate(
    () => document.querySelector<HTMLInputElement>('[name=theme]:checked')?.value,
  );
  await write('focus', 'Without a mouse');
  await write('summary', 'Every field is reached in its order.');
  await says(page, /^Saved at \d/);
  await expect
    .poll(() => draft.stored('project'), { timeout: 10_000 })
    .toEqual({
      title: 'By keyboard',
      theme,
      focus: 'Without a mouse',
      summary: 'Every field is reached in its order.',
    });
  await tabTo('do');
  await Promise.all([page.waitForURL('**/outcomes'), page.keyboard.press('Enter')]);
});
