import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localOf } from '../../../shared/kernel/zoned-time.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import { findings, type Manner, openBrowser, type Walker, walker } from '../../support/browser.ts';
import { startPlatform, type TestPlatform } from '../../support/platform.ts';
import { declare, idIn, publishRound, writeSections, zone } from './steps.ts';

let platform: TestPlatform;
let browser: Browser;
beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await platform.discard();
});

/** The path of the link in the newest letter to an address, without origin and language. */
const linkTo = async (address: string): Promise<string> => {
  await platform.settled();
  const letter = (await platform.letters()).findLast(({ destination }) => destination.to.includes(address));
  const link = /https?:\/\/[^/\s]+\/(?:en|ja)(\/(?:invitations|sign-off|confirm)\/\S+)/.exec(
    letter?.body.text ?? '',
  );
  if (!link?.[1]) throw new Error(`No link was mailed to ${address}: ${letter?.body.text}`);
  return link[1];
};

/** What waiting would do: the round's close lies a minute back, as if weeks had gone by. */
const letTheRoundClose = async (roundId: string): Promise<void> => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: platform.database, region: 'us-east-1', credentials }),
  );
  const rounds = roundStore({ client, table: 'shimai-dev' });
  const round = await rounds.find(roundId);
  if (!round) throw new Error(`No round ${roundId}`);
  const closes = localOf(new Date(Date.now() - 120_000), zone);
  await rounds.save({ round: { ...round, closes, graceMinutes: 0, version: round.version + 1 }, events: [] });
  client.destroy();
};

type People = Readonly<Record<'staff' | 'certifier' | 'applicant' | 'reviewer' | 'stranger', Walker>>;
type Made = { roundId: string; applicationId: string };

/** 1. Staff create and publish a round and invite a reviewer, who signs the pledge. */
const openRound = async ({ staff, reviewer }: People, name: string): Promise<string> => {
  const roundId = await publishRound(staff, name);

  const address = `reviewer-${name}@reviewers.example`;
  await staff.open(`/staff/people?round=${roundId}`);
  await staff.fill({ email: address });
  await staff.press();
  await reviewer.signIn(address);
  await reviewer.open(await linkTo(address));
  await reviewer.fill({ pledge: 'yes' });
  await reviewer.press();
  return roundId;
};

/** Staff invite the second member of staff, who will certify. */
const inviteCertifier = async ({ staff, certifier }: People, name: string) => {
  const address = `certifier-${name}@shimai.example`;
  await staff.open('/staff/people');
  await staff.fill({ email: address });
  await staff.press();
  await certifier.signIn(address);
  await certifier.open(await linkTo(address));
  await certifier.press();
};

/** 2. The applicant registers, claims, fills every section, has it signed, answers and sends it; staff verify between. */
const apply = async (people: People, roundId: string, name: string): Promise<string> => {
  const { applicant, staff, stranger } = people;
  await applicant.signIn(`applicant-${name}@city.example`);
  await applicant.open('/organisations/new');
  await applicant.fill({ legalName: `Sister Cities of ${name}`, kind: 'sister-city-organisation' });
  await applicant.press();
  await applicant.open('/partnerships?text=Kokubunji');
  await applicant.open('/partnerships');
  await applicant.press(`main table tbody tr:nth-child(${name.length + 1}) th a`);
  await applicant.press('main a[href$="/claim"]');
  await applicant.press();

  await staff.open('/staff/claims');
  await staff.press('main button[value=verify]');

  await applicant.open('/applications/new');
  await applicant.page.locator(`main [name=roundId][value="${roundId}"]`).check({ force: true });
  await applicant.page.locator('main [name=for]').first().check({ force: true });
  await applicant.fill({ title: 'Lakes and makers' });
  await applicant.press();
  const applicationId = idIn(applicant, /\/applications\/([^/?]+)/);
  const base = `/applications/${applicationId}`;
  await writeSections(applicant, base);
  await applicant.open(`${base}/counterpart`);
  await applicant.fill({ office: '国際交流課', email: `office-${name}@city.example` });
  await applicant.press('main .go[value=continue]');
  await declare(applicant, base, `official-${name}@city.example`);

  // The authorised official and the Japanese office have no account: their links are all they need.
  await applicant.open(`${base}/sign-off`);
  await applicant.press('main button[value=ask]');
  await stranger.open(await linkTo(`official-${name}@city.example`));
  await stranger.press();
  await stranger.fill({ name: 'Authorised official', agreed: 'yes' });
  await stranger.press();
  await applicant.open(`${base}/confirmation`);
  await applicant.press();
  await stranger.open(await linkTo(`office-${name}@city.example`));
  await stranger.press();
  await stranger.fill({ action: 'confirm', name: '国際交流課　担当' });
  await stranger.press();

  await applicant.open(`${base}/check`);
  await applicant.press();
  expect(applicant.page.url()).toContain('/receipt');
  expect(await applicant.text()).toMatch(/SHM-[0-9A-F]{8}/);
  expect(await applicant.text()).toMatch(/[0-9a-f]{64}/);
  // Until the close it can be taken back and sent again: the signature still stands, for the text is the same.
  await applicant.open(`${base}/reopen`);
  await applicant.press();
  await applicant.open(`${base}/check`);
  await applicant.press();
  await applicant.open(`${base}/history`);
  return applicationId;
};

