import { expect, test } from 'vitest';
import { addressHash } from '../../../shared/accounts/account.ts';
import { deleteAccount, deletePerson, viewDeletion } from '../../../shared/accounts/delete-account.ts';
import { eraseAccount } from '../../../shared/accounts/erase-account.ts';
import { openSession } from '../../../shared/accounts/open-session.ts';
import { personOfSession } from '../../../shared/accounts/person-of-session.ts';
import { signIn } from '../../../shared/accounts/sign-in.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import type { PersonalData } from '../../../shared/kernel/personal-data.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { atNoon, fakeAccounts, noon, ownerOf, person, staff } from '../../support/accounts-fakes.ts';

const owner = ownerOf('org-1');
const second = ownerOf('org-1', 'owner-2');
const colleague = person('staff-2', { kind: 'staff', programId: 'leading-asia' });
const ann = person('ann');
const notFound = fail({ kind: 'not-found' });
const deletedAt = noon.toISOString();

const given = (people = [owner, staff, ann], applying: readonly string[] = ['org-1']) => {
  const fakes = fakeAccounts(...people);
  const applications = {
    ofOrganisation: async (id: string) => ({
      items: applying.includes(id) ? [{ id: 'a-1', roundId: 'r-1' }] : [],
    }),
  };
  const ports = { ...fakes, applications, newId: () => 'new', newToken: () => 'cookie' };
  return {
    ...ports,
    end: deleteAccount(ports),
    endOther: deletePerson(ports),
    see: viewDeletion(ports),
    enter: signIn(ports),
  };
};

test('an account ends at once: not found, no way in, no role, and its sessions are nobody’s', async () => {
  const { end, accounts, people, sessions, enter, rolesOf, events } = given([owner, second, staff]);
  const come = { subject: 'sub-owner', email: 'owner-1@example.org', language: 'en' } as const;
  await enter(publicActor, come, atNoon);
  await openSession({ sessions, newToken: () => 'cookie' })('owner-1', noon);
  expect(await end(owner, { email: ' Owner-1@example.org' }, atNoon)).toEqual(ok({ deletedAt }));
  expect(await accounts.find('owner-1')).toBeUndefined();
  expect(await accounts.idBySubject('sub-owner')).toBeUndefined();
  expect(await accounts.idByAddress(addressHash('owner-1@example.org'))).toBeUndefined();
  expect(rolesOf('owner-1')).toEqual([]);
  expect(await personOfSession({ sessions, people })('owner-1', 'cookie', noon)).toBeUndefined();
  expect(events).toContain('account-deleted');
  // Whoever comes again is somebody new.
  expect(await enter(publicActor, come, atNoon)).toEqual(ok({ personId: 'new' }));
});

test('an address that is not of the account ends nothing, and nobody ends what is not theirs', async () => {
  const { end, endOther, accounts } = given();
  expect(await end(ann, { email: 'owner-1@example.org' }, atNoon)).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'email', code: 'not-theirs' }] }),
  );
  expect(await end(publicActor, { email: 'ann@example.org' }, atNoon)).toEqual(notFound);
  const request = { personId: 'ann', email: 'ann@example.org', reason: 'asked-in-writing' } as const;
  for (const actor of [publicActor, owner, ann])
    expect(await endOther(actor, request, atNoon)).toEqual(notFound);
  expect(await accounts.find('ann')).toBeDefined();
});

test('the last owner of an organization that applies is told which, on the page and at the step', async () => {
  const { end, see, accounts } = given();
  const refused = { kind: 'deletion-refused', why: 'last-owner', organisationIds: ['org-1'] } as const;
  expect(await see(owner, {}, atNoon)).toEqual(ok({ refused }));
  expect(await end(owner, { email: 'owner-1@example.org' }, atNoon)).toEqual(fail(refused));
  expect(await accounts.find('owner-1')).toBeDefined();
  expect(await see(ann, {}, atNoon)).toEqual(ok({}));
  // One that never applied needs nobody.
  expect(await given([owner], []).end(owner, { email: 'owner-1@example.org' }, atNoon)).toMatchObject({
    ok: true,
  });
});

test('the only one of staff stays until there is another', async () => {
  const email = 'staff-1@example.org';
  expect(await given().end(staff, { email }, atNoon)).toEqual(
    fail({ kind: 'deletion-refused', why: 'only-staff' }),
  );
  expect(await given([staff, colleague]).end(staff, { email }, atNoon)).toEqual(ok({ deletedAt }));
});

test('staff end another’s on request and their own only as anyone does', async () => {
  const { endOther, accounts } = given([staff, colleague, ann]);
  const reason = 'asked-by-telephone' as const;
  expect(
    await endOther(staff, { personId: 'staff-1', email: 'staff-1@example.org', reason }, atNoon),
  ).toEqual(fail({ kind: 'deletion-refused', why: 'own' }));
  const request = { personId: 'ann', email: 'ann@example.org', reason };
  expect(await endOther(staff, request, atNoon)).toEqual(ok({ deletedAt }));
  expect(await endOther(staff, request, atNoon)).toEqual(notFound);
  expect((await accounts.account('ann'))?.deletedAt).toBe(deletedAt);
});

const event = (personId: string) => ({
  ...{ id: `${personId}/account-deleted`, subject: `person#${personId}`, type: 'account-deleted' },
  ...{ at: deletedAt, by: personId, data: {} },
});

test('each part is erased under every id, address and name, then the account; begun again it does nothing', async () => {
  const { end, accounts, events } = given([ann, person('was-ann')]);
  const known = await accounts.account('ann');
  const was = await accounts.account('was-ann');
  if (!known || !was) throw new Error('They are there');
  const formerNames = [{ name: 'Ann Earlier', until: deletedAt }];
  const joined = { ...known, version: 2, name: 'Ann', formerNames, formerly: ['was-ann'] };
  await accounts.save({ account: { ...joined, addresses: ['was-ann@example.org'] }, events: [] });
  await accounts.save({ account: { ...was, version: 2, mergedInto: 'ann', name: 'Anna' }, events: [] });

  const asked: unknown[] = [];
  let works = false;
  const part: PersonalData = {
    name: 'part',
    export: async () => [],
    erase: async (whose) => {
      asked.push(whose);
      if (!works) throw new Error('The table is throttled');
    },
  };
  const erase = eraseAccount({ accounts, data: [part], clock: () => noon });
  // Nobody's account is erased that was not ended.
  expect(await erase(event('ann'))).toBe('nothing-to-do');
  await end(ann, { email: 'was-ann@example.org' }, atNoon);
  await expect(erase(event('ann'))).rejects.toThrow('throttled');
  expect(await accounts.account('ann')).toBeDefined();

  works = true;
  expect(await erase(event('ann'))).toBe('erased');
  expect(asked.at(-1)).toEqual({
    personIds: ['ann', 'was-ann'],
    addresses: ['ann@example.org', 'was-ann@example.org'],
    names: ['Ann', 'Ann Earlier', 'Anna'],
  });
  expect(await accounts.account('ann')).toBeUndefined();
  expect(await accounts.account('was-ann')).toBeUndefined();
  expect(await erase(event('ann'))).toBe('nothing-to-do');
  // One for each account: what follows them knows the id that it has.
  expect(events.filter((type) => type === 'account-erased')).toHaveLength(2);
});
