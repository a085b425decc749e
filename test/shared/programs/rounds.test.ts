import { expect, test } from 'vitest';
import { type Actor, publicActor } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { createRound } from '../../../shared/programs/create-round.ts';
import { editRound } from '../../../shared/programs/edit-round.ts';
import { listOpenRounds, listRounds } from '../../../shared/programs/list-rounds.ts';
import { publishRound } from '../../../shared/programs/publish-round.ts';
import { viewOpenRound, viewRound } from '../../../shared/programs/view-round.ts';
import { callAt, noon, ownerOf, person, staff } from '../../support/accounts-fakes.ts';
import { aRound, fakeRounds, openCursors, someTerms, termsOf } from '../../support/programs-fakes.ts';

const october = callAt(new Date('2026-10-01T12:00:00.000Z'));
const notFound = fail({ kind: 'not-found' });
const others: readonly [string, Actor][] = [
  ['the public', publicActor],
  ['an applicant', ownerOf('org-1')],
  ['a reviewer of the round', person('rev', { kind: 'reviewer', roundId: 'round-1' })],
];

test('staff draft a round, and a retry with the same key finds the first', async () => {
  const rounds = fakeRounds();
  const create = createRound({ rounds });
  const first = await create(staff, someTerms(), october);
  expect(first).toMatchObject({ value: { status: 'draft', demo: false, programId: 'leading-asia' } });
  expect(await create(staff, someTerms({ slots: 1 }), october)).toEqual(first);
  expect(rounds.saved).toHaveLength(1);
});

test.each(others)('%s neither drafts, sees, edits nor publishes', async (_, actor) => {
  const rounds = fakeRounds(aRound({ status: 'draft' }));
  const input = { roundId: 'round-1', version: 1 };
  expect(await createRound({ rounds })(actor, someTerms(), october)).toEqual(notFound);
  expect(await viewRound({ rounds })(actor, input, october)).toEqual(notFound);
  expect(await viewOpenRound({ rounds })(actor, input, october)).toEqual(notFound);
  expect(await editRound({ rounds })(actor, { ...someTerms(), ...input }, october)).toEqual(notFound);
  expect(await publishRound({ rounds })(actor, input, october)).toEqual(notFound);
  expect(await listRounds({ rounds, cursors: openCursors })(actor, {}, october)).toEqual(notFound);
  expect(rounds.saved).toEqual([]);
});

test('a round that does not exist is not found by staff either', async () => {
  const rounds = fakeRounds();
  const input = { roundId: 'none', version: 1 };
  expect(await viewRound({ rounds })(staff, input, october)).toEqual(notFound);
  expect(await editRound({ rounds })(staff, { ...someTerms(), ...input }, october)).toEqual(notFound);
  expect(await publishRound({ rounds })(staff, input, october)).toEqual(notFound);
});

test('publishing twice is one act', async () => {
  const rounds = fakeRounds(aRound({ status: 'draft' }));
  const publish = publishRound({ rounds });
  const input = { roundId: 'round-1', version: 1 };
  expect(await publish(staff, input, october)).toMatchObject({ value: { status: 'published' } });
  expect(await publish(staff, input, october)).toMatchObject({ value: { status: 'published', version: 2 } });
  expect(rounds.saved).toHaveLength(1);
});

test('an edit is kept as a new version', async () => {
  const rounds = fakeRounds(aRound());
  const terms = { ...termsOf(aRound()), slots: 3 };
  const input = { ...terms, roundId: 'round-1', version: 1 };
  expect(await editRound({ rounds })(staff, input, october)).toMatchObject({
    value: { slots: 3, version: 2 },
  });
  expect(rounds.saved[0]?.round).not.toHaveProperty('roundId');
});

test('the public list leaves drafts out and says what the clock makes of each', async () => {
  const rounds = fakeRounds(aRound(), aRound({ id: 'round-2', status: 'draft' }));
  const listed = await listOpenRounds({ rounds, cursors: openCursors })(publicActor, {}, callAt(noon));
  expect(listed).toMatchObject({
    value: {
      items: [{ id: 'round-1', phase: 'open', instants: { lastInstant: '2027-01-14T22:15:00.000Z' } }],
    },
  });
  expect(listed.ok && listed.value.items).toHaveLength(1);
});

test('a cursor that was made up is refused', async () => {
  const list = listOpenRounds({ rounds: fakeRounds(), cursors: openCursors });
  expect(await list(publicActor, { cursor: 'made-up' }, october)).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] }),
  );
});
