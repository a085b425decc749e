import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings, openBrowser } from '../../support/browser.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';
import { closedRound } from './closed-round.ts';
import { announce, answer, certifyAll, choose } from './deciding.ts';
import { discuss, readScores } from './discussing.ts';
import { meetConflicts, planAssignments, reviewAll } from './reviewing.ts';
import { gather } from './stage-people.ts';

let site: SeededPlatform;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSeededPlatform(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.platform.discard();
});

test.each([
  ['in English', 'en'],
  ['in Japanese', 'ja'],
] as const)('a round goes from its close to its answers, %s', { timeout: 900_000 }, async (_, language) => {
  findings.length = 0;
  const stage = await gather(site, browser, language, await closedRound(site, language));
  await meetConflicts(stage);
  await planAssignments(stage);
  await reviewAll(stage);
  await readScores(stage);
  await discuss(stage);
  await choose(stage);
  await certifyAll(stage);
  await announce(stage);
  await answer(stage);
  expect(findings).toEqual([]);
});
