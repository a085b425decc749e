import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../../../shared/kernel/actor.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { countHeld } from '../../../shared/messages/count-held.ts';
import { listMessages } from '../../../shared/messages/list-messages.ts';
import { type MessageAction, messageSteps } from '../../../shared/messages/message.ts';
import { stepMessage } from '../../../shared/messages/message-steps.ts';
import { releaseLetters } from '../../../shared/messages/release-letters.ts';
import { settleMessage } from '../../../shared/messages/settle-message.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { aMessage, fakeMessages, nobodyKept, noon } from '../../support/messages-fakes.ts';

const staff: Actor = {
  kind: 'person',
  personId: 's1',
  roles: [{ kind: 'staff', programId: 'leading-asia' }],
};
const call = { receivedAt: noon, idempotencyKey: 'k' };
const held = aMessage({ status: 'held' });

test.each([
  ['the public', { kind: 'public' } as const],
  [
    'an applicant',
    { kind: 'person', personId: 'p', roles: [{ kind: 'member', organisationId: 'o', as: 'owner' }] } as const,
  ],
  [
    'a reviewer',
    { kind: 'person', personId: 'r', roles: [{ kind: 'reviewer', roundId: 'round-1' }] } as const,
  ],
])('%s finds no message to release', async (_, actor) => {
  const messages = fakeMessages(held);
  const input = { messageId: held.id, action: 'release', version: 1 } as const;
  expect(await settleMessage({ messages, ...nobodyKept() })(actor, input, call)).toEqual(
    fail({ kind: 'not-found' }),
  );
  expect(await releaseLetters({ messages, ...nobodyKept() })(actor, { roundId: 'round-1' }, call)).toEqual(
    fail({ kind: 'not-found' }),
  );
  expect(messages.saved).toEqual([]);
});

test('staff release a held letter as they saw it, and not as it was before', async () => {
  const messages = fakeMessages(held);
  const settle = settleMessage({ messages, ...nobodyKept() });
  expect(await settle(staff, { messageId: held.id, action: 'release', version: 9 }, call)).toEqual(
    fail({ kind: 'stale', current: 1 }),
  );
  const done = await settle(staff, { messageId: held.id, action: 'release', version: 1 }, call);
  expect(done).toMatchObject({ ok: true, value: { status: 'queued', version: 2 } });
  expect(messages.saved[0]?.events).toMatchObject([{ type: 'message-queued', by: 's1' }]);
});

test('only a message in doubt is confirmed by hand: one being sent belongs to the sender', async () => {
  const messages = fakeMessages(aMessage({ status: 'sending' }));
  const input = { messageId: 'message-1', action: 'confirm-sent', version: 1 } as const;
  expect(await settleMessage({ messages, ...nobodyKept() })(staff, input, call)).toMatchObject({
    failure: { kind: 'step-refused' },
  });
});

test('releasing a round lets its held letters go once, and no other round’s', async () => {
  const messages = fakeMessages(
    held,
    { ...held, id: 'message-2' },
    { ...held, id: 'message-3', status: 'sent' },
    { ...held, id: 'message-4', roundId: 'round-2' },
  );
  const release = releaseLetters({ messages, ...nobodyKept() });
  expect(await release(staff, { roundId: 'round-1' }, call)).toMatchObject({ value: { released: 2 } });
  expect(await release(staff, { roundId: 'round-1' }, call)).toMatchObject({ value: { released: 0 } });
  expect((await messages.find('message-4'))?.status).toBe('held');
});

test('whatever is tried, only the table’s steps happen, and a token never outlives the sending', () => {
  const actions = fc.constantFrom<MessageAction>(
    ...([
      'release',
      'withdraw',
      'begin-sending',
      'postpone',
      'confirm-sent',
      'bounce',
      'doubt',
      'resend',
    ] as const),
  );
  fc.assert(
    fc.property(fc.array(actions, { maxLength: 20 }), (tried) => {
      let now = aMessage({ status: 'held', linkToken: 'secret' });
      for (const action of tried) {
        const allowed = new Map<string, string>(Object.entries(messageSteps[now.status]));
        const done = stepMessage(now, { action, by: 'someone', now: noon });
        expect(done.ok).toBe(allowed.has(action));
        if (!done.ok) continue;
        now = done.value.message;
        expect(now.status).toBe(allowed.get(action));
        if (now.status === 'sent' || now.status === 'withdrawn') expect(now).not.toHaveProperty('linkToken');
      }
    }),
  );
});

test('staff neither read, count, settle nor release a letter about an application they conflict with', async () => {
  const other = aMessage({
    id: 'message-2',
    status: 'held',
    kind: 'letter-decline',
    about: 'application#a2',
  });
  const messages = fakeMessages(held, other);
  const ports = { messages, ...nobodyKept('a1') };
  const compose = () => ({ subject: '', text: '' });
  const listed = await listMessages({ ...ports, compose, cursors: cursorsWith('seal') })(
    staff,
    { status: 'held' },
    call,
  );
  expect(listed).toMatchObject({ value: { kept: 1, items: [{ id: 'message-2' }] } });
  const round = { roundId: 'round-1' };
  expect(await countHeld(ports)(staff, round, call)).toEqual(
    ok({ count: 1, kinds: [{ kind: 'letter-decline', count: 1 }] }),
  );
  const release = { messageId: held.id, action: 'release', version: 1 } as const;
  expect(await settleMessage(ports)(staff, release, call)).toEqual(fail({ kind: 'not-found' }));
  expect(await releaseLetters(ports)(staff, round, call)).toEqual(ok({ released: 1, withdrawn: 0 }));
  expect(messages.saved.map(({ message }) => message.id)).toEqual(['message-2']);
});

test.each([
  'reminder-review',
  'reminder-review-late',
  'discussion-open',
] as const)('what %s tells a reviewer of their work is not for whoever is kept from an application of the round', async (kind) => {
  const told = aMessage({ status: 'sent', kind, about: 'round#round-1' });
  const list = (...kept: string[]) =>
    listMessages({
      ...{ messages: fakeMessages(told), ...nobodyKept(...kept) },
      ...{ compose: () => ({ subject: '', text: '' }), cursors: cursorsWith('seal') },
    })(staff, { status: 'sent' }, call);
  expect(await list()).toMatchObject({ value: { kept: 0, items: [{ id: told.id }] } });
  expect(await list('a2')).toMatchObject({ value: { kept: 1, items: [] } });
});

test('a letter whose application has moved on is withdrawn by the release, and released by nobody alone', async () => {
  const waitlist = aMessage({ id: 'message-2', status: 'held', kind: 'letter-waitlist' });
  const messages = fakeMessages(waitlist, aMessage({ status: 'held', kind: 'letter-decline' }));
  const ports = { messages, ...nobodyKept() };
  const one = { messageId: 'message-2', action: 'release', version: 1 } as const;
  expect(await settleMessage(ports)(staff, one, call)).toEqual(
    fail({ kind: 'step-refused', current: 'declined', action: 'release' }),
  );
  expect(await releaseLetters(ports)(staff, { roundId: 'round-1' }, call)).toEqual(
    ok({ released: 1, withdrawn: 1 }),
  );
  expect((await messages.find('message-2'))?.status).toBe('withdrawn');
});
