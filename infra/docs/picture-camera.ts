import { writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { findDemoPerson } from '../local/demo/people.ts';
import type { PicturePage } from './picture-pages.ts';
import type { Places } from './picture-places.ts';
import { smallerPng } from './smaller-png.ts';

export type Manner = { readonly width: number; readonly language: 'en' | 'ja'; readonly dark: boolean };

/** Pixels; what is longer, such as the directory, is cut. */
const tallest = 4200;
/** Someone in California: their clock is neither the round's nor Japan's. */
const timezoneId = 'America/Los_Angeles';

/** A browser window for each opener, signed in where the opener is a demo person. */
export const windowsFor = (browser: Browser, origin: string): ((by: string) => Promise<Page>) => {
  const known = new Map<string, Promise<Page>>();
  const open = async (by: string) => {
    const context = await browser.newContext({ locale: 'en-US', timezoneId });
    await context.addCookies([{ name: 'zone', value: encodeURIComponent(timezoneId), url: origin }]);
    const tab = await context.newPage();
    const person = findDemoPerson(by);
    if (!person) return tab;
    await tab.goto(`${origin}/en/sign-in?next=/account`);
    await tab.locator(`button[value="${person.email}"]`).click();
    await tab.waitForURL(`${origin}/**`);
    return tab;
  };
  return (by) => {
    const tab = known.get(by) ?? open(by);
    known.set(by, tab);
    return tab;
  };
};

const addressOf = ({ path }: PicturePage, places: Places): string =>
  // The braces hold names of places: the type of `path` says so.
  path.replace(/\{(\w+)\}/g, (_, name: string) => places[name as keyof Places]);

export const fileOf = ({ name }: PicturePage, { width, language, dark }: Manner): string =>
  `${name}-${width}-${language}${dark ? '-dark' : ''}.png`;

/** Opens a page, keeps its picture in `folder`, and says what is wrong with it: refused, or wider than its window. */
export const takePicture = async (
  tab: Page,
  origin: string,
  folder: string,
  page: PicturePage,
  places: Places,
  manner: Manner,
): Promise<readonly string[]> => {
  const { width, language, dark } = manner;
  await tab.setViewportSize({ width, height: 900 });
  await tab.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  const answer = await tab.goto(`${origin}/${language}${addressOf(page, places)}`);
  if (page.press) await Promise.all([tab.waitForEvent('load'), tab.locator(page.press).first().click()]);
  const size = await tab.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { width: scrollWidth, height: scrollHeight };
  });
  const png = await tab.screenshot({
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(size.height, tallest) },
  });
  const file = fileOf(page, manner);
  await writeFile(`${folder}/${file}`, smallerPng(png));
  const status = answer?.status() ?? 0;
  return [
    ...(status !== 200 && page.name !== 'not-found' ? [`${file}: answered ${status}`] : []),
    ...(size.width > width ? [`${file}: the page is ${size.width} pixels wide`] : []),
  ];
};
