import { expect, test } from 'vitest';
import { reopenApplication } from '../../../shared/applications/reopen-application.ts';
import { acceptAward, declineAward } from '../../../shared/applications/settle-award.ts';
import { withdrawApplication } from '../../../shared/applications/withdraw-application.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { atNoon, callAt, staff } from '../../support/accounts-fakes.ts';
import {
  anApplication,
  closes,
  editor,
  fakeApplication,
  holderOf,
  owner,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const input = { applicationId: 'app-1' };
const submission = {
  no: 1,
  at: '2027-01-04T00:00:00.000Z',
  theme: 'sustainability' as const,
  requestedCents: 900_000,
  matchCents: 300_000,
};
const announced = aRound({ announcedAt: '2027-03-01T00:00:00.000Z' });
const sent = () => fakeApplication({ application: anApplication({ status: 'submitted', submission }) });
const awarded = (round = announced) =>
  fakeApplication({ application: anApplication({ status: 'awarded', submission }), round });

test('an owner reopens until the close, and a second click finds it open', async () => {
  const world = sent();
  const reopen = reopenApplication(world);
  expect(await reopen(owner, input, callAt(closes))).toEqual(ok({ status: 'draft' }));
  expect(await reopen(owner, input, callAt(closes, 'again'))).toEqual(ok({ status: 'draft' }));
  expect(world.events.map(({ type }) => type)).toEqual(['application-reopened']);
});

test('one millisecond after the close nothing is reopened, and the submission stands', async () => {
  const world = sent();
  const late = callAt(new Date(closes.getTime() + 1));
  expect(await reopenApplication(world)(owner, input, late)).toMatchObject({
    failure: { kind: 'round-closed', lastInstant: '2027-01-14T22:00:00.000Z' },
  });
  expect(world.head().status).toBe('submitted');
});

test('an owner withdraws for good, also after the close', async () => {
  const world = sent();
  const afterwards = callAt(new Date('2027-02-20T00:00:00.000Z'));
  expect(await withdrawApplication(world)(owner, input, afterwards)).toEqual(ok({ status: 'withdrawn' }));
  expect(await withdrawApplication(world)(owner, input, afterwards)).toEqual(ok({ status: 'withdrawn' }));
  expect(world.events).toHaveLength(1);
});

test('an announced award is accepted once, and then not declined any more', async () => {
  const world = awarded();
  expect(await acceptAward(world)(owner, input, atNoon)).toEqual(ok({ status: 'accepted' }));
  expect(await acceptAward(world)(owner, input, atNoon)).toEqual(ok({ status: 'accepted' }));
  expect(await declineAward(world)(owner, input, atNoon)).toMatchObject({
    failure: { kind: 'step-refused', current: 'accepted' },
  });
  expect(world.events.map(({ type }) => type)).toEqual(['application-accepted']);
});

test('an announced award can be declined by its applicant', async () => {
  const world = awarded();
  expect(await declineAward(world)(owner, input, atNoon)).toEqual(ok({ status: 'declined-by-applicant' }));
});

test('before the announcement an award can’t be accepted, and the refusal does not tell there is one', async () => {
  expect(await acceptAward(awarded(aRound()))(owner, input, atNoon)).toEqual(
    fail({ kind: 'step-refused', current: 'in-review', action: 'accept' }),
  );
  const shortlisted = fakeApplication({ application: anApplication({ status: 'shortlisted', submission }) });
  expect(await reopenApplication(shortlisted)(owner, input, atNoon)).toMatchObject({
    failure: { current: 'in-review' },
  });
});

const acts = { reopenApplication, withdrawApplication, acceptAward, declineAward };
const wrong = {
  'an editor': editor,
  'a viewer': viewer,
  'an owner of another organisation': stranger,
  staff,
  'the public': { kind: 'public' } as const,
  'the holder of a link': holderOf('t'),
};

test.each(
  Object.entries(acts).flatMap(([name, act]) =>
    Object.entries(wrong).map(([who, actor]) => [name, who, act, actor] as const),
  ),
)('%s is not found for %s', async (_name, _who, act, actor) => {
  for (const world of [sent(), awarded()]) {
    expect(await act(world)(actor, input, atNoon)).toEqual(fail({ kind: 'not-found' }));
    expect(world.events).toEqual([]);
  }
});

test('an application that does not exist is not found', async () => {
  const unknown = { applicationId: 'app-9' };
  for (const act of Object.values(acts))
    expect(await act(sent())(owner, unknown, atNoon)).toEqual(fail({ kind: 'not-found' }));
});

test('of two owners at the same moment one withdraws and the other is told of the clash', async () => {
  const world = sent();
  const withdraw = withdrawApplication({
    applications: { ...world.applications, find: async () => anApplication({ status: 'submitted' }) },
  });
  expect(await withdraw(owner, input, atNoon)).toMatchObject({ ok: true });
  expect(await withdraw(owner, input, atNoon)).toEqual(fail({ kind: 'conflict' }));
});
