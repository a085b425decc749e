import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { introductionStore } from '../../../shared/introductions/introduction.store.ts';
import { messageWrites } from '../../../shared/messages/message.store.ts';
import {
  findings,
  type Manner,
  openBrowser,
  scrolledOnPhone,
  type Walker,
  walker,
} from '../../support/browser.ts';
import { startPlatform, type TestPlatform } from '../../support/platform.ts';
import { openLocalTable } from '../../support/seeded-platform.ts';
import { register } from './registering.ts';
import { idIn } from './steps.ts';

let platform: TestPlatform;
let browser: Browser;
beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await platform.discard();
});

const english: Manner = { language: 'en', scripts: true };
const workspace = '/workspace/austin-tx-oita';
const coordinatorEmail = 'applicant-austin@austin.example';
const note = 'We visit in May and would be glad of an evening’s briefing.';

const alumNamed = async (name: string, email: string, manner = english) => {
  const alum = await walker(browser, platform.origin, manner);
  await alum.signIn(email);
  const oita = { name, town: '大分市', prefecture: 'Oita', state: 'TX' };
  return { alum, number: await register(alum, oita), name, email };
};
type Alum = Awaited<ReturnType<typeof alumNamed>>;

const coordinatorWalks = async (manner = english) => {
  const coordinator = await walker(browser, platform.origin, manner);
  await coordinator.signIn(coordinatorEmail);
  return coordinator;
};

/** The coordinator finds the alum by their number, asks, and the mail with its link is there. The link. */
const askFor = async (coordinator: Walker, { number, name, email }: Alum): Promise<string> => {
  await platform.settled();
  await coordinator.open(`${workspace}/alumni`);
  const list = await coordinator.page.content();
  expect(list).toContain(number);
  // Who it is, is nobody's to know before they say yes.
  for (const secret of [name, email]) expect(list).not.toContain(secret);
  const box = coordinator.page
    .locator('section, article, li')
    .filter({ hasText: number })
    .locator('[name=ask]');
  await box.first().check({ force: true });
  await coordinator.fill({ note });
  await coordinator.press('main .go');
  await platform.settled();
  const mail = (await platform.letters()).findLast(({ destination }) => destination.to.includes(email));
  const body = mail?.body.text ?? '';
  expect(body).not.toContain(coordinatorEmail);
  const [link = ''] = /http\S+\/introductions\/answer\/\S+/.exec(body) ?? [];
  return link;
};

/** What the platform's functions have logged, all of it. */
const logged = async () => {
  const folder = join(platform.dataFolder, 'logs');
  const names = await readdir(folder);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
};

/** What the API tells the coordinator and a stranger of this partnership's alumni and introductions. */
const apiTells = async () => {
  const paths = ['matches', 'introductions', 'alumni'].map(
    (part) => `/api/v1/partnerships/austin-tx-oita/${part}`,
  );
  const askers = ['applicant-austin', 'applicant-tacoma', 'lead-texoma', 'staff', undefined];
  const answers = await Promise.all(
    askers.flatMap((as) => paths.map((path) => platform.api('GET', path, as ? { as } : {}))),
  );
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(2);
  return answers.map(({ text }) => text).join('\n');
};

/** Somebody with a phone and no account opens the mail's link. */
const onPhone = async (link: string, manner = english) => {
  const phone = await walker(browser, platform.origin, manner);
  await phone.page.setViewportSize({ width: 390, height: 844 });
  await phone.page.goto(link);
  expect(await phone.text()).toContain(note);
  expect(await phone.page.content()).not.toContain(coordinatorEmail);
  return phone;
};

/** The coordinator's page of the introduction with this alum, who is called by a number until they say yes. */
const openFrom = async (coordinator: Walker, called: string) => {
  await coordinator.open(workspace);
  const row = coordinator.page.locator('tr, li').filter({ hasText: called }).locator('a').first();
  const path = await row.getAttribute('href');
  if (!path) throw new Error(`No introduction of ${called}`);
  await coordinator.open(path.replace(/^\/(en|ja)/, ''));
};

