import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings, type Manner, openBrowser, scrolledOnPhone, walker } from '../../support/browser.ts';
import { startPlatform, type TestPlatform } from '../../support/platform.ts';
import { dayIn, declare, idIn, publishRound, writeSections } from './steps.ts';

let platform: TestPlatform;
let browser: Browser;
beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await platform.discard();
});

const manners: readonly (readonly [string, Manner, RegExp])[] = [
  ['in Japanese', { language: 'ja', scripts: true }, /書面/],
  ['with every script blocked', { language: 'en', scripts: false }, /came on paper/i],
];

test.each(manners)(
  'staff enter an application that came on paper, from the envelope to its receipt, %s',
  { timeout: 300_000 },
  async (_, manner, onPaper) => {
    findings.length = 0;
    const staff = await walker(browser, platform.origin, manner);
    await staff.signIn('staff@shimai.example');
    const roundId = await publishRound(staff, `paper ${manner.language}`);
    const papers = `/staff/rounds/${roundId}/papers`;
    await staff.open(`${papers}?q=${manner.language === 'ja' ? encodeURIComponent('千葉市') : 'Houston'}`);
    await staff.press('main a[href*="partnership=houston-tx-chiba"]');

    // Of a day to come nobody can have a paper: the page says so at the field, and keeps what was typed.
    await staff.fill({
      receivedOn: dayIn(3),
      title: 'Typed from the paper',
      organisationId: 'new',
      'applicant.legalName': 'Sister Cities of Houston, by post',
      'applicant.kind': 'sister-city-organisation',
    });
    await staff.press();
    expect(staff.page.url()).toContain(papers);
    expect(await staff.page.locator('[name=receivedOn]').getAttribute('aria-invalid')).toBe('true');
    expect(await staff.page.inputValue('[name="applicant.legalName"]')).toBe(
      'Sister Cities of Houston, by post',
    );
    await staff.fill({ receivedOn: dayIn(-1) });
    await staff.press();
    const base = `/applications/${idIn(staff, /\/applications\/([^/?]+)/)}`;
    expect(await staff.text()).toMatch(onPaper);

    await writeSections(staff, base);
    await staff.open(`${base}/counterpart`);
    await staff.fill({ office: '国際交流課', email: 'office-paper@city.example' });
    await staff.press('main .go[value=continue]');
    await declare(staff, base, 'official-paper@city.example');
    await staff.open(`${base}/sign-off`);
    await staff.fill({ name: 'Authorised official', signedOn: dayIn(-2) });
    await staff.press();

    const before = (await platform.letters()).length;
    await staff.open(`${base}/check`);
    await staff.press();
    expect(staff.page.url()).toContain('/receipt');
    expect(await staff.text()).toMatch(onPaper);
    expect(await staff.text()).toMatch(/[0-9a-f]{64}/);
    await platform.settled();
    // Nobody of the applicant has an account, so nobody of it is mailed.
    expect((await platform.letters()).length).toBe(before);

    // Nothing is left to type, and the way goes back to the other papers.
    await staff.open(base);
    expect(await staff.text()).not.toMatch(/そのまま入力してください|You type for the applicant/);
    await staff.press(`main a[href$="${papers}"]`);
    expect(await staff.text()).toContain('Lakes and makers');
    expect(await scrolledOnPhone(staff.page)).toEqual([]);
    await staff.open(`/staff${base}`);
    expect(await staff.text()).toMatch(manner.language === 'ja' ? /書面/ : /paper/);
    expect(await scrolledOnPhone(staff.page)).toEqual([]);
    await staff.open(`${base}/print`);
    expect(findings).toEqual([]);
  },
);
