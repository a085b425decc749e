import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { openBrowser } from '../../test/support/browser.ts';
import { startPlatform } from '../../test/support/platform.ts';
import { type Manner, takePicture, windowsFor } from './picture-camera.ts';
import { pictureIndex } from './picture-index.ts';
import { type PicturePage, picturePages } from './picture-pages.ts';
import { findPlaces } from './picture-places.ts';

// npm run pictures [-- <page> …]: a picture of every page, or of those named, on a platform with demo data.

const folder = 'docs/pictures';
const widths = [1280, 390] as const;
const languages = ['en', 'ja'] as const;

const manners = ({ dark }: PicturePage): readonly Manner[] => [
  ...languages.flatMap((language) => widths.map((width) => ({ width, language, dark: false }))),
  ...(dark ? widths.map((width) => ({ width, language: 'en' as const, dark })) : []),
];

const takeAll = async (wanted: readonly PicturePage[]): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const platform = await startPlatform();
  const browser = await openBrowser();
  try {
    const places = await findPlaces(platform);
    const windowOf = windowsFor(browser, platform.origin);
    for (const page of wanted)
      for (const manner of manners(page)) {
        const tab = await windowOf(page.by);
        for (const fault of await takePicture(tab, platform.origin, folder, page, places, manner))
          console.error(fault);
      }
  } finally {
    await browser.close();
    await platform.discard();
  }
  const files = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
  await writeFile(`${folder}/README.md`, pictureIndex(picturePages, files));
};

const named = process.argv.slice(2);
await takeAll(picturePages.filter(({ name }) => named.length === 0 || named.includes(name)));