test('an alum registers, a coordinator asks, the alum accepts from the mail on a phone, both see each other, and they join', {
  timeout: 300_000,
}, async () => {
  findings.length = 0;
  const asked = await alumNamed('Walking alum', 'walking-alum@people.example');
  const coordinator = await coordinatorWalks();
  const link = await askFor(coordinator, asked);

  // A mail scanner follows the link, more than once: nothing is answered.
  for (const method of ['GET', 'HEAD', 'GET']) await fetch(link, { method });
  const told = await apiTells();
  expect(told).toContain(asked.number);
  // Nor does the API tell who it is, nor a log what was written, before both have said yes.
  for (const secret of [asked.name, asked.email, coordinatorEmail]) expect(told).not.toContain(secret);
  const logs = await logged();
  for (const secret of [asked.name, asked.email, coordinatorEmail, note, link.split('/').at(-1) ?? note])
    expect(logs).not.toContain(secret);
  const phone = await onPhone(link);
  await phone.press('main button[value=accept]');
  expect(await phone.text()).toContain('You have said yes');
  expect(await scrolledOnPhone(phone.page)).toEqual([]);
  await platform.settled();

  await openFrom(coordinator, asked.name);
  const seen = await coordinator.text();
  for (const known of [asked.name, asked.email]) expect(seen).toContain(known);
  await asked.alum.open('/alumni/introductions');
  await asked.alum.press('main a[href*="/alumni/introductions/"]');
  expect(await asked.alum.text()).toContain(coordinatorEmail);
  // Neither is in the mail that says so.
  const letters = (await platform.letters()).filter(({ body }) => body.text?.includes('/introductions'));
  for (const { body, destination } of letters)
    for (const address of [asked.email, coordinatorEmail].filter((one) => !destination.to.includes(one)))
      expect(body.text).not.toContain(address);

  await coordinator.fill({ role: 'interpreter' });
  await coordinator.press('main button[value=join]');
  await coordinator.open(workspace);
  expect(await coordinator.text()).toContain(asked.name);
  expect(await scrolledOnPhone(coordinator.page)).toEqual([]);
  await asked.alum.open('/alumni/introductions');
  expect(await asked.alum.text()).toContain('Joined');
  expect(findings).toEqual([]);
});

test('a decline from the mail, in Japanese and without scripts, says no more than that it was not taken up', {
  timeout: 300_000,
}, async () => {
  findings.length = 0;
  const manner: Manner = { language: 'ja', scripts: false };
  const asked = await alumNamed('Declining alum', 'declining-alum@people.example', manner);
  const coordinator = await coordinatorWalks(manner);
  const link = await askFor(coordinator, asked);
  const phone = await onPhone(link, manner);
  await phone.press('main button[value=decline]');
  await platform.settled();
  await openFrom(coordinator, asked.number);
  const page = await coordinator.page.content();
  for (const secret of [asked.name, asked.email]) expect(page).not.toContain(secret);
  const told = (await platform.letters()).findLast(({ destination }) =>
    destination.to.includes(coordinatorEmail),
  );
  expect(told?.body.text).toContain(`${workspace}/introductions/`);
  expect(told?.body.text).not.toContain(asked.name);
  expect(findings).toEqual([]);
});

test('a request that nobody answers expires, frees its place, and reads like a decline', {
  timeout: 300_000,
}, async () => {
  findings.length = 0;
  const asked = await alumNamed('Silent alum', 'silent-alum@people.example');
  const coordinator = await coordinatorWalks();
  const link = await askFor(coordinator, asked);
  await openFrom(coordinator, asked.number);
  const id = idIn(coordinator, /\/introductions\/([^/?]+)/);

  // Three weeks later: no clock of the platform can be set, so the request is made as old as that.
  const introductions = introductionStore(await openLocalTable(platform.database), { messageWrites });
  const stands = await introductions.find(id);
  if (!stands) throw new Error('The request is gone');
  const requests = await introductions.requestsOf(stands.personId);
  if (!requests) throw new Error('Its place is gone');
  const expiresAt = new Date(Date.now() - 60_000).toISOString();
  const saved = await introductions.save({
    introduction: { ...stands, version: stands.version + 1, expiresAt },
    events: [],
    requests: {
      ...requests,
      version: requests.version + 1,
      open: requests.open.map((one) => ({ ...one, expiresAt })),
    },
  });
  expect(saved.ok).toBe(true);
  await platform.fireSchedules();
  await platform.settled();

  await openFrom(coordinator, asked.number);
  expect(await coordinator.text()).toContain('Not taken up');
  expect(await coordinator.page.content()).not.toContain(asked.email);
  const late = await walker(browser, platform.origin, english);
  await late.page.goto(link);
  expect(await late.text()).toContain('This request has ended');
  await asked.alum.open('/alumni/introductions');
  expect(await asked.alum.text()).toContain('Ended without an answer');
  expect(findings).toEqual([]);
});
