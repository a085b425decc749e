import { expect, test, vi } from 'vitest';
import type { Application } from '../../../../shared/applications/application.ts';
import type { Waitlist } from '../../../../shared/awards/view-waitlist.ts';
import { fail, ok } from '../../../../shared/kernel/result.ts';
import { aDecision } from '../../../support/awards-fakes.ts';
import { anApplication, aRound } from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const staff = aPerson('staff-1', { kind: 'staff', programId: 'leading-asia' });
const owner = aPerson('ada', { kind: 'member', organisationId: 'lakeland', as: 'owner' });
const at = '2027-03-01T15:00:00.000Z';
const round = aRound({ announcedAt: at });
const recorded = { reason: '<b>No answer</b> by March 1.', at: '2027-03-10T15:00:00.000Z' };
const outcome = { decision: 'award', amountCents: 1_000_000, at } as const;
const awarded = anApplication({ status: 'awarded', outcome });
const declined = anApplication({ status: 'declined-by-applicant', outcome, recorded });

const given = (application: Application = awarded, over: object = {}) => {
  const answers = {
    viewAwardAnswer: async () => ok({ application, round, answerBy: '2027-03-01T22:00:00.000Z' }),
    recordAwardAnswer: vi.fn(async () => ok(declined)),
    ...over,
  };
  return { answers, ...webApp({ people: [staff, owner], useCases: { answers } }) };
};
const path = '/staff/applications/a1/answer';
const typed = { answer: 'decline-award', reason: 'No answer by March 1.', version: '3' };

test('the page shows whose award it is, how much and until when, and who gets mail, with nothing chosen yet', async () => {
  const { get } = given();
  const english = await (await get(`/en${path}`, { as: staff })).text();
  for (const words of ['Lakeland, FL – Imabari', '$10,000.00', 'March 1, 2027', 'The applicant’s owners'])
    expect(english).toContain(words);
  expect(english).toMatch(/name="version" value="3".*value="accept".*value="decline-award"/s);
  expect(english).not.toContain('checked');
  const japanese = await (await get(`/ja${path}`, { as: staff })).text();
  for (const words of ['回答の記録', '助成の受諾', '助成の辞退', '申請団体の管理者', 'この内容で記録する'])
    expect(japanese).toContain(words);
});

test('what is recorded goes to the use case with the version that was seen, and leads back to the waitlist', async () => {
  const { post, answers } = given();
  const response = await post(`/en${path}`, typed, { as: staff });
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    '/en/staff/rounds/round-1/waitlist',
  ]);
  expect(answers.recordAwardAnswer).toHaveBeenCalledWith(
    staff.actor,
    { applicationId: 'a1', version: 3, answer: 'decline-award', reason: 'No answer by March 1.' },
    expect.anything(),
  );
});

test('without an answer or a reason nothing is recorded, and what was typed is kept', async () => {
  const { post, answers } = given();
  const noReason = await post(`/en${path}`, { ...typed, reason: ' ' }, { as: staff });
  expect(noReason.status).toBe(400);
  const html = await noReason.text();
  expect(html).toContain('How it came, or that none came: please fill this in');
  expect(html).toMatch(/value="decline-award" checked/);
  const noAnswer = await (await post(`/ja${path}`, { ...typed, answer: '' }, { as: staff })).text();
  expect(noAnswer).toContain('href="#answer"');
  expect(noAnswer).toContain('No answer by March 1.');
  expect(answers.recordAwardAnswer).not.toHaveBeenCalled();
});

test('what came first is shown beside what was typed', async () => {
  const refused = { recordAwardAnswer: async () => fail({ kind: 'stale', current: 4 }) };
  const stale = await given(awarded, refused).post(`/en${path}`, typed, { as: staff });
  expect(stale.status).toBe(412);
  expect(await stale.text()).toContain('No answer by March 1.');
  const out = {
    recordAwardAnswer: async () => fail({ kind: 'step-refused', current: 'accepted', action: 'x' }),
  };
  const accepted = anApplication({ status: 'accepted', outcome });
  const late = await given(accepted, out).post(`/en${path}`, typed, { as: staff });
  expect(late.status).toBe(409);
  const html = await late.text();
  expect(html).toContain('The applicant has accepted the award.');
  expect(html).not.toContain('Record this answer');
});

