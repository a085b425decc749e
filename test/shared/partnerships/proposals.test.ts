import { expect, test } from 'vitest';
import type { Actor } from '../../../shared/kernel/actor.ts';
import { confirmPartnership } from '../../../shared/partnerships/confirm-partnership.ts';
import { proposalSchema } from '../../../shared/partnerships/proposal.ts';
import { proposePartnership } from '../../../shared/partnerships/propose-partnership.ts';
import { aCall, fakePartnerships } from '../../support/partnerships-fakes.ts';

const member = (organisationId: string, as: 'owner' | 'viewer' = 'owner'): Actor => ({
  kind: 'person',
  personId: `of-${organisationId}`,
  roles: [{ kind: 'member', organisationId, as }],
});
const staff: Actor = {
  kind: 'person',
  personId: 'sam',
  roles: [{ kind: 'staff', programId: 'leading-asia' }],
};
const proposal = proposalSchema.parse({
  organisationId: 'org-a',
  usName: 'Bozeman',
  usState: 'MT',
  jpName: 'Yamanouchi',
  jpNameJa: '山ノ内町',
  jpPrefecture: 'Nagano',
});

test('a new pair stands proposed and claimed by who added it', async () => {
  const fake = fakePartnerships();
  const done = await proposePartnership(fake)(member('org-a'), proposal, aCall());
  expect(done).toMatchObject({
    value: { partnership: { standing: 'proposed', us: { name: 'Bozeman' } }, claim: { status: 'claimed' } },
  });
  expect(fake.events).toEqual(['partnership-proposed', 'claim-made']);
});

test('adding it twice is one pair and one claim; another organisation joins it with a claim of its own', async () => {
  const fake = fakePartnerships();
  const propose = proposePartnership(fake);
  const first = await propose(member('org-a'), proposal, aCall());
  expect(await propose(member('org-a'), proposal, aCall())).toEqual(first);
  const other = await propose(
    member('org-b'),
    { ...proposal, organisationId: 'org-b', usName: 'bozeman', jpName: 'Yamanōchi' },
    aCall(),
  );
  expect(other).toMatchObject({ ok: true });
  expect([fake.added.size, fake.claims.size]).toEqual([1, 2]);
});

test.each([
  ['as it stands', { usName: 'Austin', usState: 'TX', jpName: 'Oita', jpPrefecture: 'Oita' }],
  [
    'with a macron and a suffix',
    { usName: 'austin', usState: 'TX', jpName: 'Ōita-shi', jpPrefecture: 'Oita' },
  ],
  [
    'by its kanji',
    { usName: 'Austin', usState: 'TX', jpName: 'Ohita', jpNameJa: '大分市', jpPrefecture: 'Oita' },
  ],
])('a listed pair, typed %s, is refused with its id', async (_, typed) => {
  const fake = fakePartnerships();
  const listed = proposalSchema.parse({ organisationId: 'org-a', ...typed });
  expect(await proposePartnership(fake)(member('org-a'), listed, aCall())).toEqual({
    ok: false,
    failure: { kind: 'already-listed', partnershipId: 'austin-tx-oita' },
  });
  expect(fake.events).toEqual([]);
});

test('cities of one name in other states or prefectures are other pairs', async () => {
  const other = {
    ...proposal,
    usName: 'Springfield',
    usState: 'OR',
    jpName: 'Ashikaga',
    jpPrefecture: 'Tochigi',
  } as const;
  expect(await proposePartnership(fakePartnerships())(member('org-a'), other, aCall())).toMatchObject({
    ok: true,
  });
});

test('who may not act for the organisation adds nothing', async () => {
  const fake = fakePartnerships();
  const notFound = { ok: false, failure: { kind: 'not-found' } };
  expect(await proposePartnership(fake)(member('org-b'), proposal, aCall())).toEqual(notFound);
  expect(await proposePartnership(fake)(member('org-a', 'viewer'), proposal, aCall())).toEqual(notFound);
  expect(fake.added.size).toBe(0);
});

test('staff confirm a pair once; a listed one needs no confirmation', async () => {
  const fake = fakePartnerships();
  const done = await proposePartnership(fake)(member('org-a'), proposal, aCall());
  const partnershipId = done.ok ? done.value.partnership.id : '';
  const confirm = confirmPartnership(fake);
  expect(await confirm(member('org-a'), { partnershipId }, aCall())).toMatchObject({
    failure: { kind: 'not-found' },
  });
  const confirmed = await confirm(staff, { partnershipId }, aCall());
  expect(confirmed).toMatchObject({ value: { partnership: { standing: 'confirmed' } } });
  expect(await confirm(staff, { partnershipId }, aCall())).toEqual(confirmed);
  expect(fake.events.filter((type) => type === 'partnership-confirmed')).toHaveLength(1);
  expect(await confirm(staff, { partnershipId: 'austin-tx-oita' }, aCall())).toMatchObject({
    failure: { kind: 'step-refused', current: 'reference' },
  });
  const again = await proposePartnership(fake)(
    member('org-c'),
    { ...proposal, organisationId: 'org-c' },
    aCall(),
  );
  expect(again).toEqual({ ok: false, failure: { kind: 'already-listed', partnershipId } });
});

test.each([
  ['kanji where romaji belongs', { jpName: '山ノ内' }],
  ['an unknown state', { usState: 'XX' }],
  ['an unknown prefecture', { jpPrefecture: 'Edo' }],
  ['an empty name', { usName: '  ' }],
  ['a year before there were any', { establishedYear: 1066 }],
  ['a field nobody asked for', { standing: 'confirmed' }],
])('%s is refused', (_, wrong) => {
  expect(proposalSchema.safeParse({ ...proposal, ...wrong }).success).toBe(false);
});
