import { createHash } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

/**
 * A browser that came with the packages; no system package is needed. It paints without the graphics stack, which takes
 * most of the time where there is no graphics card, and outlives a page that is closed.
 */
export const openBrowser = async (): Promise<Browser> => {
  chromium.setGraphicsMode = false;
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      ...chromium.args.filter((one) => one !== '--single-process'),
      ...['--disable-gpu', '--disable-background-networking', '--no-first-run'],
    ],
  });
};

/** The page ends as in a crash: nothing of it runs any more, not even what a page does when it is closed. */
export const crash = async (page: Page): Promise<void> => {
  const crashed = page.waitForEvent('crash');
  void page.goto('chrome://crash').catch(() => undefined);
  await crashed;
};

/** Opens the page as a phone would, and names every table in it that has to be scrolled sideways. */
export const scrolledOnPhone = async (page: Page): Promise<readonly string[]> => {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  const names = await page
    .locator('.frame')
    .evaluateAll((frames) =>
      frames
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map((frame) => frame.getAttribute('aria-label') ?? ''),
    );
  if (size) await page.setViewportSize(size);
  return names;
};

export type Manner = { readonly language: 'en' | 'ja'; readonly scripts: boolean };

export type Walker = {
  readonly page: Page;
  /** Opens one of our own pages in the walk's language, and looks at it. */
  readonly open: (path: string) => Promise<void>;
  /** Fills fields by name: text, choices, boxes, lists. */
  readonly fill: (values: Readonly<Record<string, string | readonly string[]>>) => Promise<void>;
  /** Presses the page's one filled button, or another by a selector, and looks at where it leads. */
  readonly press: (selector?: string) => Promise<void>;
  readonly signIn: (email: string) => Promise<void>;
  readonly text: () => Promise<string>;
};

/** Everything axe found on any page met, by page; empty at the end of a good walk. */
export const findings: string[] = [];

const inspected = new Set<string>();

/** Once for each page as it stands: a page met again unchanged has been looked at. axe is put in by the driver, so it runs with scripts blocked too. */
const inspect = async (page: Page): Promise<void> => {
  const { pathname } = new URL(page.url());
  const content = await page.locator('body').innerText();
  const key = createHash('sha256').update(`${pathname}\n${content}`).digest('hex');
  if (inspected.has(key)) return;
  inspected.add(key);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // Without a second page to sum up in: ours have no frames.
    .setLegacyMode()
    .analyze();
  for (const { id, nodes } of violations)
    findings.push(`${new URL(page.url()).pathname}: ${id}: ${nodes[0]?.html.slice(0, 160)}`);
};

/** One person with a browser of their own. With `scripts` off every module of ours is blocked on its way. */
export const walker = async (
  browser: Browser,
  origin: string,
  { language, scripts }: Manner,
): Promise<Walker> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: language === 'ja' ? 'ja-JP' : 'en-US',
  });
  if (!scripts) await context.route('**/*.js', (route) => route.abort());
  const page = await context.newPage();
  const open = async (path: string) => {
    const response = await page.goto(`${origin}/${language}${path}`);
    if (!response?.ok()) throw new Error(`${path} answered ${response?.status()}`);
    await inspect(page);
  };
  return {
    page,
    open,
    text: () => page.locator('main').innerText(),
    fill: async (values) => {
      for (const [name, value] of Object.entries(values)) await fillOne(page, name, value);
    },
    press: async (selector = 'main .go') => {
      await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()]);
      if (page.url().startsWith(origin)) await inspect(page);
    },
    signIn: async (email) => {
      await page.goto(`${origin}/${language}/sign-in?next=/account`);
      await page.locator('input[name=email]').fill(email);
      await page.locator('form:has(input[name=email]) button').last().click();
      await page.waitForURL(`${origin}/**`);
    },
  };
};

const fillOne = async (page: Page, name: string, value: string | readonly string[]) => {
  const fields = page.locator(`main [name="${name}"]:not([type=hidden])`);
  const kind = await fields
    .first()
    .evaluate((element) => `${element.tagName}:${element.getAttribute('type') ?? ''}`);
  const values = typeof value === 'string' ? [value] : value;
  if (kind === 'SELECT:') await fields.first().selectOption(value as string);
  else if (kind === 'INPUT:radio' || kind === 'INPUT:checkbox')
    for (const one of values)
      await page.locator(`main [name="${name}"][value="${one}"]`).check({ force: true });
  else await fields.first().fill(values[0] ?? '');
};
