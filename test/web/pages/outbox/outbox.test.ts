import { expect, test, vi } from 'vitest';
import type { HandledComplaint } from '../../../../shared/complaints/handle-complaints.ts';
import { ok } from '../../../../shared/kernel/result.ts';
import type { MessageStatus } from '../../../../shared/messages/message.ts';
import { aMessage } from '../../../support/messages-fakes.ts';
import { aRound } from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const staff = aPerson('staff-1', { kind: 'staff', programId: 'leading-asia' });
const reviewer = aPerson('reviewer-1', { kind: 'reviewer', roundId: 'round-1' });
const entryOf = (status: MessageStatus) => {
  const { linkToken: _, values: __, ...message } = aMessage({ status, kind: 'letter-award' });
  return { ...message, letter: { subject: 'Award: Makers', text: 'Dear <Applicant>,\nWe are glad.' } };
};

type Listed = { mayHandle: boolean; complaint: { status: 'received' | 'under-review' } };
const announced = aRound({ id: 'announced', announcedAt: '2026-01-02T00:00:00.000Z' });

const given = (status: MessageStatus | 'none', filed: readonly Listed[] = []) => {
  const items = status === 'none' ? [] : [entryOf(status)];
  const useCases = {
    listMessages: vi.fn(async () => ok({ items, kept: 0 })),
    settleMessage: vi.fn(async () => ok({})),
    releaseLetters: vi.fn(async () => ok({ released: 1 })),
    viewRound: async () => ok(aRound()),
    countHeld: async () => ok({ count: 3, kinds: [{ kind: 'letter-award' as const, count: 3 }] }),
  };
  const staffToday = {
    listMessages: useCases.listMessages,
    listOpenClaims: async () => ok({ items: [{}] }),
    listFlags: async () => ok({ items: [] }),
    listIntroductionReports: async () => ok({ items: [] }),
    listQuestions: async () => ok({ items: [{}, {}] }),
    listRounds: async () => ok({ items: [aRound(), announced] }),
    listComplaints: vi.fn(async () => ok({ items: filed as readonly HandledComplaint[] })), // The page reads these two alone.
  };
  return {
    useCases,
    staffToday,
    ...webApp({ people: [staff, reviewer], useCases: { outbox: useCases, staffToday } }),
  };
};

test('a held letter shows its very words and who will get it before anyone releases it', async () => {
  const { get } = given('held');
  const html = await (await get('/en/staff/outbox', { as: staff })).text();
  expect(html).toContain('Dear &lt;Applicant&gt;');
  expect(html).toContain('applicant@austin.example');
  expect(html).toMatch(
    /3 letters wait.*When you release, mail goes to.*3 owners.*Award.*Release all letters of this round/s,
  );
  expect(html).toMatch(/value="release".*value="withdraw"/s);
});

test('one letter or the whole round is released, as the button says', async () => {
  const { post, useCases } = given('held');
  const one = { messageId: 'message-1', version: '1', action: 'release' };
  expect((await post('/en/staff/outbox?status=held', one, { as: staff })).status).toBe(303);
  expect(useCases.settleMessage).toHaveBeenCalledWith(
    staff.actor,
    { messageId: 'message-1', action: 'release', version: 1 },
    expect.anything(),
  );
  await post('/en/staff/outbox', { roundId: 'round-1', action: 'release-all' }, { as: staff });
  expect(useCases.releaseLetters).toHaveBeenCalledWith(
    staff.actor,
    { roundId: 'round-1' },
    expect.anything(),
  );
});

test('a mail in doubt warns before it is sent again, and one that was sent offers nothing', async () => {
  const unsure = await (await given('unsure').get('/en/staff/outbox?status=unsure', { as: staff })).text();
  expect(unsure).toMatch(/It may have gone out.*value="resend".*value="confirm-sent"/s);
  const sent = await (await given('sent').get('/en/staff/outbox?status=sent', { as: staff })).text();
  expect(sent).not.toContain('name="action"');
});

test('an empty outbox says so in the reader’s language', async () => {
  const html = await (await given('none').get('/ja/staff/outbox', { as: staff })).text();
  expect(html).toContain('送信の許可を待つ通知文はありません。');
});

test('an unknown act is refused with 400 and changes nothing', async () => {
  const { post, useCases } = given('held');
  expect((await post('/en/staff/outbox', { action: 'burn' }, { as: staff })).status).toBe(400);
  expect(useCases.settleMessage).not.toHaveBeenCalled();
});

test('staff’s first page leads to what waits and to each round’s pages; a reviewer finds neither page', async () => {
  const { get } = given('held');
  const html = await (await get('/en/staff', { as: staff })).text();
  expect(html).toContain('One letter waits for release');
  expect(html).toContain('One claim waits to be checked');
  expect(html).toContain('2 questions wait for an answer');
  expect(html).toContain('href="/en/staff/rounds/round-1/decisions"');
  expect((await get('/en/staff', { as: reviewer })).status).toBe(404);
  expect((await get('/en/staff/outbox', { as: reviewer })).status).toBe(404);
});

test('a complaint that nobody looks at yet waits for whoever may, in rounds that are announced', async () => {
  const waits = { mayHandle: true, complaint: { status: 'received' } } as const;
  const { get, staffToday } = given('none', [
    waits,
    { ...waits, mayHandle: false },
    { ...waits, complaint: { status: 'under-review' } },
  ]);
  const html = await (await get('/en/staff', { as: staff })).text();
  expect(html).toMatch(
    /href="\/en\/staff\/rounds\/announced\/complaints">One complaint about .* waits to be/,
  );
  expect(staffToday.listComplaints.mock.calls).toHaveLength(1);
  const decider = given('none', [{ ...waits, mayHandle: false }]);
  expect(await (await decider.get('/en/staff', { as: staff })).text()).not.toContain('to be taken up');
});
