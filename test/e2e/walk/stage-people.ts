import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../../shared/kernel/text.ts';
import { type Translate, translate } from '../../../web/messages/translate.ts';
import { type Walker, walker } from '../../support/browser.ts';
import type { SeededPlatform } from '../../support/seeded-platform.ts';
import type { ClosedRound } from './closed-round.ts';

/** Everyone of the walk, each in a browser of their own, and the round they work on. */
export type Stage = ClosedRound & {
  readonly site: SeededPlatform;
  readonly language: Language;
  readonly t: Translate;
  readonly office: Walker;
  readonly certifying: readonly [Walker, Walker];
  readonly judges: readonly [Walker, Walker, Walker];
  /** The owners of these three. */
  readonly applying: { readonly best: Walker; readonly young: Walker; readonly one: Walker };
};

/** One who must meet nothing of an application on any page they open. */
const keptFrom = (one: Walker, words: readonly string[]): Walker => {
  const look = async () => {
    const content = await one.page.content();
    for (const word of words) expect(content, one.page.url()).not.toContain(word);
  };
  return {
    ...one,
    open: async (path) => {
      await one.open(path);
      await look();
    },
    press: async (selector) => {
      await one.press(selector);
      await look();
    },
  };
};

/** Everyone signs in. */
export const gather = async (
  site: SeededPlatform,
  browser: Browser,
  language: Language,
  round: ClosedRound,
): Promise<Stage> => {
  const enter = async ({ email }: { email: string }) => {
    const one = await walker(browser, site.platform.origin, { language, scripts: true });
    await one.signIn(email);
    return one;
  };
  const { applications, certifiers, reviewers, staff } = round;
  const { best, young, one } = applications;
  const [first, second, third] = reviewers;
  return {
    ...round,
    ...{ site, language, t: translate(language) },
    office: await enter(staff),
    certifying: [await enter(certifiers[0]), await enter(certifiers[1])],
    judges: [keptFrom(await enter(first), [best.title, best.id]), await enter(second), await enter(third)],
    applying: {
      best: await enter(best.owner),
      young: await enter(young.owner),
      one: await enter(one.owner),
    },
  };
};

/** Unfolds what hides a field or button, as a person does. */
export const unfold = async ({ page }: Walker, inside: string): Promise<void> => {
  const folded = page.locator(`main details:not([open]):has(${inside}) > summary`);
  while ((await folded.count()) > 0) await folded.first().click();
};

/** Where links of a page lead, without language. */
export const pathsOf = async ({ page }: Walker, selector: string): Promise<readonly string[]> => {
  const paths = await page
    .locator(selector)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(paths)].map((path) => path.replace(/^\/(en|ja)(?=\/)/, ''));
};

/** Presses what begins work in the background, waits until it is done, and looks again. */
export const pressAndWait = async ({ site }: Stage, one: Walker, selector: string): Promise<void> => {
  await Promise.all([one.page.waitForEvent('load'), one.page.locator(selector).first().click()]);
  const [, path = ''] = /^\/(?:en|ja)(\/.*)/.exec(new URL(one.page.url()).pathname) ?? [];
  // The page of work under way looks again by itself: it is left, so that it doesn't do so in the midst of this.
  await one.page.goto('about:blank');
  await site.platform.settled();
  await one.open(path);
};

/** The letters that reached an address. */
export const lettersTo = async ({ site }: Stage, email: string) =>
  (await site.platform.letters()).filter(({ destination }) => destination.to.includes(email));
