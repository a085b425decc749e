import { expect, test } from 'vitest';
import type { DomainEvent } from '../../../shared/kernel/event.ts';
import { noticeEvents, routeChange } from '../../../shared/messages/route-change.ts';
import { writeNotices } from '../../../shared/messages/write-notices.ts';
import { composeMail } from '../../../web/messages/mail/compose-mail.ts';
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
const given = (application = anApplication()) => {
  const messages = fakeMessages();
  const asker = { name: 'A visitor', email: 'visitor@city.example', language: 'ja' } as const;
  const write = writeNotices({
    applications: { find: async (id) => (id === 'a1' ? application : undefined) },
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

// The other way round the compiler asks: a rule for an event that mail does not live on does not compile. Those left out have
// writers and tests of their own; of introductions each event stands in `introductions/introduction-notices.test.ts`.
test.each(
  noticeEvents.filter((type) => !/^(question|discussion|round|introduction)-/.test(type)),
)('%s, which mail lives on, is told to somebody', async (type) => {
  const { write, messages } = given();
  await write(event(type));
  expect(messages.saved.length).toBeGreaterThan(0);
});

test('what has to be worked on goes to owners and editors, never to viewers', async () => {
  const { write, to } = given();
  await write(event('application-returned'));
  expect(to()).toEqual(['owner@city.example', 'second@city.example', 'editor@city.example']);
});

test.each([
  ['accepted', 'application-acceptance-recorded', 'accepted', '助成の受諾を記録しました'],
  ['declined-by-applicant', 'application-refusal-recorded', 'declined', '助成の辞退を記録しました'],
] as const)('an answer recorded as %s is told to every owner once, in their language, with why and whom to write to', async (status, type, en, ja) => {
  const recorded = { reason: 'No answer by March 1.', at: '2027-03-10T15:00:00.000Z' };
  const { write, to, messages } = given(anApplication({ status, recorded }));
  await write(event(type));
  await write(event(type));
  expect(to()).toEqual(['owner@city.example', 'second@city.example']);
  const [first, second] = messages.saved.map(({ message }) => composeMail('https://x.example')(message));
  expect(first?.subject).toBe(`Your award is recorded as ${en}: A shop window for two towns of makers`);
  expect(first?.text).toContain('Why: No answer by March 1.');
  expect(first?.text).toContain('https://x.example/en/applications/a1/outcome');
  expect(first?.text).toContain('write to the program office at once:\nhttps://x.example/en/ask');
  expect(second?.subject).toBe(`${ja}：A shop window for two towns of makers`);
  expect(second?.text).toContain('今治市');
  expect(routeChange({ entity: 'event', event: event(type) })).toContainEqual(
    expect.objectContaining({ consumer: 'mail' }),
  );
});

test('more time, and its end, is told to owners and editors in one mail each, with the clocks and the reason', async () => {
  const extension = { until: '2027-01-20T22:00:00.000Z', reason: 'A storm.', at: '2027-01-12T15:00:00.000Z' };
  const ended = { ...extension, ended: { reason: 'By mistake.', at: '2027-01-13T15:00:00.000Z' } };
  for (const [type, stands, says] of [
    [
      'application-extended',
      extension,
      /It can be sent until: .*5:00.pm.*\n.*UTC.*\n.*Japan.*\n[\s\S]*Why: A storm\./,
    ],
    ['application-extension-ended', ended, /The round’s own close holds again[\s\S]*Why: By mistake\./],
  ] as const) {
    const { write, to, messages } = given(anApplication({ status: 'draft', extension: stands }));
    const happened = { ...event(type), data: { until: extension.until } };
    await write(happened);
    await write(happened);
    expect(to()).toEqual(['owner@city.example', 'second@city.example', 'editor@city.example']);
    const [first] = messages.saved.map(({ message }) => composeMail('https://x.example')(message));
    expect(first?.text).toMatch(says);
    expect(routeChange({ entity: 'event', event: happened })).toContainEqual(
      expect.objectContaining({ consumer: 'mail' }),
    );
  }
});

test.each([
  ['complaint-received', 'was received', 'We have received it'],
  ['complaint-taken-up', 'is being looked at', 'is now looking at it'],
  ['complaint-upheld', 'is settled', 'It is upheld'],
  ['complaint-not-upheld', 'is settled', 'It is not upheld'],
  ['complaint-withdrawn', 'was withdrawn', 'has withdrawn it'],
])('%s is told to every owner once, in their language', async (type, subject, says) => {
  const { write, to, messages } = given();
  const happened = event(type, 'complaint#a1');
  await write(happened);
  await write(happened);
  expect(to()).toEqual(['owner@city.example', 'second@city.example']);
  const [first, second] = messages.saved.map(({ message }) => composeMail('https://x.example')(message));
  expect(first?.subject).toContain(subject);
  expect(first?.text).toContain(says);
  expect(first?.text).toContain('https://x.example/en/applications/a1/complaint');
  expect(second?.subject).toContain('不服申立て');
  expect(messages.saved[0]?.message.about).toBe('application#a1');
  expect(routeChange({ entity: 'event', event: happened })).toContainEqual(
    expect.objectContaining({ consumer: 'mail' }),
  );
});

test('an answer that an owner gave on the page is no mail', async () => {
  const { write, messages } = given(anApplication({ status: 'accepted' }));
  await write(event('application-accepted'));
  expect(messages.saved).toEqual([]);
  const told = routeChange({ entity: 'event', event: event('application-accepted') });
  expect(told.map(({ consumer }) => consumer)).toEqual(['roster']);
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
  ['a submission', { entity: 'event', event: event('application-submitted') } as const, ['mail', 'roster']],
  ['an announcement', { entity: 'event', event: event('round-announced', 'round#r') } as const, ['job']],
  ['a draft begun', { entity: 'event', event: event('application-started') } as const, ['roster']],
  ['a queued message', { entity: 'message', id: 'm', status: 'queued' } as const, ['mail']],
  ['a held message', { entity: 'message', id: 'm', status: 'held' } as const, []],
])('%s is relayed to %s', (_, change, consumers) => {
  expect(routeChange(change).map(({ consumer }) => consumer)).toEqual(consumers);
});

test('a receipt for what came on paper says when it came and when it was typed and sent, each as what it is', async () => {
  const { write, messages } = given();
  const sent = event('application-submitted');
  await write({ ...sent, data: { ...sent.data, receivedOn: '2027-01-11' } });
  const [english, japanese] = messages.saved.map(
    ({ message }) => composeMail('https://shimai.example')(message).text,
  );
  expect(english).toContain(
    'Came on paper on: Mon, January 11, 2027\nTyped by program staff and sent: Tue, January 12',
  );
  expect(japanese).toContain(
    '書面の受付日：令和9年（2027年）1月11日（月）\n事務局による入力・提出処理：2027年1月12日',
  );
  expect(`${english}${japanese}`).not.toMatch(/reopen|取り消して/);
});

test('a receipt written before papers were entered reads as it did', async () => {
  const { write, messages } = given();
  await write(event('application-submitted'));
  const [first] = messages.saved;
  if (!first) throw new Error('no receipt');
  const { paper: _, ...values } = first.message.values;
  const { text } = composeMail('https://shimai.example')({ ...first.message, values });
  expect(text).toContain('Received: Tue, January 12');
  expect(text).not.toContain('paper');
});
