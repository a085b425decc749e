import { expect, test } from 'vitest';
import { markAt, remindDrafts } from '../../../shared/messages/remind-drafts.ts';
import { instantsOf } from '../../../shared/programs/round.ts';
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
const given = (now: Date) => {
  const messages = fakeMessages();
  const applications = [
    anApplication({ id: 'draft', status: 'draft' }),
    anApplication({ id: 'returned', status: 'returned' }),
    anApplication({ id: 'sent', status: 'submitted' }),
    anApplication({ id: 'gone', status: 'withdrawn' }),
  ];
  const remind = remindDrafts({
    rounds: { list: async () => ({ items: [aRound()] }) },
    applications: { ofRound: async () => ({ items: applications }) },
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

test('between marks, and after the close, nobody is written to', async () => {
  expect(await given(before(7)).remind()).toBe(0);
  expect(await given(new Date(closes.getTime() + 60_000)).remind()).toBe(0);
});
