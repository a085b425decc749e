import { expect, test } from 'vitest';
import { answerIntroduction } from '../../../shared/introductions/answer-introduction.ts';
import { requestIntroduction } from '../../../shared/introductions/request-introduction.ts';
import { writeIntroductionNotices } from '../../../shared/introductions/write-introduction-notices.ts';
import { atNoon, callAt, fakeAccounts, ownerOf, person } from '../../support/accounts-fakes.ts';
import {
  alumPerson,
  austin,
  coordinator,
  daysLater,
  introductionsWorld,
} from '../../support/introductions-fakes.ts';

const heir = ownerOf('org-austin', 'coordinator-9');

/** Whom mail tells, of an answer to somebody who has left the organisation since they asked. */
const told = async (answer: 'accept' | 'decline', owners: readonly { personId: string; as: 'owner' }[]) => {
  const { ports, alumId, events, messages } = introductionsWorld();
  const asking = { partnershipId: austin, alumId, note: 'We visit in May.' };
  const asked = await requestIntroduction(ports)(coordinator, asking, atNoon);
  if (!asked.ok) throw new Error(JSON.stringify(asked));
  const answering = { introductionId: asked.value.id, answer };
  await answerIntroduction(ports)(alumPerson, answering, callAt(daysLater(1)));
  const people = {
    find: fakeAccounts(person(coordinator.personId), heir, alumPerson).people.find,
    membersOf: async () => owners,
  };
  for (const event of events) await writeIntroductionNotices({ ...ports, people })(event);
  return messages.saved.map(({ message: { kind, to } }) => `${kind} to ${to.address}`);
};

test('a yes to somebody who has left reaches the owner whom the alum sees in their place', async () => {
  expect(await told('accept', [{ personId: heir.personId, as: 'owner' }])).toEqual([
    'introduction-connected to alum-person-1@example.org',
    'introduction-connected to coordinator-9@example.org',
  ]);
  // Nobody who is no longer there.
  expect(await told('accept', [{ personId: coordinator.personId, as: 'owner' }])).toHaveLength(1);
});

test('a no to them is nobody’s news', async () => {
  expect(await told('decline', [{ personId: heir.personId, as: 'owner' }])).toEqual([]);
});
