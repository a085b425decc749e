import { expect, test } from 'vitest';
import { endSessions } from '../../../shared/accounts/end-sessions.ts';
import { endSession, openSession } from '../../../shared/accounts/open-session.ts';
import { personOfSession } from '../../../shared/accounts/person-of-session.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { atNoon, fakeAccounts, noon, person, staff } from '../../support/accounts-fakes.ts';

const given = () => {
  const fakes = fakeAccounts(staff);
  let made = 0;
  const open = openSession({ ...fakes, newToken: () => `token-${++made}` });
  return { ...fakes, open, who: personOfSession(fakes) };
};
const later = (ms: number) => new Date(noon.getTime() + ms);
const fourteenDays = 14 * 86_400_000;

test('a session names its person until its last millisecond and not at its end', async () => {
  const { open, who } = given();
  const { token, endsAt } = await open('staff-1', noon);
  expect(endsAt).toEqual(later(fourteenDays));
  expect((await who('staff-1', token, later(fourteenDays - 1)))?.actor).toEqual(staff);
  expect(await who('staff-1', token, later(fourteenDays))).toBeUndefined();
});

test('a token that nobody was given, or someone else’s, names nobody', async () => {
  const { open, who } = given();
  const { token } = await open('staff-1', noon);
  expect(await who('staff-1', 'guessed', noon)).toBeUndefined();
  expect(await who('someone', token, noon)).toBeUndefined();
});

test('signing out ends one device, signing out everywhere all of them', async () => {
  const fakes = given();
  const [one, two, three] = [
    await fakes.open('staff-1', noon),
    await fakes.open('staff-1', noon),
    await fakes.open('staff-1', noon),
  ];
  await endSession(fakes)('staff-1', one.token);
  expect(await fakes.who('staff-1', one.token, noon)).toBeUndefined();
  expect(await fakes.who('staff-1', two.token, noon)).toBeDefined();

  expect(await endSessions(fakes)(person('staff-1'), {}, atNoon)).toEqual(ok({ ended: true }));
  expect(await fakes.who('staff-1', two.token, noon)).toBeUndefined();
  expect(await fakes.who('staff-1', three.token, noon)).toBeUndefined();
  expect(await endSessions(fakes)(publicActor, {}, atNoon)).toEqual(fail({ kind: 'not-found' }));
});
