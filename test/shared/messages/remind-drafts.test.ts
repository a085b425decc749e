import { expect, test } from 'vitest';
import { markAt, remindDrafts } from '../../../shared/messages/remind-drafts.ts';
import { instantsOf } from '../../../shared/programs/round.ts';
import { composeMail } from '../../../web/messages/mail/compose-mail.ts';
import { fakeMessages, fakePeople } from '../../support/messages-fakes.ts';
import { anApplication, aRound } from '../../support/reviews-fakes.ts';

const { closes } = instantsOf(aRound());
const before = (days: number, ms = 0) => new Date(closes.getTime() - days * 86_400_000 - ms);

test.each([
  [before(14, 1), undefined],
  [before(14), 14],
  [before(13, 1), 14],
  [before(13), undefined],
  [before(3), 3],
  [before(2), undefined],
  [before(1), 1],
  [before(0, 1), 1],
  [before(0), undefined],
])('at %s the mark is %s', (now, mark) => {
  expect(markAt(closes, now)).toBe(mark);
});

const members = [
  { personId: 'owner', as: 'owner' },
  { personId: 'editor', as: 'editor' },
  { personId: 'viewer', as: 'viewer' },
] as const;
const { submission: _, ...neverSent } = anApplication({ id: 'draft', status: 'draft' });
const held = [neverSent, anApplication({ id: 'returned', status: 'returned' })];
const given = (now: Date, applications: readonly ReturnType<typeof anApplication>[] = held, over = {}) => {
  const messages = fakeMessages();
  const remind = remindDrafts({
    rounds: { list: async () => ({ items: [aRound(over)] }) },
    applications: { heldInRound: async () => applications },
    people: fakePeople(members),
    messages,
    clock: () => now,
  });
  return { messages, remind };
};

test('owners and editors of unsent applications are reminded once a mark, however often it runs', async () => {
  const { messages, remind } = given(before(3));
  expect(await remind()).toBe(4);
  expect(await remind()).toBe(0);
  expect(messages.saved.map(({ message }) => message.to.address).toSorted()).toEqual([
    'editor@city.example',
    'editor@city.example',
    'owner@city.example',
    'owner@city.example',
  ]);
  expect(messages.saved[0]?.message).toMatchObject({ kind: 'reminder-draft', values: { days: '3' } });
});

test('nobody is reminded of what came on paper: it is for staff to type and to send', async () => {
  const paper = { receivedOn: '2027-01-12', enteredAt: '', enteredBy: 's1', scribes: ['s1'] };
  const { remind } = given(before(3), [{ ...neverSent, paper }]);
  expect(await remind()).toBe(0);
});

test('between marks, and after the close, nobody is written to', async () => {
  expect(await given(before(7)).remind()).toBe(0);
  expect(await given(new Date(closes.getTime() + 60_000)).remind()).toBe(0);
});

test('whoever took a submission back, or got it back, is told that it does not count until it is sent again', async () => {
  const reopened = anApplication({ id: 'reopened', status: 'draft' });
  const { messages, remind } = given(before(1), [reopened, ...held]);
  await remind();
  const states = new Map(messages.saved.map(({ message }) => [message.about, message.values.state]));
  expect(Object.fromEntries(states)).toEqual({
    'application#reopened': 'reopened',
    'application#draft': 'draft',
    'application#returned': 'returned',
  });
  const { message } = messages.saved[0] ?? {};
  if (!message) throw new Error('nothing was written');
  const { text } = composeMail('https://shimai.example')(message);
  expect(text).toContain('What was sent before no longer counts');
  expect(text).toMatch(/The round closes: .*5:00.pm/);
});

test('time of its own has reminders of its own, also after the round’s close, until the announcement', async () => {
  const until = new Date(closes.getTime() + 10 * 86_400_000);
  const extension = { until: until.toISOString(), reason: 'Storm', at: closes.toISOString() };
  const extended = { ...neverSent, extension };
  const dayBefore = new Date(until.getTime() - 86_400_000);
  const { messages, remind } = given(dayBefore, [extended, neverSent]);
  expect(await remind()).toBe(2);
  expect(await remind()).toBe(0);
  expect(messages.saved[0]?.message.values).toMatchObject({ end: 'own', closes: extension.until, days: '1' });
  // Three days before the round's close is none of its days any more.
  expect(await given(before(3), [extended]).remind()).toBe(0);
  expect(await given(dayBefore, [extended], { announcedAt: closes.toISOString() }).remind()).toBe(0);
  const ended = { ...extension, ended: { reason: 'By mistake', at: closes.toISOString() } };
  expect(await given(dayBefore, [{ ...extended, extension: ended }]).remind()).toBe(0);
});
