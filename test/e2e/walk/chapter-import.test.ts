import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings, type Manner, openBrowser, scrolledOnPhone, walker } from '../../support/browser.ts';
import { startPlatform, type TestPlatform } from '../../support/platform.ts';
import { agreeAndSend, numberOn } from './registering.ts';

let platform: TestPlatform;
let browser: Browser;
beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await platform.discard();
});

const manners: readonly (readonly [string, Manner, string, string])[] = [
  ['in Japanese', { language: 'ja', scripts: true }, 'lead-texoma@chapters.example', 'jetaa-texoma'],
  [
    'with every script blocked',
    { language: 'en', scripts: false },
    'lead-florida@chapters.example',
    'jetaa-florida',
  ],
];

test.each(manners)(
  'a chapter imports a file with five bad rows, and whoever is asked decides for themselves, %s',
  { timeout: 300_000 },
  async (_, manner, lead, chapter) => {
    findings.length = 0;
    const { language } = manner;
    const good = [`first-${language}@imported.example`, `second-${language}@imported.example`];
    const rows = [
      'name,email,placements,state',
      `First ${language},${good[0]},ALT|Imabari|Ehime|2009|2012,FL`,
      `No such prefecture,bad1-${language}@imported.example,ALT|Imabari|Atlantis|2009|2012,FL`,
      `No such town,bad2-${language}@imported.example,ALT|Nowhere|Ehime|2009|2012,FL`,
      `Eight years,bad3-${language}@imported.example,ALT|Imabari|Ehime|2009|2017,FL`,
      'Not an address,not-an-address,ALT|Imabari|Ehime|2009|2012,FL',
      `Second ${language},${good[1]},CIR||Ehime|2015|2017,`,
      `Twice,${good[1]},ALT|Imabari|Ehime|2009|2012,FL`,
    ];
    const officer = await walker(browser, platform.origin, manner);
    await officer.signIn(lead);
    await officer.open(`/chapters/${chapter}/invitations`);
    await officer.fill({ csv: rows.join('\n') });
    await officer.press();
    // Each row has its verdict, and nothing has been written or mailed.
    expect(await officer.page.locator('[name=rows]').count()).toBe(2);
    expect(await officer.page.locator('[name=rows]:checked').count()).toBe(2);
    expect(await officer.text()).toContain('Atlantis');
    expect(await scrolledOnPhone(officer.page)).toEqual([]);
    const before = (await platform.letters()).length;
    await officer.press('main .go[value=import]');
    expect(officer.page.url()).toContain('invited=2');
    await platform.settled();
    const letters = (await platform.letters()).slice(before);
    expect(letters.flatMap(({ destination }) => destination.to).sort()).toEqual(good);

    // Looking at the link changes nothing, however often a scanner does.
    const body = letters.find(({ destination }) => destination.to.includes(good[0] ?? ''))?.body.text ?? '';
    const [link = ''] = /http\S+\/alumni\/invitations\/\S+/.exec(body) ?? [];
    for (const _again of [1, 2, 3]) expect((await fetch(link)).status).toBe(200);

    const alum = await walker(browser, platform.origin, manner);
    await alum.signIn(good[0] ?? '');
    await alum.page.goto(link);
    await alum.press('main .go[value=accept]');
    // What the chapter knew stands there already; the rest is theirs to say.
    await alum.open('/alumni/me/served');
    expect(await alum.page.inputValue('[name="placements.0.from"]')).toBe('2009');
    await alum.press();
    await alum.fill({ name: `First ${language}` });
    await alum.press();
    await alum.fill({ japanese: 'N2', availability: 'some' });
    await alum.press();
    await agreeAndSend(alum);
    await numberOn(alum);

    await platform.settled();
    await officer.open(`/chapters/${chapter}`);
    const members = await officer.text();
    if (chapter === 'jetaa-florida') expect(members).toContain(`First ${language}`);
    // The other one was asked, has not answered, and is a member of nothing.
    expect(members).not.toContain(`Second ${language}`);
    expect(findings).toEqual([]);
  },
);
