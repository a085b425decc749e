import { randomUUID } from 'node:crypto';
import { newToken } from '../../../../functions/container/clients.ts';
import { introductionsUseCases } from '../../../../functions/container/introductions-use-cases.ts';
import { openPartnerships } from '../../../../functions/container/partnerships-use-cases.ts';
import type { Introduction } from '../../../../shared/introductions/introduction.ts';
import { cursorsWith } from '../../../../shared/table/cursor.ts';
import { callAt, done } from '../../../support/seeded/clock.ts';
import { introductionsOn } from '../../../support/seeded/introductions.ts';
import type { Someone } from '../../../support/seeded/people.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, madeUpToken, type Probe, type Probes } from './probe.ts';

const texoma = 'jetaa-texoma';
const note = 'We visit in May and look for somebody who knows the town.';
type State = 'request' | 'accept' | 'connect' | 'join';

export const introductionsProbes =
  ({ table, people }: SeededPlatform): Probes<'introductions'> =>
  (world) => {
    const made = introductionsOn(table);
    const { reportIntroduction } = introductionsUseCases({
      table,
      partnerships: openPartnerships(table),
      cursors: cursorsWith('test'),
      newToken,
    });
    const someone = () => people.join(`alum-${randomUUID()}`);
    const askable = async () => made.register(await people.actor(await someone()));

    /** A side has asked somebody. */
    const asked = async (side: Side, state: State, alum?: Someone): Promise<Introduction> => {
      const { id: organisationId, partnershipId } = world.sides[side];
      const { personId: by } = await world.ownerOf(side);
      const { personId } = alum ?? (await someone());
      return made[state]({ partnershipId, organisationId, by, alum: personId });
    };
    /** The chapter has offered Austin's partnership to somebody. */
    const offered = async (state: 'request' | 'accept') => {
      const { partnershipId } = world.sides.austin;
      const alum = await someone();
      // The lead may look at it while the alum lets the chapter see them.
      await made.register(await people.actor(alum));
      const by = world.cast.lead.personId;
      return made[state]({ partnershipId, chapter: texoma, by, alum: alum.personId });
    };
    const of = ({ id: introductionId, version }: Introduction) => ({ params: { introductionId }, version });
    const ofBoth = (name: string, state: State, body?: object) =>
      both(`Austin’s, ${name}`, `Tacoma’s, ${name}`, async (side) => ({
        ...of(await asked(side, state)),
        ...(body && { body }),
      }));
    const ofOffer = (state: 'request' | 'accept', body?: object) => async () => ({
      ...of(await offered(state)),
      ...(body && { body }),
    });
    const sides = (ask: (partnershipId: string) => Promise<object>) =>
      both('for Austin’s', 'for Tacoma’s', async (side) => {
        const { partnershipId } = world.sides[side];
        return { params: { partnershipId }, ...(await ask(partnershipId)) };
      });
    /** Asked of whoever comes, by Austin; and of somebody else. */
    const ownOnly = (state: State, body?: object): Readonly<Record<string, Probe>> => ({
      'one’s own': async (as) => ({
        ...of(await asked(as?.personId === world.cast.owner.personId ? 'tacoma' : 'austin', state, as)),
        ...(body && { body }),
      }),
      'another’s': async () => {
        const { partnershipId } = world.sides.austin;
        // Nobody of the cast asked, and no organisation of theirs.
        const by = (await someone()).personId;
        const alum = (await someone()).personId;
        const other = await made[state]({ partnershipId, organisationId: randomUUID(), by, alum });
        return { ...of(other), ...(body && { body }) };
      },
    });
    const reported = async () => {
      const alum = await someone();
      const { id: introductionId } = await asked('austin', 'connect', alum);
      const report = { introductionId, text: 'They called at night.' };
      done(await reportIntroduction(await people.actor(alum), report, callAt(new Date())));
      return { params: { introductionId, side: 'alum' }, version: 1, body: { reason: 'Spoke to both.' } };
    };
    const links = (body: object): Readonly<Record<string, Probe>> => ({
      'by the token mailed': async () => {
        const introduction = await asked('austin', 'request');
        return { body: { token: await made.linkTo(introduction.id), ...body } };
      },
      'by a token made up': async () => ({ body: { token: madeUpToken, ...body } }),
    });

    return {
      requestIntroduction: sides(async () => ({ body: { alumId: await askable(), note } })),
      listPartnershipIntroductions: sides(async () => ({})),
      listJoinedAlumni: sides(async () => ({})),
      offerIntroduction: {
        'to a member of Texoma': async () => ({
          params: { chapterId: texoma },
          body: { alumId: await askable(), partnershipId: world.sides.austin.partnershipId, note },
        }),
      },
      listChapterIntroductions: { 'of Texoma': always({ params: { chapterId: texoma } }) },
      listMyIntroductions: { 'one’s own': always({}) },
      viewIntroduction: {
        ...ofBoth('asked', 'request'),
        ...ownOnly('request'),
        'offered by Texoma': ofOffer('request'),
      },
      answerIntroduction: ownOnly('request', { answer: 'decline' }),
      stepIntroduction: {
        ...ofBoth('asked: taken back', 'request', { action: 'withdraw' }),
        'offered by Texoma: taken back': ofOffer('request', { action: 'withdraw' }),
        'offered by Texoma, accepted: connected': ofOffer('accept', { action: 'connect' }),
        'offered by Texoma, accepted: declined': ofOffer('accept', { action: 'decline' }),
        ...ownOnly('connect', { action: 'leave' }),
      },
      joinPartnership: ofBoth('introduced', 'connect', { role: 'board' }),
      recordOutcome: ofBoth('introduced', 'connect', { kind: 'no-fit', text: '' }),
      addToDelegation: both(
        'Austin’s, joined, to its draft',
        'Tacoma’s, joined, to its draft',
        async (side) => ({
          ...of(await asked(side, 'join')),
          body: { applicationId: await world.application(side, 'start') },
        }),
      ),
      blockPartnership: ownOnly('request', { blocked: true }),
      reportIntroduction: {
        ...ownOnly('connect', { text: 'They called at night.' }),
        ...ofBoth('introduced', 'connect', { text: 'They never came.' }),
      },
      listIntroductionReports: { open: always({}) },
      settleIntroductionReport: { 'an alum’s': reported },
      viewIntroductionByLink: links({}),
      answerIntroductionByLink: links({ answer: 'decline' }),
    };
  };
