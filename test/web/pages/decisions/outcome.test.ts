import { expect, test, vi } from 'vitest';
import type { Outcome } from '../../../../shared/awards/view-outcome.ts';
import { fail, ok } from '../../../../shared/kernel/result.ts';
import { anApplication, aRound } from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const owner = aPerson('ada', { kind: 'member', organisationId: 'lakeland', as: 'owner' });
const awarded: Outcome = {
  application: anApplication({
    status: 'awarded',
    outcome: { decision: 'award', amountCents: 1_000_000, at: '2027-03-01T15:00:00.000Z' },
  }),
  round: aRound({ announcedAt: '2027-03-01T15:00:00.000Z' }),
  feedback: [
    { comments: [{ criterionId: 'outcomes', comment: 'Dates are missing.' }], feedback: 'Name your hosts.' },
  ],
  mayAnswer: true,
};

const given = (outcome: Outcome = awarded, over: object = {}) => {
  const useCases = {
    viewOutcome: async () => ok(outcome),
    acceptAward: vi.fn(async () => ok({})),
    declineAward: vi.fn(async () => ok({})),
    ...over,
  };
  return { useCases, ...webApp({ people: [owner], useCases: { outcome: useCases } }) };
};
const path = '/applications/a1/outcome';

test('an award shows its amount, the remarks by letter, and the two answers', async () => {
  const html = await (await given().get(`/en${path}`, { as: owner })).text();
  expect(html).toContain('$10,000.00');
  expect(html).toMatch(/Reviewer A.*Dates are missing\..*Name your hosts\./s);
  expect(html).toMatch(/value="accept".*value="decline-award"/s);
});

test('answering goes to the use case that was chosen, with the version that was seen', async () => {
  const { post, useCases } = given();
  expect((await post(`/en${path}`, { action: 'accept', version: '7' }, { as: owner })).status).toBe(303);
  expect(useCases.acceptAward).toHaveBeenCalledWith(
    owner.actor,
    { applicationId: 'a1', version: 7 },
    expect.anything(),
  );
  expect(useCases.declineAward).not.toHaveBeenCalled();
});

test('who may not answer sees no button, and a declined application has no answer to give', async () => {
  const editor = await (
    await given({ ...awarded, mayAnswer: false }).get(`/en${path}`, { as: owner })
  ).text();
  expect(editor).not.toContain('value="accept"');
  const application = anApplication({
    status: 'declined',
    outcome: { decision: 'decline', amountCents: 0, at: '2027-03-01T15:00:00.000Z' },
  });
  const declined = await (
    await given({ ...awarded, application, mayAnswer: false }).get(`/ja${path}`, { as: owner })
  ).text();
  expect(declined).toContain('不採択');
  expect(declined).not.toContain('助成へのご回答');
});

test('before the announcement there is nothing under this address', async () => {
  const { get } = given(awarded, { viewOutcome: async () => fail({ kind: 'not-found' }) });
  expect((await get(`/en${path}`, { as: owner })).status).toBe(404);
});
