import { expect, test } from 'vitest';
import { writeOpeningNotices } from '../../../shared/discussions/write-opening-notices.ts';
import type { DomainEvent } from '../../../shared/kernel/event.ts';
import { routeChange } from '../../../shared/messages/route-change.ts';
import { composeMail } from '../../../web/messages/mail/compose-mail.ts';
import { fakeMessages, noon } from '../../support/messages-fakes.ts';
import {
  aDraftFile,
  anApplication,
  aSubmittedFile,
  memberOf,
  person,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const event = (version: number): DomainEvent => ({
  id: `round-1/discussion/${version}`,
  subject: 'round#round-1',
  type: 'discussion-opened',
  at: noon.toISOString(),
  by: 'staff-1',
  data: { early: 0 },
});

const given = () => {
  const messages = fakeMessages();
  const applications = ['a1', 'a2'].map((id) =>
    anApplication({ id, status: 'in-review', title: `Title of ${id}` }),
  );
  const ports = reviewPorts({
    applications: [...applications, anApplication({ id: 'a3', status: 'withdrawn' })],
    people: [
      staff,
      reviewer(),
      reviewer('reviewer-2'),
      reviewer('reviewer-3', memberOf('lakeland')),
      // Their accounts were merged: one mail, and one application.
      { ...reviewer('reviewer-4'), formerly: ['reviewer-4-before'] },
      // Has a review in and reviews no more: no page would open to them.
      person('reviewer-5'),
    ],
    files: [
      ...['a1', 'a2', 'a3'].map((applicationId) => aSubmittedFile({ applicationId })),
      aDraftFile({ reviewerId: 'reviewer-2' }),
      aSubmittedFile({ reviewerId: 'reviewer-3' }),
      aSubmittedFile({ reviewerId: 'reviewer-4', applicationId: 'a2' }),
      aSubmittedFile({ reviewerId: 'reviewer-4-before', applicationId: 'a2' }),
      aSubmittedFile({ reviewerId: 'reviewer-5', applicationId: 'a2' }),
      aSubmittedFile({ reviewerId: 'gone', applicationId: 'a2' }),
    ],
  });
  return { messages, write: writeOpeningNotices({ ...ports, messages, clock: () => noon }) };
};

test('each reviewer with a review in and no conflict is told once, of how many and of none by name', async () => {
  const { messages, write } = given();
  await write(event(1));
  await write(event(1));
  await write(event(3));
  expect(
    messages.saved.map(({ message }) => [message.to.address, message.values.count, message.status]),
  ).toEqual([
    ['reviewer-1@example.org', '2', 'queued'],
    ['reviewer-4@example.org', '1', 'queued'],
  ]);
  const letters = messages.saved.map(({ message }) => composeMail('https://shimai.example')(message));
  expect(letters.map(({ subject }) => subject)).toEqual([
    'The discussion of 2 applications is open',
    'The discussion of one application is open',
  ]);
  expect(JSON.stringify(letters)).not.toMatch(/Title of|Lakeland|SHM-/);
  expect(letters[0]?.text).toContain('https://shimai.example/en/reviews');
});

test('the mail consumer is told of an opening and of no post', () => {
  const consumers = (type: string) =>
    routeChange({ entity: 'event', event: { ...event(1), type } }).map(({ consumer }) => consumer);
  expect(consumers('discussion-opened')).toEqual(['mail']);
  expect(consumers('discussion-posted')).toEqual([]);
  expect(consumers('discussion-closed')).toEqual([]);
});
