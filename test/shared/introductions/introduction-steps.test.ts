import { expect, test } from 'vitest';
import type { IntroductionChange } from '../../../shared/introductions/introduction.port.ts';
import {
  type IntroductionAction,
  type IntroductionStatus,
  introductionActions,
  introductionAfter,
  introductionStatuses,
  isShared,
  markOf,
  statusAt,
  toldStatus,
} from '../../../shared/introductions/introduction.ts';
import {
  acceptAs,
  connectAs,
  declineAs,
  endedFor,
  expireAt,
  joinAs,
  leaveAs,
  outcomeAs,
  requestOf,
  withdrawAs,
} from '../../../shared/introductions/introduction-steps.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { noon } from '../../support/accounts-fakes.ts';
import { anIntroduction, daysLater, theAlum, theAsker } from '../../support/introductions-fakes.ts';

const act = { by: 'someone-1', at: daysLater(1) };
const value = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
};
const asked = (as: 'coordinator' | 'lead' = 'coordinator') => anIntroduction({}, as);

test('every status allows what its row says and nothing else', () => {
  const acts: Partial<
    Record<IntroductionAction, (from: ReturnType<typeof asked>) => Result<IntroductionChange, unknown>>
  > = {
    accept: (from) => acceptAs(from, act),
    decline: (from) => declineAs(from, act),
    withdraw: (from) => withdrawAs(from, act),
    expire: (from) => expireAt(from, daysLater(30)),
    connect: (from) => connectAs(from, { ...act, organisationId: 'org-1' }),
    join: (from) => joinAs(from, 'board', act),
    close: (from) => outcomeAs(from, { kind: 'no-fit', text: '' }, act),
    leave: (from) => leaveAs(from, act),
  };
  for (const status of introductionStatuses.filter((one) => one !== 'suggested'))
    for (const action of introductionActions.filter((one) => one !== 'request')) {
      const done = acts[action]?.(anIntroduction({ status }, 'lead'));
      const to: IntroductionStatus | undefined = introductionAfter(status, action);
      expect([status, action, done?.ok]).toEqual([status, action, to !== undefined]);
      if (done?.ok) expect(done.value.introduction).toMatchObject({ status: to, version: 2 });
    }
});

test('a coordinator has said yes by asking: the alum’s yes connects them in one step, with an event for each', () => {
  const { introduction, events } = value(acceptAs(asked(), act));
  expect(introduction).toMatchObject({ status: 'connected', version: 2, connected: { by: theAsker } });
  expect(events.map(({ type }) => type)).toEqual(['introduction-accepted', 'introduction-connected']);
  expect(new Set(events.map(({ id }) => id)).size).toBe(2);
});

test('after a chapter lead’s request the partnership says yes of its own, within as many days', () => {
  const accepted = value(acceptAs(asked('lead'), act)).introduction;
  expect(accepted.status).toBe('accepted');
  expect(isShared(accepted.status)).toBe(false);
  expect(accepted.expiresAt).toBe(daysLater(22).toISOString());
  const connected = value(
    connectAs(accepted, { by: 'coordinator-2', at: daysLater(2), organisationId: 'o' }),
  );
  expect(connected.introduction).toMatchObject({
    status: 'connected',
    organisationId: 'o',
    connected: { by: 'coordinator-2' },
  });
});

test('an answer counts a millisecond before the twenty-one days are over, and not at their end', () => {
  const end = daysLater(21);
  expect(acceptAs(asked(), { by: theAlum, at: new Date(end.getTime() - 1) }).ok).toBe(true);
  expect(acceptAs(asked(), { by: theAlum, at: end })).toMatchObject({
    failure: { kind: 'step-refused', current: 'expired', action: 'accept' },
  });
  expect(statusAt(asked(), end)).toBe('expired');
  expect(expireAt(asked(), new Date(end.getTime() - 1)).ok).toBe(false);
  expect(value(expireAt(asked(), end)).introduction.status).toBe('expired');
});

test('whoever asked is told the same of a no as of no answer', () => {
  expect(toldStatus('declined')).toBe(toldStatus('expired'));
  expect(toldStatus('connected')).toBe('connected');
});

test('of those who joined an outcome is noted and they stay; having helped once ends it', () => {
  const joined = value(joinAs(anIntroduction({ status: 'connected' }), 'delegate', act)).introduction;
  const noted = value(outcomeAs(joined, { kind: 'joined', text: 'Came along in May.' }, act));
  expect(noted.introduction).toMatchObject({ status: 'joined', outcome: { kind: 'joined' } });
  expect(noted.events[0]?.type).toBe('introduction-outcome-recorded');
  expect(outcomeAs(joined, { kind: 'no-fit', text: '' }, act).ok).toBe(false);
  // Another role, since the same day.
  const moved = value(joinAs(joined, 'board', { by: 'c', at: daysLater(9) })).introduction;
  expect(moved.joined).toEqual({ role: 'board', at: act.at.toISOString() });
});

test('a consent withdrawn ends what waits and leaves what both agreed to; a deleted account ends both', () => {
  const ends = (
    status: 'requested' | 'accepted' | 'connected' | 'joined' | 'closed',
    reach: 'open' | 'all',
  ) => endedFor(anIntroduction({ status }), act, reach)?.introduction.status;
  expect(ends('requested', 'open')).toBe('declined');
  expect(ends('accepted', 'open')).toBe('declined');
  expect(ends('connected', 'open')).toBeUndefined();
  expect(ends('connected', 'all')).toBe('closed');
  expect(ends('joined', 'all')).toBe('closed');
  expect(ends('closed', 'all')).toBeUndefined();
});

test('events and marks hold ids and no word of anybody’s', () => {
  const note = 'We would like to ask you along in May.';
  const { introduction, events } = requestOf(
    { id: 'i', partnershipId: 'p', alumId: 'a', personId: theAlum, as: 'coordinator', note },
    { by: theAsker, at: noon },
  );
  expect(introduction.asked.note).toBe(note);
  const closed = value(
    outcomeAs({ ...introduction, status: 'connected' }, { kind: 'no-fit', text: 'She moved.' }, act),
  );
  const told = JSON.stringify([events, closed.events, markOf(closed.introduction)]);
  expect(told).not.toContain(note);
  expect(told).not.toContain('She moved.');
});