/** 3. Staff assign; the reviewer declares, scores, submits, and revises. */
const review = async ({ staff, reviewer }: People, { roundId, applicationId }: Made) => {
  await staff.open(`/staff/rounds/${roundId}/applications`);
  await staff.open(`/staff/rounds/${roundId}/assignments`);
  const choice = staff.page.locator('main select[name=reviewerId]').first();
  await choice.selectOption({ index: 1 });
  await staff.press('main button[value=assign]');

  await reviewer.open('/reviews');
  await reviewer.press('main table a[href*="/reviews/"]');
  expect(await reviewer.text()).not.toContain('Six makers visit');
  await reviewer.page.locator('main [name=declaration][value=none]').check({ force: true });
  await reviewer.press();
  expect(await reviewer.text()).toContain('Six makers visit');
  const score = async (points: string) => {
    for (const name of await namesOf(reviewer, 'scores.')) await reviewer.fill({ [name]: points });
    for (const name of await namesOf(reviewer, 'comments.'))
      await reviewer.page.locator(`main [name="${name}"]`).fill('Clear and measured.', { force: true });
    await reviewer.page.locator('main [name=confidence]').last().check({ force: true });
    await reviewer.press('main button[value=submit]');
  };
  await score('4');
  await score('5');
  await staff.open(`/staff/rounds/${roundId}/scores`);
  expect(await staff.text()).toContain('5.00');
  await staff.open(`/staff/applications/${applicationId}`);
};

const namesOf = async ({ page }: Walker, prefix: string): Promise<readonly string[]> => {
  const names = await page
    .locator(`main [name^="${prefix}"]`)
    .evaluateAll((fields) => fields.map((field) => field.getAttribute('name') ?? ''));
  return [...new Set(names)];
};

/** 4. One proposes, another certifies; announced, letters released, the applicant answers. */
const decide = async (people: People, { roundId, applicationId }: Made, name: string) => {
  const { staff, certifier, applicant } = people;
  const before = async () =>
    (await platform.letters()).filter(({ destination }) =>
      destination.to.includes(`applicant-${name}@city.example`),
    ).length;
  await staff.open(`/staff/applications/${applicationId}/decision`);
  await staff.fill({
    decision: 'award',
    amountCents: '5,500',
    reason: 'Both cities commit people and dates.',
  });
  await staff.press('main button[value=propose]');
  await certifier.open('/staff');
  await certifier.open(`/staff/applications/${applicationId}/decision`);
  await certifier.press('main button[value=certify]');
  await applicant.open(`/applications/${applicationId}`);
  expect(await applicant.text()).not.toContain('5,500');

  await staff.open(`/staff/applications/${applicationId}/feedback`);
  await staff.press('main button[value=approve]');
  await staff.open(`/staff/rounds/${roundId}/letters/preview`);
  expect(await staff.text()).toContain(`applicant-${name}@city.example`);

  await staff.open(`/staff/rounds/${roundId}/decisions`);
  const mailed = await before();
  await staff.press();
  await platform.settled();
  expect(await before()).toBe(mailed);
  await applicant.open(`/applications/${applicationId}/outcome`);
  expect(await applicant.text()).toContain('$5,500.00');
  expect(await applicant.text()).toContain('Clear and measured.');

  await staff.open('/staff/outbox');
  const release = staff.page.locator(`form:has(input[name=roundId][value="${roundId}"]) button`);
  await Promise.all([staff.page.waitForEvent('load'), release.click()]);
  await platform.settled();
  expect(await before()).toBe(mailed + 1);
  await applicant.press('main button[value=accept]');
};

/** 5. The public reads on, in one language. */
const look = async ({ stranger }: People) => {
  for (const path of ['/', '/rounds', '/partnerships', '/awards', '/ask', '/privacy', '/accessibility'])
    await stranger.open(path);
  await stranger.open('/awards');
  expect(await stranger.text()).toContain('2011');
};

const manners: readonly (readonly [string, Manner])[] = [
  ['in English', { language: 'en', scripts: true }],
  ['in Japanese', { language: 'ja', scripts: true }],
  ['with every script blocked', { language: 'en', scripts: false }],
];

test.each(manners)(
  'a city’s application goes from draft to decision, %s',
  { timeout: 600_000 },
  async (_, manner) => {
    const name = `${manner.language}${manner.scripts ? '' : 'x'}`;
    findings.length = 0;
    const [staff, certifier, applicant, reviewer, stranger] = await Promise.all(
      Array.from({ length: 5 }, () => walker(browser, platform.origin, manner)),
    );
    if (!staff || !certifier || !applicant || !reviewer || !stranger)
      throw new Error('Five people are needed');
    const people = { staff, certifier, applicant, reviewer, stranger };
    await staff.signIn('staff@shimai.example');
    await inviteCertifier(people, name);
    const roundId = await openRound(people, name);
    const applicationId = await apply(people, roundId, name);
    await letTheRoundClose(roundId);
    await review(people, { roundId, applicationId });
    await decide(people, { roundId, applicationId }, name);
    await look(people);
    expect(findings).toEqual([]);
  },
);
