import { setTimeout } from 'node:timers/promises';
import { applicationStore } from '../../../../shared/applications/application.store.ts';
import { whileOpen } from '../../../support/seeded/applications.ts';
import type { Someone } from '../../../support/seeded/people.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, type Probes } from './probe.ts';

export const awardsProbes =
  ({ api, people, table }: SeededPlatform): Probes<'awards'> =>
  (world) => {
    const ofRound = { params: { roundId: world.committee.id } };
    const certify = { version: 1, body: { action: 'certify' } };
    const announced = both('Austin’s, announced', 'Tacoma’s, announced', async (side) => ({
      params: { applicationId: (await world.announced(side)).id },
    }));
    /** By the version that stands, whoever asks. */
    const answerTo = async (applicationId: string) => ({
      params: { applicationId },
      version: (await applicationStore(table).find(applicationId))?.version ?? 0,
      body: { answer: 'decline-award', reason: 'No answer by March 1' },
    });
    const byOneself = async (as: Someone | undefined) => {
      const isStaff = as && [world.cast.staff, world.cast.recused].includes(as);
      const by = await people.actor(isStaff ? as : world.colleague);
      return { params: { applicationId: await world.proposed('tacoma', by) }, ...certify };
    };
    const terms = { version: 0, body: { minimumShare: 100, floors: [], overrides: [] } };
    const proposePortfolio = { body: { reason: 'The best portfolio', rest: 'leave' } };
    /** A closed round whose one application a job has planned a portfolio of. */
    const planned = async () => {
      const round = await world.closedRound();
      const owner = await world.ownerOf('tacoma');
      await world.applications.submit(owner, world.sides.tacoma, round, whileOpen('closed'));
      const params = { roundId: round.id };
      const { token } = world.cast.staff;
      await api.call('askPortfolio', { params, ...terms }, token);
      // Only this job: others' may wait minutes to be tried again.
      for (let tries = 0; tries < 100; tries += 1) {
        const { portfolio } = (await api.call('viewPortfolio', { params }, token)).json;
        if (portfolio?.plan) return { params, version: portfolio.version, ...proposePortfolio };
        await setTimeout(200);
      }
      // Behind what others asked for it may wait longer: the answer then says that nothing is planned.
      return { params, version: 2, ...proposePortfolio };
    };
    return {
      listAwards: { all: always({}) },
      listDecisions: { 'of a closed round': always(ofRound) },
      proposeDecision: both('Austin’s in review', 'Tacoma’s in review', async (side) => ({
        params: { applicationId: (await world.inReview(side)).id },
        version: 0,
        body: { decision: 'award', amountCents: 500_000, reason: 'Strong outcomes' },
      })),
      settleDecision: {
        ...both(
          'Austin’s, proposed by a colleague',
          'Tacoma’s, proposed by a colleague',
          async (side: Side) => ({
            params: { applicationId: await world.proposed(side) },
            ...certify,
          }),
        ),
        'Tacoma’s, proposed by oneself': byOneself,
      },
      proposeDecisions: {
        'of a closed round': async () => {
          const { id } = await world.inReview('tacoma');
          const decline = { decision: 'decline', amountCents: 0, reason: 'Weak outcomes' };
          return { ...ofRound, body: { proposals: [{ ...decline, applicationId: id, version: 0 }] } };
        },
      },
      viewWaitlist: { 'of a closed round': always(ofRound) },
      viewLetters: { 'of a closed round': always(ofRound) },
      previewLetters: { 'of a closed round': always(ofRound) },
      saveLetter: {
        'of a closed round': async () => ({
          params: { roundId: (await world.closedRound()).id, kind: 'award' },
          version: 0,
          body: { subject: { en: 'Yes: {title}', ja: '' }, body: { en: '{page}', ja: '' } },
        }),
      },
      setAnswerDate: {
        'of a closed round': async () => ({
          params: { roundId: (await world.closedRound()).id },
          version: 0,
          body: { answerBy: '2999-01-01T17:00' },
        }),
      },
      requestConfirmations: {
        'before the date to answer by': always({
          ...ofRound,
          version: 1,
          body: { answerBy: '2999-01-01T17:00' },
        }),
      },
      viewPortfolio: { 'of a closed round': always(ofRound) },
      askPortfolio: {
        'of a round that nobody is kept from': async () => ({
          params: { roundId: (await world.closedRound()).id },
          ...terms,
        }),
      },
      proposePortfolio: {
        'before there is one': async () => ({
          params: { roundId: (await world.closedRound()).id },
          version: 1,
          ...proposePortfolio,
        }),
        planned,
      },
      viewRemarks: both('Austin’s in review', 'Tacoma’s in review', async (side) => ({
        params: { applicationId: (await world.inReview(side)).id },
      })),
      saveRemarks: both('Austin’s in review', 'Tacoma’s in review', async (side) => ({
        params: { applicationId: (await world.inReview(side)).id },
        version: 0,
        body: { action: 'approve', remarks: [] },
      })),
      announceRound: {
        'all certified': async () => {
          const { round } = await world.certified('tacoma');
          return { params: { roundId: round.id }, version: round.version };
        },
      },
      recordAwardAnswer: {
        ...both('of Austin’s, announced', 'of Tacoma’s, announced', async (side) =>
          answerTo((await world.announced(side)).id),
        ),
        'of Tacoma’s, certified': async () => answerTo((await world.certified('tacoma')).id),
      },
      viewOutcome: {
        ...announced,
        'Austin’s, certified': async () => ({
          params: { applicationId: (await world.certified('austin')).id },
        }),
      },
    };
  };
