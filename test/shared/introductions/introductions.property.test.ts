import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerByLink, answerIntroduction } from '../../../shared/introductions/answer-introduction.ts';
import { blockPartnership } from '../../../shared/introductions/block-partnership.ts';
import { endOpenOf } from '../../../shared/introductions/end-introductions.ts';
import { expireIntroductions } from '../../../shared/introductions/expire-introductions.ts';
import { isShared, statusAt } from '../../../shared/introductions/introduction.ts';
import {
  listChapterIntroductions,
  listJoinedAlumni,
  listMyIntroductions,
  listPartnershipIntroductions,
} from '../../../shared/introductions/introduction-lists.ts';
import { remindIntroductions } from '../../../shared/introductions/remind-introductions.ts';
import {
  offerIntroduction,
  requestIntroduction,
} from '../../../shared/introductions/request-introduction.ts';
import {
  joinPartnership,
  recordOutcome,
  stepIntroduction,
} from '../../../shared/introductions/settle-introduction.ts';
import { viewByLink, viewIntroduction } from '../../../shared/introductions/view-introduction.ts';
import { writeIntroductionNotices } from '../../../shared/introductions/write-introduction-notices.ts';
import { composeMail } from '../../../web/messages/mail/compose-mail.ts';
import { callAt, staff } from '../../support/accounts-fakes.ts';
import {
  alumPerson,
  austin,
  coordinator,
  daysLater,
  introductionsWorld,
  lead,
  otherLead,
  planted,
  stranger,
  tacoma,
  theAlum,
} from '../../support/introductions-fakes.ts';

const acts = [
  'ask',
  'ask for Tacoma',
  'offer',
  'accept',
  'accept by link',
  'decline',
  'connect',
  'refuse',
  'withdraw',
  'join',
  'outcome',
  'leave',
  'block',
  'end consent',
  'expire',
  'remind',
] as const;
type Act = (typeof acts)[number];
type World = ReturnType<typeof introductionsWorld>;

/** Everything that anybody of the cast does, at a day, to the latest introduction there is. */
const perform = async (world: World, act: Act, day: number, key: string) => {
  const { ports, alumId } = world;
  const call = callAt(daysLater(day), key);
  const latest = [...world.heads.values()].at(-1);
  const of = { introductionId: latest?.id ?? 'none', version: latest?.version ?? 1 };
  const asked = { alumId, note: 'A note.' };
  const token = world.mails.at(-1)?.linkToken ?? 'none';
  const run: Record<Act, () => Promise<unknown>> = {
    ask: () => requestIntroduction(ports)(coordinator, { ...asked, partnershipId: austin }, call),
    'ask for Tacoma': () => requestIntroduction(ports)(stranger, { ...asked, partnershipId: tacoma }, call),
    offer: () =>
      offerIntroduction(ports)(lead, { ...asked, partnershipId: tacoma, chapterId: 'jetaa-texoma' }, call),
    accept: () => answerIntroduction(ports)(alumPerson, { ...of, answer: 'accept' }, call),
    'accept by link': () => answerByLink(ports)({ kind: 'link', token }, { answer: 'accept' }, call),
    decline: () => answerIntroduction(ports)(alumPerson, { ...of, answer: 'decline' }, call),
    connect: () => stepIntroduction(ports)(stranger, { ...of, action: 'connect' }, call),
    refuse: () => stepIntroduction(ports)(stranger, { ...of, action: 'decline' }, call),
    withdraw: () => stepIntroduction(ports)(coordinator, { ...of, action: 'withdraw' }, call),
    join: () => joinPartnership(ports)(coordinator, { ...of, role: 'board' }, call),
    outcome: () => recordOutcome(ports)(coordinator, { ...of, kind: 'no-fit', text: '' }, call),
    leave: () => stepIntroduction(ports)(alumPerson, { ...of, action: 'leave' }, call),
    block: () =>
      blockPartnership(ports)(alumPerson, { introductionId: of.introductionId, blocked: true }, call),
    'end consent': async () =>
      world.end(await endOpenOf(ports)(theAlum, { by: theAlum, at: daysLater(day) })),
    expire: expireIntroductions(ports),
    remind: remindIntroductions(ports),
  };
  world.now.at = daysLater(day);
  await run[act]();
};

const cast = [coordinator, stranger, lead, otherLead, alumPerson, staff];

/** What each of the cast reads of each introduction, and whether both have said yes to it. */
const readings = async ({ ports, heads }: World, day: number) => {
  const call = callAt(daysLater(day));
  const found = [];
  for (const { id, ...head } of heads.values()) {
    const shared = isShared(statusAt(head, daysLater(day)));
    for (const who of cast) {
      const seen = await viewIntroduction(ports)(who, { introductionId: id }, call);
      found.push({ who: who.personId, shared, text: JSON.stringify(seen) });
    }
  }
  return found;
};

const listings = async ({ ports, mails }: World, day: number) => {
  const call = callAt(daysLater(day));
  const texts: unknown[] = [];
  for (const who of cast) {
    for (const partnershipId of [austin, tacoma]) {
      texts.push(await listPartnershipIntroductions(ports)(who, { partnershipId }, call));
      texts.push(await listJoinedAlumni(ports)(who, { partnershipId }, call));
    }
    texts.push(await listMyIntroductions(ports)(who, {}, call));
    texts.push(await listChapterIntroductions(ports)(who, { chapterId: 'jetaa-texoma' }, call));
  }
  for (const { linkToken: token } of mails)
    if (token) texts.push(await viewByLink(ports)({ kind: 'link', token }, {}, call));
  return JSON.stringify(texts);
};

const addresses = Object.values(planted).map(({ email }) => email);
const step = fc.record({ act: fc.constantFrom(...acts), after: fc.integer({ min: 0, max: 9 }) });

test('whatever anybody does in whatever order: no limit is gone over, and no address is read before both have said yes', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 14 }),
      fc.integer({ min: 1, max: 3 }),
      async (steps, most) => {
        const world = introductionsWorld({ most });
        await world.name();
        let day = 0;
        for (const [no, { act, after }] of steps.entries()) {
          day += after;
          await perform(world, act, day, `key-${no}`);
          const open = [...world.heads.values()].filter((one) =>
            ['requested', 'accepted'].includes(statusAt(one, daysLater(day))),
          );
          expect(open.length).toBeLessThanOrEqual(most);
          for (const { who, shared, text } of await readings(world, day)) {
            const alumIsRead = text.includes(planted.alum.email) || text.includes(planted.alum.name);
            if (!shared) expect(addresses.filter((one) => text.includes(one))).toEqual([]);
            if (who !== coordinator.personId && who !== stranger.personId) expect(alumIsRead).toBe(false);
            if (!shared) expect(alumIsRead).toBe(false);
          }
          const lists = await listings(world, day);
          expect(addresses.filter((one) => lists.includes(one))).toEqual([]);
        }
        for (const event of world.events) await writeIntroductionNotices(world.ports)(event);
        const compose = composeMail('https://shimai.example');
        const letters = [...world.mails, ...world.messages.saved.map(({ message }) => message)];
        for (const message of letters) {
          const { subject, text } = compose(message);
          expect(addresses.filter((one) => `${subject}${text}`.includes(one))).toEqual([]);
          if (message.to.address !== planted.alum.email) expect(text).not.toContain(planted.alum.name);
        }
        const told = JSON.stringify(world.events);
        for (const { name, email } of Object.values(planted))
          expect([told.includes(name), told.includes(email)]).toEqual([false, false]);
      },
    ),
    { numRuns: 60 },
  );
});
