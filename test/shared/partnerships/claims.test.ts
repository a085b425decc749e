import { expect, test } from 'vitest';
import { type Actor, publicActor, type Role } from '../../../shared/kernel/actor.ts';
import { claimPartnership } from '../../../shared/partnerships/claim-partnership.ts';
import { listOpenClaims } from '../../../shared/partnerships/list-open-claims.ts';
import { settleClaim } from '../../../shared/partnerships/settle-claim.ts';
import { viewPartnership } from '../../../shared/partnerships/view-partnership.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import {
  aCall,
  aClaim,
  anOrganisation,
  aProposed,
  fakePartnerships,
} from '../../support/partnerships-fakes.ts';

const person = (personId: string, ...roles: Role[]): Actor => ({ kind: 'person', personId, roles });
const member = (as: 'owner' | 'editor' | 'viewer', organisationId = 'org-austin') =>
  person('ada', { kind: 'member', organisationId, as });
const staff = person('sam', { kind: 'staff', programId: 'leading-asia' });
const pair = { partnershipId: 'austin-tx-oita', organisationId: 'org-austin' };
const notFound = { ok: false, failure: { kind: 'not-found' } };

test('an owner or editor claims, once however often they ask', async () => {
  const fake = fakePartnerships();
  const claim = claimPartnership(fake);
  const first = await claim(member('editor'), pair, aCall());
  expect(first).toMatchObject({
    ok: true,
    value: { claim: { status: 'claimed', version: 1, claimedBy: 'ada' } },
  });
  expect(await claim(member('owner'), pair, aCall({ idempotencyKey: 'key-2' }))).toEqual(first);
  expect(fake.events).toEqual(['claim-made']);
});

test.each([
  ['the public', publicActor, pair],
  ['a viewer', member('viewer'), pair],
  ['a member of another organisation', member('owner', 'org-other'), pair],
  ['staff', staff, pair],
  [
    'an owner, of a partnership that does not exist',
    member('owner'),
    { ...pair, partnershipId: 'no-such-pair' },
  ],
  ['an owner, of a pair that others proposed', member('owner'), { ...pair, partnershipId: 'added-1' }],
])('a claim by %s finds nothing', async (_, actor, input) => {
  const fake = fakePartnerships({ partnerships: [aProposed()] });
  expect(await claimPartnership(fake)(actor, input, aCall())).toEqual(notFound);
  expect(fake.events).toEqual([]);
});

test('a verified claim is not made again, a refused one may be', async () => {
  const claimOver = (status: 'verified' | 'refused') =>
    claimPartnership(fakePartnerships({ claims: [aClaim({ status, version: 2 })] }))(
      member('owner'),
      pair,
      aCall(),
    );
  expect(await claimOver('verified')).toMatchObject({
    failure: { kind: 'step-refused', current: 'verified' },
  });
  expect(await claimOver('refused')).toMatchObject({
    ok: true,
    value: { claim: { status: 'claimed', version: 3 } },
  });
});

test('staff verify what they read, and a second click does no more', async () => {
  const fake = fakePartnerships({ claims: [aClaim()] });
  const settle = settleClaim(fake);
  const input = { ...pair, outcome: 'verify', version: 1 } as const;
  const done = await settle(staff, input, aCall());
  expect(done).toMatchObject({
    ok: true,
    value: { claim: { status: 'verified', version: 2, settledBy: 'sam' } },
  });
  expect(await settle(staff, input, aCall())).toEqual(done);
  expect(fake.events).toEqual(['claim-verified']);
});

test('a settlement is refused to others, of an older version, of what is settled, and before a pair is confirmed', async () => {
  const settle = settleClaim(
    fakePartnerships({
      partnerships: [aProposed()],
      claims: [aClaim({ version: 3 }), aClaim({ partnershipId: 'added-1' })],
    }),
  );
  const input = { ...pair, outcome: 'verify', version: 2 } as const;
  expect(await settle(member('owner'), input, aCall())).toEqual(notFound);
  expect(await settle(staff, { ...input, organisationId: 'org-none' }, aCall())).toEqual(notFound);
  expect(await settle(staff, input, aCall())).toEqual({ ok: false, failure: { kind: 'stale', current: 3 } });
  expect(await settle(staff, { ...input, partnershipId: 'added-1', version: 1 }, aCall())).toMatchObject({
    failure: { kind: 'step-refused', current: 'proposed' },
  });
  await settle(staff, { ...input, version: 3 }, aCall());
  const other = person('tom', { kind: 'staff', programId: 'leading-asia' });
  expect(await settle(other, { ...input, version: 4 }, aCall())).toMatchObject({
    failure: { kind: 'step-refused', current: 'verified' },
  });
});

test('open claims are for staff, each with its organisation and pair', async () => {
  const fake = fakePartnerships({
    claims: [aClaim(), aClaim({ partnershipId: 'tacoma-wa-kitakyushu', status: 'refused' })],
  });
  const list = listOpenClaims({ ...fake, cursors: cursorsWith('seal') });
  expect(await list(member('owner'), {}, aCall())).toEqual(notFound);
  const listed = await list(staff, {}, aCall());
  expect(listed.ok && listed.value.items).toMatchObject([
    { claim: aClaim(), organisation: anOrganisation(), partnership: { id: 'austin-tx-oita' } },
  ]);
  expect(await list(staff, { cursor: 'forged' }, aCall())).toMatchObject({
    failure: { kind: 'invalid-input' },
  });
});

test('a snapshot names who runs it only once staff have verified, and no person ever', async () => {
  const seen = async (...claims: ReturnType<typeof aClaim>[]) =>
    viewPartnership(fakePartnerships({ claims }))(publicActor, { partnershipId: 'austin-tx-oita' }, aCall());
  expect(await seen()).toMatchObject({
    value: { standing: 'unclaimed', runBy: [], own: [], kilometres: 11_253 },
  });
  expect(await seen(aClaim())).toMatchObject({ value: { standing: 'claimed', runBy: [], own: [] } });
  const verified = await seen(aClaim({ status: 'verified', version: 2 }));
  expect(verified).toMatchObject({ value: { standing: 'verified', runBy: ['Austin–Oita Committee'] } });
  // Named here, an organisation that is known from its paper alone would be named as an applicant.
  expect(await seen(aClaim({ status: 'verified', onPaper: true }))).toMatchObject({
    value: { standing: 'unclaimed', runBy: [] },
  });
  expect(JSON.stringify(verified)).not.toContain('ada');
});

test('a member sees the own claim; a proposed pair is seen by its claimants and by staff', async () => {
  const view = viewPartnership(
    fakePartnerships({ partnerships: [aProposed()], claims: [aClaim({ partnershipId: 'added-1' })] }),
  );
  const input = { partnershipId: 'added-1' };
  expect(await view(publicActor, input, aCall())).toEqual(notFound);
  expect(await view(member('owner', 'org-other'), input, aCall())).toEqual(notFound);
  expect(await view(member('viewer'), input, aCall())).toMatchObject({
    value: { own: [{ status: 'claimed' }] },
  });
  expect(await view(staff, input, aCall())).toMatchObject({ value: { own: [], funding: [] } });
});
