import { expect, test } from 'vitest';
import { decide } from '../../../shared/alumni/consent.ts';
import { blockPartnership } from '../../../shared/introductions/block-partnership.ts';
import { endOpenOf, erasedFor } from '../../../shared/introductions/end-introductions.ts';
import { stepIntroduction } from '../../../shared/introductions/settle-introduction.ts';
import { atNoon, callAt } from '../../support/accounts-fakes.ts';
import { allAgreed } from '../../support/alumni-fakes.ts';
import {
  ask,
  connected,
  deliver,
  idOf,
  notFound,
  offer,
  unasked,
  view,
} from '../../support/introductions-acts.ts';
import {
  alumPerson,
  austin,
  coordinator,
  daysLater,
  introductionsWorld,
  lead,
  stranger,
  tacoma,
  theAlum,
} from '../../support/introductions-fakes.ts';

test('blocking ends what stands and refuses the partnership for good, which is told what it is told of a no', async () => {
  const { world, id } = await connected();
  expect(
    await blockPartnership(world.ports)(coordinator, { introductionId: id, blocked: true }, atNoon),
  ).toEqual(notFound);
  const block = () =>
    blockPartnership(world.ports)(alumPerson, { introductionId: id, blocked: true }, callAt(daysLater(3)));
  expect(await block()).toMatchObject({ value: { partnershipId: austin, blocked: true } });
  expect((await block()).ok).toBe(true);
  expect(await view(world, id, coordinator, 4)).toMatchObject({ value: { status: 'closed' } });
  expect(await ask(world, { key: 'later', day: 1000 })).toEqual(unasked);
  await blockPartnership(world.ports)(
    alumPerson,
    { introductionId: id, blocked: false },
    callAt(daysLater(1000)),
  );
  expect((await ask(world, { key: 'much later', day: 1000 })).ok).toBe(true);
  // Also one that still waits.
  const waiting = introductionsWorld();
  const open = idOf(await ask(waiting));
  await blockPartnership(waiting.ports)(
    alumPerson,
    { introductionId: open, blocked: true },
    callAt(daysLater(1)),
  );
  expect(waiting.heads.get(open)?.status).toBe('declined');
  expect(waiting.places.get(theAlum)).toMatchObject({ open: [], blocked: [austin] });
});

test('withdrawing consent ends what waits at once, silently; what both agreed to stays', async () => {
  const world = introductionsWorld();
  const id = idOf(await ask(world));
  world.end(await endOpenOf(world.ports)(theAlum, { by: theAlum, at: daysLater(1) }));
  expect(await view(world, id, coordinator)).toMatchObject({ value: { status: 'not-taken-up' } });
  expect(world.places.get(theAlum)?.open).toEqual([]);
  await deliver(world);
  expect(world.messages.saved.map(({ message }) => message.to.address)).toEqual([
    'coordinator-1@example.org',
  ]);
  const other = await connected();
  other.world.end(await endOpenOf(other.world.ports)(theAlum, { by: theAlum, at: daysLater(2) }));
  expect(other.world.heads.get(other.id)?.status).toBe('connected');
});

test('withdrawing from the chapter ends what its leads asked, and no more: the lead sees nothing of it from then on', async () => {
  const world = introductionsWorld();
  const offered = idOf(await offer(world, lead, tacoma));
  const asked = idOf(await ask(world));
  expect(await view(world, offered, lead)).toMatchObject({ value: { side: 'lead' } });
  world.end(await endOpenOf(world.ports)(theAlum, { by: theAlum, at: daysLater(1) }, 'by-leads'));
  expect(world.heads.get(offered)?.status).toBe('declined');
  expect(world.heads.get(asked)?.status).toBe('requested');
  expect(world.places.get(theAlum)).toMatchObject({ open: [{ introductionId: asked }] });
  world.alum.value = {
    ...world.alum.value,
    consents: decide(undefined, { ...allAgreed, chapter: false }, daysLater(1)),
  };
  expect(await view(world, offered, lead)).toEqual(notFound);
  const back = { introductionId: offered, version: 2, action: 'withdraw' as const };
  expect(await stepIntroduction(world.ports)(lead, back, callAt(daysLater(2)))).toEqual(notFound);
  // The partnership's side of it is as it was.
  expect(await view(world, offered, stranger)).toMatchObject({ value: { status: 'not-taken-up' } });
});

test('a deleted account ends all of it, and the words about its person go', async () => {
  const { world, id } = await connected();
  const found = world.heads.get(id);
  const erased = found && erasedFor(found, { by: theAlum, at: daysLater(3) });
  expect(erased?.introduction).toMatchObject({ status: 'closed', version: 3, asked: { note: '' } });
  expect(erased && erasedFor(erased.introduction, { by: theAlum, at: daysLater(4) })).toBeUndefined();
});