test('what is recorded stands on its page, on the decision’s and on the applicant’s, in words and not as markup', async () => {
  const words =
    /Recorded by the program office on .*March 10, 2027.*: &lt;b&gt;No answer&lt;\/b&gt; by March 1\./;
  expect(await (await given(declined).get(`/en${path}`, { as: staff })).text()).toMatch(words);

  const decisions = {
    ...{ listDecisions: vi.fn(), proposeDecision: vi.fn(), settleDecision: vi.fn(), announceRound: vi.fn() },
    viewDecision: async () =>
      ok({ round, application: declined, decision: aDecision({ status: 'announced' }), setAside: 0 }),
  };
  const decided = webApp({ people: [staff], useCases: { decide: decisions } });
  const decision = await (await decided.get('/en/staff/applications/a1/decision', { as: staff })).text();
  expect(decision).toMatch(words);
  expect(decision).not.toContain(path);

  const outcomes = {
    viewOutcome: async () => ok({ application: declined, round, feedback: [], mayAnswer: false }),
    ...{ acceptAward: vi.fn(), declineAward: vi.fn() },
  };
  const site = webApp({ people: [owner], useCases: { outcome: outcomes } });
  const own = await (await site.get('/en/applications/a1/outcome', { as: owner })).text();
  expect(own).toContain('Your award is recorded as declined.');
  expect(own).toMatch(words);
  expect(own).toContain('href="/en/ask"');
  expect(own).not.toContain('You have declined the award.');
  const japanese = await (await site.get('/ja/applications/a1/outcome', { as: owner })).text();
  expect(japanese).toMatch(/助成は辞退として記録されています。.*事務局が記録/s);
});

test('the decision of an award without an answer leads to it', async () => {
  const decisions = {
    ...{ listDecisions: vi.fn(), proposeDecision: vi.fn(), settleDecision: vi.fn(), announceRound: vi.fn() },
    viewDecision: async () =>
      ok({ round, application: awarded, decision: aDecision({ status: 'announced' }), setAside: 0 }),
  };
  const { get } = webApp({ people: [staff], useCases: { decide: decisions } });
  const html = await (await get('/en/staff/applications/a1/decision', { as: staff })).text();
  expect(html).toContain(`href="/en${path}"`);
});

test('the waitlist lists each award without an answer with the door to record one, and what was recorded with why', async () => {
  const { id, title, pair } = awarded;
  const application = { id, title, pair };
  const waitlist: Waitlist = {
    ...{ round, waiting: [], kept: 0, free: { cents: 0, slots: 0 }, answerBy: '2027-03-01T22:00:00.000Z' },
    unanswered: [{ application, amountCents: 1_000_000, overdue: true }],
    freed: [{ application, amountCents: 1_000_000, why: 'declined', recorded }],
  };
  const { get } = webApp({
    people: [staff],
    useCases: { waitlist: { viewWaitlist: async () => ok(waitlist) } },
  });
  const html = await (await get('/en/staff/rounds/round-1/waitlist', { as: staff })).text();
  expect(html).toContain(`href="/en${path}" aria-label="Record the answer: Lakeland, FL – Imabari"`);
  expect(html).toMatch(
    /Not answered by the date.*What became free.*Recorded as declined.*&lt;b&gt;No answer/s,
  );
  const japanese = await (await get('/ja/staff/rounds/round-1/waitlist', { as: staff })).text();
  expect(japanese).toMatch(/未回答の採択.*期限までに回答なし.*辞退として記録/s);
});

test('who may not know of the award finds no page', async () => {
  const { get, post } = given(awarded, {
    viewAwardAnswer: async () => fail({ kind: 'not-found' }),
    recordAwardAnswer: async () => fail({ kind: 'not-found' }),
  });
  expect((await get(`/en${path}`, { as: owner })).status).toBe(404);
  expect((await post(`/en${path}`, typed, { as: owner })).status).toBe(404);
});
