import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Draft, editor, newContext, openDraft, owner, says, signIn, told } from './austins-draft.ts';

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
  // Each test begins where nothing is answered, hidden answers included.
  await open();
  await page.selectOption('#young-people', 'yes');
  await page.fill('#how-many-young', '');
  await page.selectOption('#young-people', '');
  for (const box of await page.locator('[name=languages]:checked').all()) await box.uncheck();
  await leave(page);
});
afterEach(() => context.close());

type Language = 'en' | 'ja';
const at = (language: Language, name = 'questions') => draft.address(name).replace('/en/', `/${language}/`);
const open = (language: Language = 'en', name = 'questions') => page.goto(at(language, name));
const leave = (on: Page) => Promise.all([on.waitForEvent('load'), on.locator('main .go').click()]);
const stored = () => draft.stored('questions');
const part = (on: Page, question: string) => on.locator(`[data-question="${question}"]`);
const isShown = (question: string) => part(page, question).isVisible();
const words = async (on: Page) => on.locator('main').innerText();
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
const tabTo = async (name: string) => {
  for (let presses = 0; presses < 80 && (await focused()) !== name; presses += 1)
    await page.keyboard.press('Tab');
  expect(await focused()).toBe(name);
};

test.each([
  ['en', 'How many of them?', 'What do you pay for interpreting?'],
  ['ja', '青少年の人数', '通訳に要する費用'],
] as const)('by keyboard alone a question shows and goes with the answer that leads to it (%s)', async (language, many, pay) => {
  await open(language);
  expect([await isShown('how-many-young'), await isShown('interpreting')]).toEqual([false, false]);
  await tabTo('young-people');
  await page.keyboard.press('ArrowDown');
  // At once: nothing was sent for it.
  expect(await isShown('how-many-young')).toBe(true);
  expect(await words(page)).toContain(many);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('how-many-young');
  await page.keyboard.type('12');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowDown');
  expect(await isShown('how-many-young')).toBe(false);
  // What is hidden is not on the way either.
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('languages');

  // Two of the four answers lead on; one of them is enough.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await isShown('interpreting')).toBe(false);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await isShown('interpreting')).toBe(true);
  expect(await words(page)).toContain(pay);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Space');
  expect(await isShown('interpreting')).toBe(false);
  await expect
    .poll(stored, { timeout: 20_000 })
    .toMatchObject({ 'young-people': 'no', languages: 'japanese' });
});

test('a hidden answer is neither checked nor shown to readers, and is there again when it is asked for', async () => {
  await open();
  await page.selectOption('#young-people', 'yes');
  await page.fill('#how-many-young', '99');
  await leave(page);
  // Asked for, it has to be in its bounds.
  expect(page.url()).toContain('/questions?check=1');
  expect(await page.locator('#errors').innerText()).toContain('How many of them?');

  await page.selectOption('#young-people', 'no');
  expect(await isShown('how-many-young')).toBe(false);
  await leave(page);
  expect(new URL(page.url()).pathname).toMatch(/\/counterpart$/);
  expect(await stored()).toMatchObject({ 'young-people': 'no', 'how-many-young': '99' });
  for (const name of ['check', 'print']) {
    await open('en', name);
    expect(await words(page)).toContain('Do young people travel with the delegation?');
    expect(await words(page)).not.toContain('How many of them?');
  }
  await open();
  await page.selectOption('#young-people', 'yes');
  expect(await page.inputValue('#how-many-young')).toBe('99');
});

test.each([
  'en',
  'ja',
] as const)('with scripts off the server shows what the answers lead to before one goes on (%s)', async (language) => {
  const plain = await draft.browser.newContext({ javaScriptEnabled: false });
  await plain.addCookies(await context.cookies());
  const on = await plain.newPage();
  await on.goto(at(language));
  expect(await part(on, 'how-many-young').isVisible()).toBe(false);
  await on.selectOption('#young-people', 'yes');
  await on.locator('[name=languages][value=sign]').check();
  await leave(on);
  expect(on.url()).toBe(`${at(language)}#how-many-young`);
  expect(await part(on, 'how-many-young').isVisible()).toBe(true);
  expect(await part(on, 'interpreting').isVisible()).toBe(true);
  // Neither has to be answered; seen once, they hold nobody up.
  await leave(on);
  expect(on.url()).toContain(at(language, 'counterpart'));

  await on.goto(at(language));
  await on.fill('#how-many-young', '99');
  await on.selectOption('#young-people', 'no');
  await leave(on);
  expect(on.url()).toContain(at(language, 'counterpart'));
  await on.goto(at(language));
  expect(await part(on, 'how-many-young').isVisible()).toBe(false);
  await plain.close();
});

test('what another editor answers shows here the question it leads to, and their ticks are not undone', async () => {
  const theirs = await newContext(draft.browser);
  const other = await theirs.newPage();
  await signIn(other, draft.platform.origin, editor);
  await draft.accept(other);
  await Promise.all([open(), other.goto(at('en'))]);
  await other.selectOption('#young-people', 'yes');
  await other.locator('[name=languages][value=japanese]').check();
  await other.locator('[name=languages][value=interpreted]').check();
  await says(other, /^Saved at \d/);
  await theirs.close();

  await page.fill('#jet-alumni', 'They interpret.');
  await expect.poll(() => told(page).textContent(), { timeout: 20_000 }).toContain(editor);
  expect([await isShown('how-many-young'), await isShown('interpreting')]).toEqual([true, true]);
  const ticked = await page
    .locator('[name=languages]:checked')
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value')));
  expect(ticked).toEqual(['japanese', 'interpreted']);
  await page.fill('#how-many-young', '7');
  await expect.poll(stored, { timeout: 20_000 }).toMatchObject({
    'young-people': 'yes',
    'how-many-young': '7',
    languages: 'japanese,interpreted',
    'jet-alumni': 'They interpret.',
  });
});
