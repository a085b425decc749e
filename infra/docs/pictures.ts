import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { openBrowser, type Walker, walker } from '../../test/support/browser.ts';
import { startPlatform } from '../../test/support/platform.ts';
import { findDemoPerson } from '../local/demo/people.ts';
import { pictureIndex } from './picture-index.ts';
import { type PicturePage, picturePages } from './picture-pages.ts';
import { findPlaces, type Places } from './picture-places.ts';

// npm run pictures [-- <page> …]: a picture of every page, or of those named, on a platform with demo data.

const folder = 'docs/pictures';
const widths = [1280, 390] as const;
const languages = ['en', 'ja'] as const;
/** Pixels; what is longer, such as the directory, is cut. */
const tallest = 4200;

export type Taken = { readonly width: number; readonly language: string; readonly dark: boolean };

const manners = ({ dark }: PicturePage): readonly Taken[] => [
  ...languages.flatMap((language) => widths.map((width) => ({ width, language, dark: false }))),
  ...(dark ? widths.map((width) => ({ width, language: 'en', dark: true })) : []),
];

const addressOf = ({ path }: PicturePage, places: Places): string =>
  // The braces hold names of places: the type of `path` says so.
  path.replace(/\{(\w+)\}/g, (_, name: string) => places[name as keyof Places]);

/** Opens a page as its opener and keeps its picture; hands back what a designer should hear about it. */
export const take = async (
  { page: tab }: Walker,
  origin: string,
  page: PicturePage,
  places: Places,
  { width, language, dark }: Taken,
  into = folder,
): Promise<readonly string[]> => {
  await tab.setViewportSize({ width, height: 900 });
  await tab.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  const answer = await tab.goto(`${origin}/${language}${addressOf(page, places)}`);
  if (page.press) await Promise.all([tab.waitForEvent('load'), tab.locator(page.press).first().click()]);
  const size = await tab.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { width: scrollWidth, height: scrollHeight };
  });
  const file = `${page.name.replaceAll('/', '-')}-${width}-${language}${dark ? '-dark' : ''}.png`;
  await tab.screenshot({
    path: `${into}/${file}`,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(size.height, tallest) },
  });
  const status = answer?.status() ?? 0;
  return [
    ...(status >= 500 || (status >= 400 && page.name !== 'not-found') ? [`${file}: answered ${status}`] : []),
    ...(size.width > width ? [`${file}: the page is ${size.width} wide`] : []),
  ];
};

/** A browser window for each opener, signed in where the opener is a demo person. */
export const windowsFor = (browser: Awaited<ReturnType<typeof openBrowser>>, origin: string) => {
  const open = new Map<string, Promise<Walker>>();
  const enter = async (by: string) => {
    const one = await walker(browser, origin, { language: 'en', scripts: true });
    const person = findDemoPerson(by);
    if (person) await one.signIn(person.email);
    return one;
  };
  return (by: string): Promise<Walker> => {
    const known = open.get(by) ?? enter(by);
    open.set(by, known);
    return known;
  };
};

const takeAll = async (wanted: readonly PicturePage[]): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const platform = await startPlatform();
  const browser = await openBrowser();
  try {
    const places = await findPlaces(platform);
    const windowOf = windowsFor(browser, platform.origin);
    for (const page of wanted)
      for (const manner of manners(page))
        for (const fault of await take(await windowOf(page.by), platform.origin, page, places, manner))
          console.error(fault);
  } finally {
    await browser.close();
    await platform.discard();
  }
  const files = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
  await writeFile(`${folder}/README.md`, pictureIndex(picturePages, files));
};

if (import.meta.main) {
  const named = process.argv.slice(2);
  await takeAll(picturePages.filter(({ name }) => named.length === 0 || named.includes(name)));
}
