import { expect, test } from 'vitest';
import type { DomainEvent } from '../../../shared/kernel/event.ts';
import { writeRoundNotices } from '../../../shared/messages/write-round-notices.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { fakeMessages, fakePeople } from '../../support/messages-fakes.ts';
import { anApplication, aRound } from '../../support/reviews-fakes.ts';

const reason = { en: 'Storms.', ja: '台風のため。' };
const at = '2026-12-01T12:00:00.000Z';
const extended = aRound({ closes: '2027-01-21T17:00', extended: { from: '2027-01-14T17:00', reason, at } });
const cancelled = aRound({ cancelled: { reason, at } });
const members = [
  { personId: 'owner', as: 'owner' },
  { personId: 'editor', as: 'editor' },
  { personId: 'viewer', as: 'viewer' },
] as const;

const given = (round: Round) => {
  const messages = fakeMessages();
  const applications = [
    anApplication({ id: 'draft', status: 'draft' }),
    anApplication({ id: 'second', status: 'draft', formVersion: 2 }),
    anApplication({ id: 'sent', status: 'submitted' }),
    anApplication({ id: 'gone', status: 'withdrawn' }),
  ];
  const write = writeRoundNotices({
    rounds: { find: async () => round },
    applications: { ofRound: async () => ({ items: applications }) },
    people: fakePeople(members),
    messages,
    clock: () => new Date(at),
  });
  const told = () =>
    messages.saved.map(({ message }) => `${message.kind} ${message.about} ${message.to.address}`);
  return { messages, write, told };
};
const event = (type: string, data: DomainEvent['data'] = {}): DomainEvent => {
  return { id: 'round-1/2', subject: 'round#round-1', type, at, by: 'staff-1', data };
};

test('of a later close owners and editors of what is not sent are told, once each however often it is delivered', async () => {
  const { messages, write, told } = given(extended);
  await write(event('round-extended'));
  await write(event('round-extended'));
  expect(told()).toHaveLength(4);
  expect(new Set(told()).size).toBe(4);
  expect(messages.saved[0]?.message).toMatchObject({
    kind: 'round-extended',
    values: {
      closes: '2027-01-21T22:00:00.000Z',
      was: '2027-01-14T22:00:00.000Z',
      reason: 'Storms.',
      path: 'applications/draft',
    },
  });
});

test('of a cancellation everyone is told who has an application in the round, sent or not', async () => {
  const { write, told } = given(cancelled);
  await write(event('round-cancelled'));
  expect(told().filter((line) => line.includes('gone'))).toEqual([]);
  expect(told()).toHaveLength(6);
});

test('of a new form only owners of drafts are told that keep an earlier one', async () => {
  const { write, told } = given(aRound({ formVersion: 2 }));
  await write(event('round-form-changed', { form: 2 }));
  expect(told()).toEqual([expect.stringContaining('form-changed application#draft')]);
});

test('other events of a round mail nobody', async () => {
  const { write, told } = given(extended);
  await write(event('round-edited'));
  expect(told()).toEqual([]);
});
