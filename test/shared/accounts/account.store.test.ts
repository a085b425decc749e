import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { addressHash, editAccount, openAccount } from '../../../shared/accounts/account.ts';
import { roleStore } from '../../../shared/accounts/role.store.ts';
import { sessionStore } from '../../../shared/accounts/session.store.ts';
import type { Role } from '../../../shared/kernel/actor.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const at = new Date('2027-01-04T15:00:00.000Z');
const opening = (id: string, email = `${id}@example.org`) =>
  openAccount({ id, email, language: 'en', by: id, at });
const editorOf = (organisationId: string): Role => ({ kind: 'member', organisationId, as: 'editor' });

test('an account is found by id, by subject and by address, with its roles', async () => {
  const store = accountStore(engine);
  expect(await store.open(opening('ann'), 'provider|ann')).toEqual(ok(undefined));
  await roleStore(engine).grant({ personId: 'ann', role: editorOf('org-1'), by: 'ann', at });

  expect(await store.find('ann')).toEqual({
    account: opening('ann').account,
    actor: { kind: 'person', personId: 'ann', roles: [editorOf('org-1')] },
  });
  expect(await store.idBySubject('provider|ann')).toBe('ann');
  expect(await store.idByAddress(addressHash('ANN@example.org '))).toBe('ann');
  expect(await store.personOf('provider|ann')).toMatchObject({ personId: 'ann', roles: [editorOf('org-1')] });
  expect(await store.membersOf('org-1')).toEqual([{ personId: 'ann', as: 'editor' }]);
  expect((await eventsOf(engine)('person#ann')).map(({ type, data }) => [type, data])).toEqual([
    ['account-opened', {}],
    ['role-granted', { role: 'editor', scope: 'org-1' }],
  ]);
});

test('a second account for an address, or for a subject, is a conflict and leaves nothing behind', async () => {
  const store = accountStore(engine);
  await store.open(opening('bob'), 'sub-bob');
  expect(await store.open(opening('bob-2', 'bob@example.org'), 'sub-bob-2')).toEqual(
    fail({ kind: 'conflict' }),
  );
  expect(await store.open(opening('bob-3'), 'sub-bob')).toEqual(fail({ kind: 'conflict' }));
  expect(await store.find('bob-2')).toBeUndefined();
  expect(await store.idBySubject('sub-bob-2')).toBeUndefined();
  expect(await store.link('bob', 'sub-bob-4', at)).toEqual(ok(undefined));
  expect(await store.idBySubject('sub-bob-4')).toBe('bob');
});

test('a role that was taken away is gone with the next read, and taking it twice is not found', async () => {
  const store = accountStore(engine);
  const roles = roleStore(engine);
  await store.open(opening('cat'));
  const reviewer = { personId: 'cat', role: { kind: 'reviewer', roundId: 'r-1' }, by: 'ann', at } as const;
  expect(await roles.grant({ ...reviewer, pledge: { version: '1', at: at.toISOString() } })).toEqual(
    ok(undefined),
  );
  expect(await roles.grant(reviewer)).toEqual(fail({ kind: 'conflict' }));
  expect(await store.reviewersOf('r-1')).toEqual(['cat']);

  const later = { ...reviewer, at: new Date(at.getTime() + 1) };
  expect(await roles.revoke(later)).toEqual(ok(undefined));
  expect((await store.find('cat'))?.actor.roles).toEqual([]);
  expect(await roles.revoke({ ...reviewer, at: new Date(at.getTime() + 2) })).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('an edit of a version that no longer stands is a conflict', async () => {
  const store = accountStore(engine);
  const opened = opening('dan');
  await store.open(opened);
  const edited = editAccount(opened.account, { name: 'Dan', language: 'ja', version: 1 }, at);
  if (!edited.ok) throw new Error('the edit was refused');
  expect(await store.save(edited.value)).toEqual(ok(undefined));
  expect(await store.many(['dan', 'nobody'])).toEqual([edited.value.account]);
  expect(await store.save(edited.value)).toEqual(fail({ kind: 'conflict' }));
});

test('the earlier name is kept in the very write that replaces it, and its event names nobody', async () => {
  const store = accountStore(engine);
  const opened = opening('eve');
  const account = { ...opened.account, name: 'Eve Earlier' };
  await store.open({ ...opened, account });
  const edited = editAccount(account, { name: 'Eve Later', language: 'en', version: 1 }, at);
  if (!edited.ok) throw new Error('the edit was refused');
  expect(await store.save(edited.value)).toEqual(ok(undefined));
  const formerNames = [{ name: 'Eve Earlier', until: at.toISOString() }];
  expect(await store.account('eve')).toMatchObject({ name: 'Eve Later', formerNames });
  expect(JSON.stringify(await eventsOf(engine)('person#eve'))).not.toContain('Earlier');
});

test('sessions are kept to the millisecond, carry the table’s expiry in seconds, and end together', async () => {
  const sessions = sessionStore(engine);
  const expiresAt = new Date('2027-01-18T15:00:00.250Z');
  await sessions.open('ann', 'hash-1', expiresAt);
  await sessions.open('ann', 'hash-2', expiresAt);
  expect(await sessions.find('ann', 'hash-1')).toEqual({ personId: 'ann', tokenHash: 'hash-1', expiresAt });
  await sessions.end('ann', 'hash-1');
  expect(await sessions.find('ann', 'hash-1')).toBeUndefined();
  await sessions.endAll('ann');
  expect(await sessions.find('ann', 'hash-2')).toBeUndefined();
});
