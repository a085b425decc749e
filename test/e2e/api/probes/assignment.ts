import { randomUUID } from 'node:crypto';
import { planStore } from '../../../../shared/assignment/plan.store.ts';
import { usualSettings } from '../../../../shared/assignment/settings.ts';
import { jobWrites } from '../../../../shared/jobs/job.store.ts';
import { aPlan, aProof, aShelf } from '../../../support/assignment-fakes.ts';
import { whileOpen } from '../../../support/seeded/applications.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, type Probes } from './probe.ts';

export const assignmentProbes =
  ({ table }: SeededPlatform): Probes<'assignment'> =>
  (world) => {
    const committee = { params: { roundId: world.committee.id } };
    const fresh = async () => ({ params: { roundId: (await world.closedRound()).id } });
    /** A plan that gives one side's application to `idle`, and could give it to `spare`. */
    const planned = async (side: Side) => {
      const round = await world.closedRound();
      const owner = await world.ownerOf(side);
      const applicationId = await world.applications.submit(
        owner,
        world.sides[side],
        round,
        whileOpen('closed'),
      );
      if (side === 'austin')
        await world.reviews.stepAside(await world.actor(world.cast.recused), applicationId);
      const reviewers = [world.cast.idle.personId, world.spare.personId];
      const planId = randomUUID();
      const plans = planStore(table, { jobWrites });
      await plans.keep(planId, 1, {
        shelves: [aShelf(applicationId, reviewers, { planId })],
        proof: aProof(reviewers),
      });
      const plan = aPlan({ id: planId, version: 1, roundId: round.id, jobId: randomUUID() });
      await plans.save({ plan, events: [] });
      const [from = '', to = ''] = reviewers;
      return { params: { roundId: round.id, planId }, move: { applicationId, from, to } };
    };
    const paramsOf = async (side: Side) => ({ params: (await planned(side)).params });
    return {
      listPreferenceRounds: { 'one’s own': always({}) },
      viewPreferences: { 'of a closed round': always(committee) },
      savePreferences: {
        'of a closed round': always({ ...committee, version: 0, body: { most: 4, choices: {} } }),
      },
      viewSettings: { 'of a closed round': always(committee) },
      saveSettings: {
        'of a closed round': async () => ({ ...(await fresh()), version: 0, body: usualSettings }),
      },
      listPlans: { 'of a closed round': always(committee) },
      askPlan: { 'of a closed round': fresh },
      viewPlan: { 'with Austin’s': () => paramsOf('austin') },
      viewCertificate: both('with Austin’s', 'with Tacoma’s', paramsOf),
      weighMoves: both('of Austin’s', 'of Tacoma’s', async (side) => {
        const { params, move } = await planned(side);
        return { params, query: { applicationId: move.applicationId, from: move.from } };
      }),
      movePair: both('of Austin’s', 'of Tacoma’s', async (side) => {
        const { params, move } = await planned(side);
        return { params, version: 1, body: move };
      }),
      applyPlan: both('with Austin’s', 'with Tacoma’s', async (side) => ({
        ...(await paramsOf(side)),
        version: 1,
      })),
    };
  };
