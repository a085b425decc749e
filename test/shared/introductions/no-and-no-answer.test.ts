import { expect, test } from 'vitest';
import { expireIntroductions } from '../../../shared/introductions/expire-introductions.ts';
import {
  joinPartnership,
  recordOutcome,
  stepIntroduction,
} from '../../../shared/introductions/settle-introduction.ts';
import { callAt } from '../../support/accounts-fakes.ts';
import {
  answer,
  ask,
  declined,
  deliver,
  expired,
  idOf,
  view,
  type World,
} from '../../support/introductions-acts.ts';
import {
  alumPerson,
  coordinator,
  daysLater,
  introductionsWorld,
  theAlum,
} from '../../support/introductions-fakes.ts';

test('a no and no answer are told alike: same mail, same status, same actions', async () => {
  const declined = introductionsWorld();
  const first = idOf(await ask(declined));
  await answer(declined, first, 'decline');
  const expired = introductionsWorld();
  const second = idOf(await ask(expired));
  expired.now.at = daysLater(21);
  expect(await expireIntroductions(expired.ports)()).toBe(1);
  expect(await expireIntroductions(expired.ports)()).toBe(0);
  await deliver(declined);
  await deliver(expired);
  const mailOf = ({ messages }: World) =>
    messages.saved.map(({ message: { kind, values, to } }) => ({ kind, values, to }));
  expect(mailOf(declined)).toHaveLength(1);
  expect(mailOf(declined)).toEqual(mailOf(expired));
  const seen = await view(declined, first, coordinator, 22);
  const other = await view(expired, second, coordinator, 22);
  expect(seen).toMatchObject({ value: { status: 'not-taken-up', actions: [] } });
  expect({ ...seen, value: { ...(seen.ok && seen.value), version: 0 } }).toEqual({
    ...other,
    value: { ...(other.ok && other.value), version: 0 },
  });
});

test('no step that comes late, and no day on which to ask again, tells a no from no answer', async () => {
  const told = async (world: World) => {
    const introductionId = [...world.heads.keys()][0] ?? '';
    const actions = ['connect', 'decline', 'withdraw'] as const;
    const steps = [1, 2].flatMap((version) =>
      actions.map((action) =>
        stepIntroduction(world.ports)(
          coordinator,
          { introductionId, version, action },
          callAt(daysLater(22)),
        ),
      ),
    );
    const of = { introductionId, version: 2 };
    const join = { ...of, role: 'board' as const };
    const outcome = { ...of, kind: 'no-fit' as const, text: '' };
    return {
      steps: await Promise.all(steps),
      join: await joinPartnership(world.ports)(coordinator, join, callAt(daysLater(22))),
      outcome: await recordOutcome(world.ports)(coordinator, outcome, callAt(daysLater(22))),
      resting: world.places.get(theAlum)?.resting,
    };
  };
  const no = await told(await declined());
  expect(no).toEqual(await told(await expired()));
  expect(JSON.stringify(no)).not.toMatch(/declined|expired/);
});

test('what nobody answered has expired at that instant, before any schedule has come by', async () => {
  const world = introductionsWorld();
  const id = idOf(await ask(world));
  expect(await view(world, id, alumPerson, 21)).toMatchObject({ value: { status: 'expired', actions: [] } });
  expect(await answer(world, id, 'accept', 21)).toMatchObject({ failure: { current: 'expired' } });
});
