import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import * as z from 'zod';
import { openBrowser } from '../../support/browser.ts';
import { startPlatform } from '../../support/platform.ts';

export const owner = 'applicant-austin@austin.example';
export const editor = 'editor@austin.example';

const mine = z.object({
  items: z.array(
    z.object({ application: z.object({ id: z.string(), organisationId: z.string(), status: z.string() }) }),
  ),
});
const section = z.object({ id: z.string(), data: z.record(z.string(), z.unknown()) });
const view = z.object({ sections: z.array(section) });

/** The platform with its demo data, Austin's draft in it, and a second editor who came by the mailed invitation. */
export const openDraft = async () => {
  const [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
  const as = 'applicant-austin';
  const { items } = (await platform.api('GET', '/api/v1/applications', { as })).read(mine);
  const draft = items.find(({ application }) => application.status === 'draft')?.application;
  if (!draft) throw new Error('Austin has no draft');
  await platform.api('POST', `/api/v1/organisations/${draft.organisationId}/invitations`, {
    ...{ as, headers: { 'idempotency-key': 'invite-the-editor' } },
    body: { email: editor, language: 'en', as: 'editor' },
  });
  await platform.settled();
  const letter = (await platform.letters()).findLast(({ destination }) => destination.to.includes(editor));
  const [link = ''] = /https?:\/\/\S+\/invitations\/\S+/.exec(letter?.body.text ?? '') ?? [];

  const path = (name: string) => `/en/applications/${draft.id}/${name}`;
  return {
    platform,
    browser,
    address: (name: string) => platform.origin + path(name),
    /** What the server has, as its owner reads it. */
    stored: async (name: string) => {
      const seen = (await platform.api('GET', `/api/v1/applications/${draft.id}`, { as })).read(view);
      return seen.sections.find(({ id }) => id === name)?.data ?? {};
    },
    accept: async (page: Page) => {
      await page.goto(link);
      await Promise.all([page.waitForEvent('load'), page.locator('main .go').click()]);
    },
    close: async () => {
      await browser.close();
      await platform.discard();
    },
  };
};
export type Draft = Awaited<ReturnType<typeof openDraft>>;

export const newContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });

export const signIn = async (page: Page, origin: string, email: string) => {
  await page.goto(`${origin}/en/sign-in?next=/account`);
  await sayWho(page, origin, email);
};
/** On the identity provider's own page. */
export const sayWho = async (page: Page, origin: string, email: string) => {
  await page.locator('input[name=email]').fill(email);
  await page.locator('form:has(input[name=email]) button').last().click();
  await page.waitForURL(`${origin}/**`);
};
export const signOut = (page: Page) =>
  Promise.all([
    page.waitForURL((url) => !url.pathname.includes('/applications/')),
    page.locator('form[action$="/sign-out"] button').first().click(),
  ]);

/** The session is no longer one the server knows, as after its last hour. */
export const endSession = async (context: BrowserContext, origin: string) => {
  const session = (await context.cookies(origin)).find(({ name }) => name.endsWith('session'));
  if (!session) throw new Error('Nobody is signed in');
  const ended = session.value.replace(/.{6}$/, (end) => (end === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA'));
  await context.addCookies([{ ...session, value: ended }]);
};

export const status = (page: Page) => page.locator('[data-autosave-status]');
export const says = (page: Page, words: RegExp) =>
  expect.poll(() => status(page).textContent(), { timeout: 20_000 }).toMatch(words);
export const told = (page: Page) => page.locator('form [data-told]');
export const putBack = (page: Page) => told(page).getByRole('button', { name: 'Put them back' }).click();

/** What this browser keeps, whoever asks: how many sealed copies and keys, and whether any of it can be read. */
export const kept = (page: Page, words: string) =>
  page.evaluate(async (sought) => {
    const done = <Value>(asked: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('shimai')) return { copies: 0, keys: 0, readable: false, extractable: false };
    const database = await done(indexedDB.open('shimai'));
    const all = (name: string) => done(database.transaction(name).objectStore(name).getAll());
    const [copies, keys] = [await all('copies'), await all('keys')];
    database.close();
    const texts = copies.map((one) => `${JSON.stringify(one)}${new TextDecoder().decode(one.sealed)}`);
    return {
      copies: copies.length,
      keys: keys.length,
      readable: texts.some((text) => text.includes(sought)),
      extractable: keys.some((key) => key.extractable),
    };
  }, words);
