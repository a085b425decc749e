import { expect, test } from 'vitest';
import { listJoinedAlumni } from '../../../shared/introductions/introduction-lists.ts';
import {
  joinPartnership,
  recordOutcome,
  stepIntroduction,
} from '../../../shared/introductions/settle-introduction.ts';
import type { Actor } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { callAt } from '../../support/accounts-fakes.ts';
import { connected, deliver, notFound, view } from '../../support/introductions-acts.ts';
import {
  alumPerson,
  austin,
  coordinator,
  daysLater,
  planted,
  stranger,
} from '../../support/introductions-fakes.ts';

test('joining: a role, a mail, a place in the list by name; leaving ends it and hides each from the other', async () => {
  const { world, id } = await connected();
  const join = { introductionId: id, version: 2, role: 'interpreter' as const };
  expect(await joinPartnership(world.ports)(alumPerson, join, callAt(daysLater(3)))).toEqual(notFound);
  const joined = await joinPartnership(world.ports)(coordinator, join, callAt(daysLater(3)));
  expect(joined).toMatchObject({ value: { status: 'joined', version: 3 } });
  expect(await joinPartnership(world.ports)(coordinator, join, callAt(daysLater(3)))).toEqual(joined);
  const list = (who: Actor) =>
    listJoinedAlumni(world.ports)(who, { partnershipId: austin }, callAt(daysLater(4)));
  expect(await list(coordinator)).toMatchObject({
    value: { items: [{ name: planted.alum.name, role: 'interpreter' }] },
  });
  expect(JSON.stringify(await list(coordinator))).not.toContain(planted.alum.email);
  expect(await list(stranger)).toEqual(notFound);
  await deliver(world);
  expect(world.messages.saved.at(-1)?.message).toMatchObject({
    kind: 'introduction-joined',
    values: { role: 'interpreter' },
  });
  const leave = { introductionId: id, version: 3 };
  expect(
    await stepIntroduction(world.ports)(coordinator, { ...leave, action: 'leave' }, callAt(daysLater(5))),
  ).toEqual(notFound);
  await stepIntroduction(world.ports)(alumPerson, { ...leave, action: 'leave' }, callAt(daysLater(5)));
  expect(await list(coordinator)).toMatchObject({ value: { items: [] } });
  for (const who of [coordinator, alumPerson])
    expect(await view(world, id, who, 6)).not.toHaveProperty('value.contact');
});

test('an outcome is kept with its words, which the alum reads and no event holds', async () => {
  const { world, id } = await connected();
  const text = 'Interpreted at the mayors’ dinner, and would again.';
  const outcome = { introductionId: id, version: 2, kind: 'helped-once' as const, text };
  expect(await recordOutcome(world.ports)(coordinator, outcome, callAt(daysLater(9)))).toMatchObject({
    value: { status: 'closed' },
  });
  expect(await view(world, id, alumPerson, 10)).toMatchObject({
    value: { outcome: { kind: 'helped-once', text } },
  });
  expect(JSON.stringify(world.events)).not.toContain(text);
  const late = { ...outcome, version: 2, kind: 'no-fit' as const };
  expect(await recordOutcome(world.ports)(coordinator, late, callAt(daysLater(9)))).toEqual(
    fail({ kind: 'stale', current: 3 }),
  );
});
