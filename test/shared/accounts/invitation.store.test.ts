import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { openAccount } from '../../../shared/accounts/account.ts';
import { invitationStore } from '../../../shared/accounts/invitation.store.ts';
import { acceptOffer, type InvitationChange, offerRole } from '../../../shared/accounts/invitation.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { messageStore, messageWrites } from '../../../shared/messages/message.store.ts';
import { queueMessage } from '../../../shared/messages/message-steps.ts';
import { noon, person } from '../../support/accounts-fakes.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const offer = (id: string) =>
  offerRole(
    {
      id,
      tokenHash: `hash-${id}`,
      role: { kind: 'reviewer', roundId: 'round-1' },
      email: 'new@example.org',
      language: 'ja',
      invitedBy: 'staff-1',
    },
    noon,
  );
const mailOf = ({ invitation }: InvitationChange) =>
  queueMessage(
    {
      id: `mail-${invitation.id}`,
      kind: 'invitation-reviewer',
      about: `invitation#${invitation.id}`,
      to: { address: invitation.email, name: '' },
      language: 'ja',
      values: {},
      linkToken: 'token',
    },
    'staff-1',
    noon,
  );
const accepted = (change: InvitationChange, personId: string) => {
  const done = acceptOffer(change.invitation, { person: person(personId), pledged: true }, noon);
  if (!done.ok) throw new Error('the builder no longer fits');
  return done.value;
};

test('invitation and mail stand together, or neither does', async () => {
  const store = invitationStore(engine, messageWrites);
  const change = offer('inv-1');
  expect(await store.save(change, { message: mailOf(change) })).toEqual(ok(undefined));
  expect(await store.find('inv-1')).toEqual(change.invitation);
  expect(await messageStore(engine).find('mail-inv-1')).toMatchObject({ status: 'queued' });

  const again = offer('inv-2');
  expect(await store.save(again, { message: mailOf(change) })).toEqual(fail({ kind: 'conflict' }));
  expect(await store.find('inv-2')).toBeUndefined();
});

test('of two people who accept one link, one gets the role and the other nothing', async () => {
  const store = invitationStore(engine, messageWrites);
  const accounts = accountStore(engine);
  for (const id of ['ann', 'bob'])
    await accounts.open(openAccount({ id, email: `${id}@example.org`, language: 'en', by: id, at: noon }));
  const change = offer('inv-3');
  await store.save(change);
  const [first, second] = [accepted(change, 'ann'), accepted(change, 'bob')];
  expect(await store.save(first, { grant: first.grant })).toEqual(ok(undefined));
  expect(await store.save(second, { grant: second.grant })).toEqual(fail({ kind: 'conflict' }));
  expect((await accounts.find('ann'))?.actor.roles).toEqual([{ kind: 'reviewer', roundId: 'round-1' }]);
  expect((await accounts.find('bob'))?.actor.roles).toEqual([]);
  expect(await accounts.reviewersOf('round-1')).toEqual(['ann']);
});

test('the program office’s list holds its own, newest first', async () => {
  const store = invitationStore(engine, messageWrites);
  const late = offer('inv-9');
  const createdAt = '2027-02-01T00:00:00.000Z';
  await store.save({ ...late, invitation: { ...late.invitation, createdAt } });
  const { items } = await store.list('program#leading-asia');
  expect(items[0]?.id).toBe('inv-9');
  expect(await store.list('organisation#org-1')).toEqual({ items: [], next: undefined });
});
