import { expect, test } from 'vitest';
import { addressHash } from '../../../shared/accounts/account.ts';
import { askAddress } from '../../../shared/accounts/ask-address.ts';
import { mergePeople, viewPerson } from '../../../shared/accounts/merge-people.ts';
import { openSession } from '../../../shared/accounts/open-session.ts';
import { personOfSession } from '../../../shared/accounts/person-of-session.ts';
import { proveAddress } from '../../../shared/accounts/prove-address.ts';
import { signIn } from '../../../shared/accounts/sign-in.ts';
import { viewAddressProof } from '../../../shared/accounts/view-address-proof.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { atNoon, callAt, fakeAccounts, noon, ownerOf, person, staff } from '../../support/accounts-fakes.ts';

const reviewer = person('rev-1', { kind: 'reviewer', roundId: 'round-1' });
const owner = ownerOf('org-1');
const later = (minutes: number, key = `key-${minutes}`) =>
  callAt(new Date(noon.getTime() + minutes * 60_000), key);
const notFound = fail({ kind: 'not-found' });

const given = () => {
  const fakes = fakeAccounts(reviewer, owner, staff);
  let made = 0;
  const ports = { ...fakes, newToken: () => `secret-${++made}` };
  const act = {
    ask: askAddress(ports),
    view: viewAddressProof(ports),
    prove: proveAddress(ports),
    merge: mergePeople(ports),
    see: viewPerson(ports),
    enter: signIn({ ...ports, newId: () => 'new' }),
  };
  const linked = async (email: string) => {
    await act.ask(reviewer, { email }, atNoon);
    return { token: String(fakes.messages.at(-1)?.linkToken) };
  };
  return { ...ports, ...act, linked };
};

test('the link goes to the new address alone, and until it is opened nothing changes', async () => {
  const { ask, accounts, messages, addressProofs } = given();
  const asked = await ask(reviewer, { email: 'second@example.org' }, atNoon);
  expect(asked).toEqual(ok({ email: 'second@example.org', expiresAt: '2027-01-05T12:00:00.000Z' }));
  expect(messages).toMatchObject([{ kind: 'second-address', to: { address: 'second@example.org' } }]);
  expect(await accounts.idByAddress(addressHash('second@example.org'))).toBeUndefined();
  // Kept as its hash: the token itself stands in the mail only.
  const token = String(messages[0]?.linkToken);
  expect(JSON.stringify(await addressProofs.find(token.split('.')[0] ?? ''))).not.toContain('secret-1');
});

test('the answer is the same for an address that has an account', async () => {
  const { ask } = given();
  expect(await ask(reviewer, { email: 'owner-1@example.org' }, atNoon)).toMatchObject({ ok: true });
  expect(await ask(publicActor, { email: 'a@example.org' }, atNoon)).toEqual(notFound);
});

test('nobody is mailed again and again', async () => {
  const { ask, messages } = given();
  const first = await ask(reviewer, { email: 'second@example.org' }, atNoon);
  expect(await ask(reviewer, { email: 'second@example.org' }, atNoon)).toEqual(first);
  expect(await ask(reviewer, { email: 'second@example.org' }, later(60))).toEqual(
    fail({ kind: 'mailed-already', until: '2027-01-05T12:00:00.000Z' }),
  );
  expect(await ask(reviewer, { email: 'third@example.org' }, later(14))).toEqual(
    fail({ kind: 'mailed-already', until: '2027-01-04T12:15:00.000Z' }),
  );
  expect(messages).toHaveLength(1);
  expect(await ask(reviewer, { email: 'third@example.org' }, later(15))).toMatchObject({ ok: true });
  expect(await ask(reviewer, { email: 'rev-1@example.org' }, later(90))).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'email', code: 'own-address' }] }),
  );
});

test('an address that is nobody’s signs in here once its link is confirmed, by the one who asked', async () => {
  const { linked, view, prove, enter, accounts, events } = given();
  const link = await linked('second@example.org');
  expect(await view(reviewer, link, atNoon)).toMatchObject({ value: { done: false, other: undefined } });
  for (const actor of [publicActor, owner, staff]) {
    expect(await view(actor, link, atNoon)).toEqual(notFound);
    expect(await prove(actor, { ...link, merge: true }, atNoon)).toEqual(notFound);
  }
  const done = await prove(reviewer, { ...link, merge: false }, atNoon);
  expect(done).toMatchObject({ value: { id: 'rev-1', addresses: ['second@example.org'] } });
  expect(await prove(reviewer, { ...link, merge: false }, atNoon)).toEqual(done);
  expect(events.filter((type) => type === 'address-proven')).toHaveLength(1);
  const come = { subject: 'other-way', email: 'Second@example.org', language: 'en' } as const;
  expect(await enter(publicActor, come, atNoon)).toEqual(ok({ personId: 'rev-1' }));
  expect((await accounts.find('rev-1'))?.account.email).toBe('rev-1@example.org');
});

