import { expect, test } from 'vitest';
import type { DomainEvent } from '../../../shared/kernel/event.ts';
import { routeChange } from '../../../shared/messages/route-change.ts';
import { writeNotices } from '../../../shared/messages/write-notices.ts';
import { anAccount, fakeMessages, fakePeople, noon } from '../../support/messages-fakes.ts';
import { anApplication, aRound } from '../../support/reviews-fakes.ts';

const event = (type: string, subject = 'application#a1'): DomainEvent => ({
  id: `${subject}/7`,
  subject,
  type,
  at: '2027-01-12T15:00:00.000Z',
  by: 'ada',
  data: { sha256: 'ab'.repeat(32) },
});
const members = [
  { personId: 'owner', as: 'owner' },
  { personId: 'second', as: 'owner' },
  { personId: 'editor', as: 'editor' },
  { personId: 'viewer', as: 'viewer' },
] as const;
const given = () => {
  const messages = fakeMessages();
  const asker = { name: 'A visitor', email: 'visitor@city.example', language: 'ja' } as const;
  const write = writeNotices({
    applications: { find: async (id) => (id === 'a1' ? anApplication() : undefined) },
    rounds: { find: async () => aRound() },
    people: fakePeople(members, [anAccount('second', { language: 'ja' })]),
    questions: {
      find: async (id) => ({
        ...{
          id,
          version: 2,
          status: 'answered',
          asker,
          text: 'May a village apply?',
          askedAt: noon.toISOString(),
        },
        answer: { text: 'Yes.', isPublic: false, publicQuestion: '', by: 's1', at: noon.toISOString() },
      }),
    },
    messages,
    clock: () => noon,
  });
  return { messages, write, to: () => messages.saved.map(({ message }) => message.to.address) };
};

test('a receipt goes to every owner in their language, once, also when the event is delivered twice', async () => {
  const { write, to, messages } = given();
  await write(event('application-submitted'));
  await write(event('application-submitted'));
  expect(to()).toEqual(['owner@city.example', 'second@city.example']);
  expect(messages.saved[1]?.message).toMatchObject({
    kind: 'receipt',
    status: 'queued',
    language: 'ja',
    values: { sha256: 'ab'.repeat(32), zone: 'America/New_York' },
  });
});

test('what has to be worked on goes to owners and editors, never to viewers', async () => {
  const { write, to } = given();
  await write(event('application-returned'));
  expect(to()).toEqual(['owner@city.example', 'second@city.example', 'editor@city.example']);
});

test('an answer goes to who asked, in their language', async () => {
  const { write, messages } = given();
  await write(event('question-answered', 'question#q1'));
  expect(messages.saved).toMatchObject([
    { message: { to: { address: 'visitor@city.example' }, language: 'ja', values: { answer: 'Yes.' } } },
  ]);
});

test('an event that concerns nobody’s mail writes none', async () => {
  const { write, messages } = given();
  await write(event('application-started'));
  await write(event('application-submitted', 'application#unknown'));
  expect(messages.saved).toEqual([]);
});

test.each([
  ['a submission', { entity: 'event', event: event('application-submitted') } as const, ['mail']],
  ['an announcement', { entity: 'event', event: event('round-announced', 'round#r') } as const, ['job']],
  ['a draft begun', { entity: 'event', event: event('application-started') } as const, []],
  ['a queued message', { entity: 'message', id: 'm', status: 'queued' } as const, ['mail']],
  ['a held message', { entity: 'message', id: 'm', status: 'held' } as const, []],
])('%s is relayed to %s', (_, change, consumers) => {
  expect(routeChange(change).map(({ consumer }) => consumer)).toEqual(consumers);
});
