import { expect, test } from 'vitest';
import { startApplication } from '../../../shared/applications/start-application.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { checkRoundEligibility } from '../../../shared/programs/check-round-eligibility.ts';
import { callAt, noon, staff } from '../../support/accounts-fakes.ts';
import {
  editor,
  fakeApplication,
  holderOf,
  lastInstant,
  owner,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const input = {
  roundId: 'round-1',
  organisationId: 'org-austin',
  partnershipId: 'austin-tx-oita',
  title: 'Music on two rivers',
};
const failure = (kind: string) => ({ ok: false, failure: { kind } });

test('a draft starts for a claimed partnership, before staff have verified the claim', async () => {
  const world = fakeApplication({ claim: 'claimed' });
  const started = await startApplication(world)(editor, input, callAt(noon));
  expect(started).toMatchObject({ ok: true });
  expect(world.changes).toMatchObject([
    {
      application: { version: 1, status: 'draft', pair: { us: 'Austin, TX', jp: 'Oita' } },
      events: [{ type: 'application-started', by: 'editor-1' }],
    },
  ]);
});

test('a retried start finds the first one', async () => {
  const world = fakeApplication();
  const start = startApplication(world);
  const first = await start(owner, input, callAt(noon, 'once'));
  expect(await start(owner, input, callAt(noon, 'once'))).toEqual(first);
  expect(world.changes).toHaveLength(1);
});

test.each([
  ['a viewer', viewer],
  ['an owner of another organisation', stranger],
  ['staff', staff],
  ['the public', { kind: 'public' } as const],
  ['the holder of a link', holderOf('t')],
])('%s finds nothing to start', async (_, actor) => {
  const world = fakeApplication();
  expect(await startApplication(world)(actor, input, callAt(noon))).toEqual(failure('not-found'));
  expect(world.changes).toEqual([]);
});

test.each([
  ['an unpublished round', fakeApplication({ round: aRound({ status: 'draft' }) }), input, 'not-found'],
  ['an unknown round', fakeApplication(), { ...input, roundId: 'round-9' }, 'not-found'],
  ['an unknown partnership', fakeApplication(), { ...input, partnershipId: 'nowhere' }, 'not-found'],
  ['a partnership nobody claimed', fakeApplication({ claim: 'none' }), input, 'claim-missing'],
  ['a refused claim', fakeApplication({ claim: 'refused' }), input, 'claim-missing'],
])('refuses %s', async (_, world, given, kind) => {
  expect(await startApplication(world)(owner, given, callAt(noon))).toMatchObject({ failure: { kind } });
});

test('a round takes drafts from its opening to its last instant', async () => {
  const world = fakeApplication();
  const opens = new Date('2026-11-02T14:00:00.000Z');
  const at = (instant: Date, key: string) => startApplication(world)(owner, input, callAt(instant, key));
  expect(await at(new Date(opens.getTime() - 1), 'a')).toEqual({
    ok: false,
    failure: { kind: 'round-not-open', opensAt: opens.toISOString() },
  });
  expect(await at(opens, 'b')).toMatchObject({ ok: true });
  expect(await at(lastInstant, 'c')).toMatchObject({ ok: true });
  expect(await at(new Date(lastInstant.getTime() + 1), 'd')).toEqual({
    ok: false,
    failure: {
      kind: 'round-closed',
      lastInstant: '2027-01-14T22:15:00.000Z',
      receivedAt: '2027-01-14T22:15:00.001Z',
    },
  });
});

test('an eligibility check made before is kept with the application, as it was asked and answered', async () => {
  const world = fakeApplication();
  const checked = await checkRoundEligibility(world)(
    publicActor,
    { roundId: 'round-1', applicant: 'nonprofit', matchCents: 0, requestedCents: 100 },
    callAt(noon),
  );
  if (!checked.ok) throw new Error('the round is public');
  await startApplication(world)(editor, { ...input, checked: checked.value.checked }, callAt(noon));
  const { checked: _, ...trail } = checked.value;
  expect(world.changes[0]?.trail).toEqual(trail);
  expect(trail).toMatchObject({ formNo: 1, result: 'not-met', answers: { applicant: 'nonprofit' } });
});

test('a check carries the answers on and nothing else that its request says', async () => {
  const world = fakeApplication();
  // As the API's adapter asks: with the number of a version, which this endpoint has none of.
  const asked = { roundId: 'round-1', applicant: 'nonprofit', version: Number.NaN } as const;
  const checked = await checkRoundEligibility(world)(publicActor, asked, callAt(noon));
  if (!checked.ok) throw new Error('the round is public');
  expect(checked.value.answers).toEqual({ applicant: 'nonprofit' });
  await startApplication(world)(editor, { ...input, checked: checked.value.checked }, callAt(noon));
  expect(world.changes[0]?.trail?.answers).toEqual({ applicant: 'nonprofit' });
});

test('answers that were not sealed for this round leave no trail and stop nothing', async () => {
  const world = fakeApplication();
  const started = await startApplication(world)(editor, { ...input, checked: 'made up' }, callAt(noon));
  expect(started).toMatchObject({ ok: true });
  expect(world.changes[0]?.trail).toBeUndefined();
});

test('an application started under a later form keeps its number', async () => {
  const world = fakeApplication({ round: aRound({ formVersion: 2 }) });
  await startApplication(world)(editor, input, callAt(noon));
  expect(world.changes[0]?.application.formVersion).toBe(2);
});