test('a link is good once, for 24 hours, and not after a newer one', async () => {
  const { linked, view, prove, ask } = given();
  const link = await linked('second@example.org');
  const tooLate = fail({ kind: 'link-expired', expiredAt: '2027-01-05T12:00:00.000Z' });
  expect(await view(reviewer, link, later(1440))).toEqual(tooLate);
  expect(await prove(reviewer, { ...link, merge: false }, later(1440))).toEqual(tooLate);
  await ask(reviewer, { email: 'third@example.org' }, later(20));
  expect(await prove(reviewer, { ...link, merge: false }, later(21))).toEqual(notFound);
  expect(await prove(reviewer, { token: 'made.up', merge: false }, atNoon)).toEqual(notFound);
});

test('an address with an account of its own: said first, merged only by who has read it', async () => {
  const { linked, view, prove, accounts, rolesOf, events } = given();
  const link = await linked('owner-1@example.org');
  expect(await view(reviewer, link, atNoon)).toMatchObject({ value: { other: { roles: owner.roles } } });
  expect(await prove(reviewer, { ...link, merge: false }, atNoon)).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'merge', code: 'required' }] }),
  );
  expect((await accounts.account('owner-1'))?.mergedInto).toBeUndefined();

  const done = await prove(reviewer, { ...link, merge: true }, atNoon);
  expect(done).toMatchObject({ value: { formerly: ['owner-1'], addresses: ['owner-1@example.org'] } });
  expect(await accounts.account('owner-1')).toMatchObject({ mergedInto: 'rev-1', version: 2 });
  expect(rolesOf('rev-1')).toEqual([...reviewer.roles, ...owner.roles]);
  expect(rolesOf('owner-1')).toEqual([]);
  expect((await accounts.find('owner-1'))?.actor).toMatchObject({ personId: 'rev-1', formerly: ['owner-1'] });
  expect(events).toContain('account-merged');
  expect(await prove(reviewer, { ...link, merge: true }, atNoon)).toEqual(done);
});

test('the merged account’s sessions count no more, and what signed in to it signs in to the survivor', async () => {
  const { linked, prove, enter, accounts, people, sessions } = given();
  const come = { subject: 'sub-owner', email: 'owner-1@example.org', language: 'en' } as const;
  await enter(publicActor, come, atNoon);
  const open = openSession({ sessions, newToken: () => 'cookie' });
  await open('owner-1', noon);
  await open('rev-1', noon);
  const whose = personOfSession({ sessions, people });
  expect(await whose('owner-1', 'cookie', noon)).toBeDefined();
  await prove(reviewer, { ...(await linked(come.email)), merge: true }, atNoon);
  expect(await whose('owner-1', 'cookie', noon)).toBeUndefined();
  expect((await whose('rev-1', 'cookie', noon))?.actor.formerly).toEqual(['owner-1']);
  // Also in the moment in which the sessions are not forgotten yet.
  await open('owner-1', noon);
  expect(await whose('owner-1', 'cookie', noon)).toBeUndefined();
  expect(await enter(publicActor, come, atNoon)).toEqual(ok({ personId: 'rev-1' }));
  expect(await enter(publicActor, { ...come, subject: 'sub-new' }, atNoon)).toEqual(
    ok({ personId: 'rev-1' }),
  );
  expect(await accounts.idBySubject('sub-owner')).toBe('owner-1');
});

test('staff merge two accounts with a reason, which stays with the merged one', async () => {
  const { merge, see, accounts } = given();
  const input = { personId: 'rev-1', email: 'owner-1@example.org', reason: 'Told us by telephone' };
  for (const actor of [publicActor, reviewer, owner]) {
    expect(await merge(actor, input, atNoon)).toEqual(notFound);
    expect(await see(actor, { personId: 'rev-1' }, atNoon)).toEqual(notFound);
  }
  expect(await merge(staff, input, atNoon)).toEqual(ok({ personId: 'rev-1' }));
  expect(await merge(staff, input, atNoon)).toEqual(ok({ personId: 'rev-1' }));
  expect(await accounts.account('owner-1')).toMatchObject({ mergeReason: 'Told us by telephone' });
  expect(await see(staff, { personId: 'owner-1' }, atNoon)).toMatchObject({
    value: { id: 'rev-1', addresses: ['owner-1@example.org'], took: 1 },
  });
});

test('staff merge nobody with themselves, nobody with nobody, and no account with itself', async () => {
  const { merge } = given();
  const reason = 'One person';
  const own = fail({ kind: 'merge-refused', why: 'own' });
  expect(await merge(staff, { personId: 'staff-1', email: 'rev-1@example.org', reason }, atNoon)).toEqual(
    own,
  );
  expect(await merge(staff, { personId: 'rev-1', email: 'staff-1@example.org', reason }, atNoon)).toEqual(
    own,
  );
  expect(await merge(staff, { personId: 'rev-1', email: 'rev-1@example.org', reason }, atNoon)).toEqual(
    fail({ kind: 'merge-refused', why: 'same' }),
  );
  expect(await merge(staff, { personId: 'rev-1', email: 'no@example.org', reason }, atNoon)).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'email', code: 'no-account' }] }),
  );
  expect(await merge(staff, { personId: 'no', email: 'rev-1@example.org', reason }, atNoon)).toEqual(
    notFound,
  );
});
