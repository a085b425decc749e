import { expect, test } from 'vitest';
import { answerIntroduction } from '../../../shared/introductions/answer-introduction.ts';
import { blockPartnership } from '../../../shared/introductions/block-partnership.ts';
import { remindIntroductions } from '../../../shared/introductions/remind-introductions.ts';
import { requestIntroduction } from '../../../shared/introductions/request-introduction.ts';
import { callAt, person } from '../../support/accounts-fakes.ts';
import {
  alumPerson,
  anIntroduction,
  austin,
  coordinator,
  daysLater,
  introductionsWorld,
  stranger,
  tacoma,
  theAlum,
} from '../../support/introductions-fakes.ts';

const given = () => {
  const world = introductionsWorld();
  const { ports, alumId } = world;
  const ask = async (day: number, by = coordinator, partnershipId = austin) => {
    const asking = { partnershipId, alumId, note: 'We visit in May.' };
    const asked = await requestIntroduction(ports)(by, asking, callAt(daysLater(day), `ask-${day}`));
    if (!asked.ok) throw new Error(JSON.stringify(asked));
    return asked.value.id;
  };
  const answer = (introductionId: string, said: 'accept' | 'decline', day: number) =>
    answerIntroduction(ports)(alumPerson, { introductionId, answer: said }, callAt(daysLater(day)));
  const block = (introductionId: string, day: number, by = alumPerson) =>
    blockPartnership(ports)(by, { introductionId, blocked: true }, callAt(daysLater(day)));
  const statusOf = (id: string) => world.heads.get(id)?.status;
  return { ...world, ask, answer, block, statusOf };
};

test('blocking from the page of what was asked long ago ends what waits now, and no reminder of it comes', async () => {
  const { ask, answer, block, statusOf, places, now, ports, mails } = given();
  const first = await ask(0);
  await answer(first, 'decline', 1);
  const second = await ask(210);
  const other = await ask(210, stranger, tacoma);
  expect(await block(first, 211)).toMatchObject({ value: { partnershipId: austin, blocked: true } });
  expect(statusOf(second)).toBe('declined');
  expect(places.get(theAlum)).toMatchObject({ open: [{ introductionId: other }], blocked: [austin] });
  now.at = daysLater(217);
  await remindIntroductions(ports)();
  expect(mails.filter(({ kind }) => kind === 'introduction-reminder')).toMatchObject([
    { about: `introduction#${other}` },
  ]);
  // A second click finds it done.
  expect((await block(first, 212)).ok).toBe(true);
});

test('blocking what is asked once more ends the contact that stood since, too: neither sees the other', async () => {
  const { ask, answer, block, statusOf } = given();
  const first = await ask(0);
  await answer(first, 'accept', 1);
  const second = await ask(210);
  expect(statusOf(first)).toBe('connected');
  await block(second, 211);
  expect([statusOf(first), statusOf(second)]).toEqual(['closed', 'declined']);
});

test('what stands with the partnership under an account that became part of this one ends as well', async () => {
  const { ask, answer, block, heads, statusOf } = given();
  const first = await ask(0);
  await answer(first, 'decline', 1);
  heads.set(
    'once',
    anIntroduction({ id: 'once', personId: 'alum-once', partnershipId: austin, status: 'connected' }),
  );
  await block(first, 2, { ...person(theAlum), formerly: ['alum-once'] });
  expect(statusOf('once')).toBe('closed');
});
