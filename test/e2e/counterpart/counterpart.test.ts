import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leadingAsia } from '../../../shared/programs/round.ts';
import { findings, openBrowser, type Walker, walker } from '../../support/browser.ts';
import { applicationsOn } from '../../support/seeded/applications.ts';
import { callAt, done } from '../../support/seeded/clock.ts';
import { courses, roundsOn } from '../../support/seeded/rounds.ts';
import { newName, type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';

let site: SeededPlatform;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSeededPlatform(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.platform.discard();
});

const anHourAgo = () => new Date(Date.now() - 3_600_000);

/** A complete draft of an organisation that runs its partnership, and its owner. */
const drafted = async () => {
  const { table, people } = site;
  const applications = applicationsOn(table);
  const staff = await people.actor(
    await people.join(newName('staff'), { kind: 'staff', programId: leadingAsia }),
  );
  const { personId } = await people.join(newName('owner'));
  const { id } = await applications.found(await people.actor({ personId }), 'Sister Cities of Austin');
  const owner = await people.actor({ personId });
  const partnershipId = await applications.claim(owner, id);
  await applications.verify(staff, { id, partnershipId });
  const round = await roundsOn(table).publish(staff, courses.open);
  const organisation = { id, partnershipId };
  const applicationId = await applications.complete(owner, organisation, round, anHourAgo());
  return { act: applications.act, owner, applicationId };
};

/** The path of the link in the newest letter to an address, as its reader opens it: without language. */
const linkTo = async (address: string): Promise<string> => {
  await site.platform.settled();
  const letter = (await site.platform.letters()).findLast(({ destination }) =>
    destination.to.includes(address),
  );
  const link = /https?:\/\/[^/\s]+\/(?:en|ja)(\/(?:sign-off|confirm)\/\S+)/.exec(letter?.body.text ?? '');
  if (!link?.[1]) throw new Error(`No link was mailed to ${address}: ${letter?.body.text}`);
  return link[1];
};

const reader = async (language: 'en' | 'ja'): Promise<Walker> => {
  const one = await walker(browser, site.platform.origin, { language, scripts: false });
  await one.page.setViewportSize({ width: 390, height: 844 });
  return one;
};
const pathOf = ({ page }: Walker) => new URL(page.url()).pathname;
const overflow = ({ page }: Walker) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('the office answers in Japanese on a phone without scripts: saved for its approval, handed on, confirmed', async () => {
  const { act, owner, applicationId } = await drafted();
  done(await act.requestConfirmation(owner, { applicationId }, callAt(anHourAgo())));
  const link = await linkTo('kokusai@city.example');
  const office = await reader('ja');
  await office.open(link);
  expect(await office.text()).not.toContain('Bread and clay');
  await office.press();
  expect(pathOf(office)).toBe('/ja/confirm');
  expect(await office.text()).toContain('訪問事業に関するご確認のお願い');
  expect(await overflow(office)).toBe(0);

  await office.fill({ hopes: '陶芸家どうしの交流', hosts: '市民会館' });
  await office.press('main button[value=keep]');
  expect(await office.text()).toContain('決裁待ちとして保存されています');

  // Days later on another computer: no session, and the mail's link opens it again.
  await office.page.context().clearCookies();
  const closed = await office.page.goto(`${site.platform.origin}/ja/confirm`);
  expect(closed?.status()).toBe(401);
  expect(await office.text()).toContain('メールのリンクからもう一度お開きください');
  await office.open(link);
  await office.press();
  expect(await office.page.locator('main [name=hopes]').inputValue()).toBe('陶芸家どうしの交流');
  await office.open('/confirm/sheet');
  expect(await office.text()).toMatch(/照会・回答書[\s\S]*市民会館/);

  await office.open('/confirm');
  await office.page.locator('main summary').last().click();
  await office.fill({ colleagueName: '後任 例', colleagueEmail: 'next@city.example' });
  await office.press('main button[value=hand-on]');
  expect(pathOf(office)).toBe('/ja/confirm/handed-on');
  const dead = await office.page.goto(`${site.platform.origin}/ja${link}`);
  expect(dead?.status()).toBe(404);

  const colleague = await reader('ja');
  await colleague.open(await linkTo('next@city.example'));
  await colleague.press();
  await colleague.fill({ action: 'confirm', name: '国際課 後任 例', approver: '課長 例' });
  await colleague.press('main .go[value=answer]');
  expect(await colleague.text()).toContain('ご回答を受け付けました');
  expect(await overflow(colleague)).toBe(0);

  await site.platform.settled();
  const letters = await site.platform.letters();
  expect(letters.filter(({ body }) => body.text?.includes(`${applicationId}/confirmation`))).toHaveLength(1);
  expect(findings).toEqual([]);
});

test('the official reads and signs on a phone without scripts; the address holds no token', async () => {
  const { act, owner, applicationId } = await drafted();
  done(await act.requestSignOff(owner, { applicationId }, callAt(anHourAgo())));
  const link = await linkTo('official@city.example');
  const official = await reader('en');
  await official.open(link);
  await official.press();
  expect(pathOf(official)).toBe('/en/sign-off');
  expect(await overflow(official)).toBe(0);
  await official.fill({ name: 'Authorised Official', agreed: 'yes' });
  await official.press();
  expect(await official.text()).toContain('Signed. Thank you.');
  expect(findings).toEqual([]);
});
