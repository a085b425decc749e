import { answerIntroduction } from '../../shared/introductions/answer-introduction.ts';
import { expireIntroductions } from '../../shared/introductions/expire-introductions.ts';
import { offerIntroduction, requestIntroduction } from '../../shared/introductions/request-introduction.ts';
import { viewIntroduction } from '../../shared/introductions/view-introduction.ts';
import { writeIntroductionNotices } from '../../shared/introductions/write-introduction-notices.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { fail } from '../../shared/kernel/result.ts';
import { atNoon, callAt } from './accounts-fakes.ts';
import {
  alumPerson,
  austin,
  coordinator,
  daysLater,
  introductionsWorld,
  lead,
} from './introductions-fakes.ts';

export type World = ReturnType<typeof introductionsWorld>;
export const note = 'We visit Oita in May and look for somebody who knows the town.';
export const notFound = fail({ kind: 'not-found' });
export const unasked = fail({ kind: 'alum-unasked' });

/** A coordinator asks the world’s alum at noon, or as `over` says; the same key twice is the same request. */
export const ask = (
  { ports, alumId }: World,
  over: { by?: Actor; of?: string; key?: string; day?: number } = {},
) =>
  requestIntroduction(ports)(
    over.by ?? coordinator,
    { partnershipId: over.of ?? austin, alumId, note },
    callAt(daysLater(over.day ?? 0), over.key ?? 'ask-1'),
  );
/** The introduction that was made; a request refused ends the test. */
export const idOf = (result: Awaited<ReturnType<typeof ask>>) => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.id;
};
/** The chapter’s lead offers the alum a partnership at noon. */
export const offer = ({ ports, alumId }: World, by: Actor = lead, partnershipId = austin) =>
  offerIntroduction(ports)(by, { chapterId: 'jetaa-texoma', partnershipId, alumId, note }, atNoon);
/** The alum says yes or no, signed in, so many days after noon. */
export const answer = ({ ports }: World, id: string, said: 'accept' | 'decline', day = 1) =>
  answerIntroduction(ports)(alumPerson, { introductionId: id, answer: said }, callAt(daysLater(day)));
/** An introduction as this actor sees it, so many days after noon. */
export const view = ({ ports }: World, id: string, as: Actor, day = 2) =>
  viewIntroduction(ports)(as, { introductionId: id }, callAt(daysLater(day)));
/** Asked by the coordinator and answered with yes: both have planted names. */
export const connected = async (over: Parameters<typeof introductionsWorld>[0] = {}) => {
  const world = introductionsWorld(over);
  await world.name();
  const id = idOf(await ask(world));
  await answer(world, id, 'accept');
  return { world, id };
};
/** Delivers every event to the mail consumer, twice, as a queue may. */
export const deliver = async ({ ports, events }: World) => {
  for (const event of [...events, ...events]) await writeIntroductionNotices(ports)(event);
};

/** Asked by the coordinator and answered with no. */
export const declined = async () => {
  const world = introductionsWorld();
  await answer(world, idOf(await ask(world)), 'decline');
  return world;
};
/** Asked by the coordinator, never answered, and come by the schedule. */
export const expired = async () => {
  const world = introductionsWorld();
  await ask(world);
  world.now.at = daysLater(21);
  await expireIntroductions(world.ports)();
  return world;
};
