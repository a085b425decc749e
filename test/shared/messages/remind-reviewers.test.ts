import { expect, test } from 'vitest';
import { remindReviewers, reviewMarkAt } from '../../../shared/messages/remind-reviewers.ts';
import { composeMail } from '../../../web/messages/mail/compose-mail.ts';
import { fakeMessages } from '../../support/messages-fakes.ts';
import {
  aDraftFile,
  anApplication,
  aReview,
  aRound,
  aSubmittedFile,
  memberOf,
  reviewDue,
  reviewer,
  reviewPorts,
} from '../../support/reviews-fakes.ts';

const day = 86_400_000;
const before = (days: number, ms = 0) => new Date(reviewDue.getTime() - days * day - ms);
const after = (days: number, ms = 0) => new Date(reviewDue.getTime() + days * day + ms);

test.each([
  [before(7, 1), undefined],
  [before(7), { days: 7, isLate: false }],
  [before(6), undefined],
  [before(2), { days: 2, isLate: false }],
  [before(1), undefined],
  [after(0), undefined],
  [after(1, -1), undefined],
  [after(1), { days: 1, isLate: true }],
  [after(2), undefined],
  [after(4, day - 1), { days: 4, isLate: true }],
  [after(5), undefined],
])('at %s the mark is %s', (now, mark) => {
  expect(reviewMarkAt(reviewDue, now)).toEqual(mark);
});

const given = (now: Date, over: Parameters<typeof reviewPorts>[0] = {}, round = aRound()) => {
  const messages = fakeMessages();
  const ports = reviewPorts({
    round,
    files: [
      { review: aReview() },
      aDraftFile({ applicationId: 'a2' }),
      aSubmittedFile({ reviewerId: 'reviewer-2' }),
      { review: aReview({ reviewerId: 'reviewer-3', status: 'declined' }) },
      { review: aReview({ reviewerId: 'reviewer-4', status: 'conflicted' }) },
    ],
    applications: [anApplication({ status: 'in-review' }), anApplication({ id: 'a2', status: 'in-review' })],
    people: ['reviewer-1', 'reviewer-2', 'reviewer-3', 'reviewer-4'].map((id) => reviewer(id)),
    ...over,
  });
  const remind = remindReviewers({
    ...ports,
    rounds: { ...ports.rounds, list: async () => ({ items: [round] }) },
    messages,
    clock: () => now,
  });
  return { messages, remind };
};

test('who has reviews to send is reminded once a mark, with how many and no application’s name', async () => {
  const { messages, remind } = given(before(2));
  expect([await remind(), await remind()]).toEqual([1, 0]);
  const [sent] = messages.saved;
  if (!sent) throw new Error('Nothing was sent');
  expect(sent.message).toMatchObject({
    kind: 'reminder-review',
    to: { address: 'reviewer-1@example.org' },
    values: { count: '2', days: '2', path: 'reviews' },
  });
  expect(JSON.stringify(sent.message)).not.toMatch(/Lakeland|Imabari|shop window/);
  const compose = composeMail('https://shimai.test');
  const english = compose(sent.message);
  expect(english.subject).toContain('2 days left');
  expect(english.text).toContain('https://shimai.test/en/reviews');
  expect(compose({ ...sent.message, language: 'ja' }).text).toContain('2件');
});

test('who has reviews under an account that was merged into theirs gets one mail, with all of them', async () => {
  const survivor = { ...reviewer('reviewer-1'), formerly: ['reviewer-0'] };
  const files = [{ review: aReview({ reviewerId: 'reviewer-0' }) }, aDraftFile({ applicationId: 'a2' })];
  const { messages, remind } = given(before(2), { people: [survivor], files });
  expect(await remind()).toBe(1);
  expect(messages.saved[0]?.message.values).toMatchObject({ count: '2' });
});

test('after the due date the mail says so', async () => {
  const { messages, remind } = given(after(1));
  expect(await remind()).toBe(1);
  expect(messages.saved[0]?.message.kind).toBe('reminder-review-late');
});

test('an application that came to conflict, or was withdrawn, is not counted; with none left nobody is written to', async () => {
  const people = [reviewer('reviewer-1', memberOf('lakeland'))];
  expect(await given(before(7), { people }).remind()).toBe(0);
  const applications = [
    anApplication({ status: 'withdrawn' }),
    anApplication({ id: 'a2', status: 'in-review' }),
  ];
  const { messages, remind } = given(before(7), { applications });
  expect(await remind()).toBe(1);
  expect(messages.saved[0]?.message.values).toMatchObject({ count: '1' });
});

test('between marks, while submissions come in, and once announced, nobody is written to', async () => {
  expect(await given(before(4)).remind()).toBe(0);
  const announced = aRound({ announcedAt: '2027-02-01T00:00:00.000Z' });
  expect(await given(before(2), {}, announced).remind()).toBe(0);
  const running = aRound({ closes: '2027-02-11T17:00' });
  expect(await given(before(2), {}, running).remind()).toBe(0);
});
