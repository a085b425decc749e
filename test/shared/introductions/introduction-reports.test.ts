import { expect, test } from 'vitest';
import {
  listIntroductionReports,
  reportIntroduction,
  settleIntroductionReport,
} from '../../../shared/introductions/report-introduction.ts';
import type { Actor } from '../../../shared/kernel/actor.ts';
import { atNoon, callAt, staff } from '../../support/accounts-fakes.ts';
import { connected, note, notFound, view } from '../../support/introductions-acts.ts';
import {
  alumPerson,
  coordinator,
  daysLater,
  planted,
  stranger,
  theAlum,
} from '../../support/introductions-fakes.ts';

test('a report reaches staff with what it is about, once for each side, and the other side learns nothing', async () => {
  const { world, id } = await connected();
  const text = 'They asked for my address at once.';
  const report = (who: Actor) =>
    reportIntroduction(world.ports)(who, { introductionId: id, text }, callAt(daysLater(3)));
  expect(await report(stranger)).toEqual(notFound);
  expect((await report(alumPerson)).ok).toBe(true);
  expect((await report(alumPerson)).ok).toBe(true);
  const open = (who: Actor) => listIntroductionReports(world.ports)(who, { status: 'open' }, atNoon);
  const listed = await open(staff);
  expect(listed).toMatchObject({ value: { items: [{ side: 'alum', text, note, version: 1 }] } });
  for (const { name, email } of Object.values(planted)) {
    expect(JSON.stringify(listed)).not.toContain(name);
    expect(JSON.stringify(listed)).not.toContain(email);
  }
  expect(await open(coordinator)).toEqual(notFound);
  expect(JSON.stringify(await view(world, id, coordinator))).not.toContain(text);
  const settle = { introductionId: id, side: 'alum' as const, version: 1, reason: 'Spoke to both.' };
  expect(await settleIntroductionReport(world.ports)(coordinator, settle, atNoon)).toEqual(notFound);
  expect((await settleIntroductionReport(world.ports)(staff, settle, atNoon)).ok).toBe(true);
  expect(await open(staff)).toMatchObject({ value: { items: [] } });
  // Whoever is part of it leaves it to a colleague.
  const both = { ...staff, personId: theAlum };
  const settled = await listIntroductionReports(world.ports)(both, { status: 'settled' }, atNoon);
  expect(settled).toMatchObject({ value: { items: [] } });
});
