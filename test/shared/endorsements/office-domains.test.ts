import { expect, test } from 'vitest';
import { answerConfirmation } from '../../../shared/applications/answer-confirmation.ts';
import { requestConfirmation } from '../../../shared/applications/request-confirmation.ts';
import { viewApplication } from '../../../shared/applications/view-application.ts';
import { listOfficeDomains } from '../../../shared/endorsements/list-office-domains.ts';
import { domainSchema, type OfficeDomain, trustIn } from '../../../shared/endorsements/office-domain.ts';
import {
  recordOfficeDomain,
  withdrawOfficeDomain,
} from '../../../shared/endorsements/record-office-domain.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { officeAnswer } from '../../../shared/reviews/office-answer.ts';
import { atNoon, staff } from '../../support/accounts-fakes.ts';
import { editor, fakeApplication, holderOf, owner, stranger } from '../../support/applications-fakes.ts';
import { anOfficeDomain, fakeOfficeDomains } from '../../support/endorsements-fakes.ts';
import { fakePartnerships } from '../../support/partnerships-fakes.ts';

const partnershipId = 'austin-tx-oita';
const recording = { partnershipId, domain: 'city.oita.example', evidence: 'Contact page, 2027-01-03' };

const world = (...held: OfficeDomain[]) => {
  const officeDomains = fakeOfficeDomains(...held);
  return { officeDomains, directory: fakePartnerships().partnerships };
};

test('staff record a domain once, withdraw it and record it anew; each is an event without a person', async () => {
  const ports = world();
  for (let click = 0; click < 2; click += 1)
    expect(await recordOfficeDomain(ports)(staff, recording, atNoon)).toMatchObject({
      value: { version: 1 },
    });
  const { evidence: _, ...withdrawal } = recording;
  const withdraw = (version: number) =>
    withdrawOfficeDomain(ports)(staff, { ...withdrawal, version }, atNoon);
  expect(await withdraw(7)).toEqual(fail({ kind: 'stale', current: 1 }));
  expect(await withdraw(1)).toMatchObject({ ok: true });
  expect(trustIn(await ports.officeDomains.of(recording.domain), partnershipId)).toEqual({ kind: 'entered' });
  expect(await recordOfficeDomain(ports)(staff, recording, atNoon)).toMatchObject({ value: { version: 3 } });
  expect(ports.officeDomains.changes.flatMap(({ events }) => events.map(({ type }) => type))).toEqual([
    'office-domain-recorded',
    'office-domain-withdrawn',
    'office-domain-recorded',
  ]);
});

test.each([
  ['an applicant', owner],
  ['a stranger', stranger],
  ['the public', { kind: 'public' } as const],
])('%s neither reads nor records nor withdraws a domain', async (_, actor) => {
  const ports = world(anOfficeDomain());
  const nothing = fail({ kind: 'not-found' });
  expect(await listOfficeDomains(ports)(actor, { partnershipId }, atNoon)).toEqual(nothing);
  expect(await recordOfficeDomain(ports)(actor, recording, atNoon)).toEqual(nothing);
  expect(
    await withdrawOfficeDomain(ports)(actor, { partnershipId, domain: recording.domain, version: 1 }, atNoon),
  ).toEqual(nothing);
});

test.each([
  ['city.oita.lg.jp', true],
  ['@City.Oita.LG.jp', true],
  ['pref.oita.jp', true],
  ['lg.jp', false],
  ['gmail.com', false],
  ['oita', false],
  ['city oita.jp', false],
  ['-city.oita.jp', false],
])('%s as a domain: %s', (typed, isOne) => {
  expect(domainSchema.safeParse(typed).success).toBe(isOne);
});

test('a domain counts for its own partnership, exactly as written', () => {
  const records = [anOfficeDomain()];
  expect(trustIn(records, partnershipId)).toMatchObject({ kind: 'recorded' });
  expect(trustIn(records, 'tacoma-wa-kitakyushu')).toEqual({ kind: 'entered' });
});

const yes = {
  version: 1,
  action: 'confirm',
  name: '担当 例',
  approver: '課長 例',
  hosts: '市民会館',
  hopes: '音楽',
  note: '歓迎',
  arrivesOn: '',
  leavesOn: '',
} as const;

const answered = async (...recorded: OfficeDomain[]) => {
  const site = fakeApplication({ recorded });
  await requestConfirmation(site)(editor, { applicationId: 'app-1' }, atNoon);
  await answerConfirmation(site)(holderOf(site.linkToken()), yes, atNoon);
  return site;
};

test('the applicant sees what an answer rests on: a recorded domain, or an address they entered', async () => {
  for (const [recorded, kind] of [
    [[], 'entered'],
    [[anOfficeDomain()], 'recorded'],
    [[anOfficeDomain({ status: 'withdrawn' })], 'entered'],
  ] as const) {
    const seen = await viewApplication(await answered(...recorded))(
      owner,
      { applicationId: 'app-1' },
      atNoon,
    );
    expect(seen).toMatchObject({ value: { confirmation: { trust: { kind } } } });
  }
});

test('a reviewer from whom names are hidden reads status, trust and days, and nothing that names anyone', async () => {
  const confirmation = (await answered()).confirmation();
  if (!confirmation) throw new Error('Nobody answered');
  const beside = { confirmation, records: [anOfficeDomain()] };
  const hidden = { people: false, addresses: false, organisations: false, files: 'released' } as const;
  const seen = officeAnswer(beside, partnershipId, hidden);
  expect(seen).toMatchObject({ status: 'confirmed', trust: { kind: 'recorded' } });
  for (const name of ['oita', '市民会館', '音楽', '担当', '課長', 'contact page'])
    expect(JSON.stringify(seen).toLowerCase()).not.toContain(name);
  const shown = officeAnswer(beside, partnershipId, { ...hidden, organisations: true });
  expect(shown).toMatchObject({ domain: 'city.oita.example', hosts: '市民会館', hopes: '音楽' });
  expect(JSON.stringify(shown)).not.toMatch(/担当|課長/);
});
