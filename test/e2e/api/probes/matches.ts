import { randomUUID } from 'node:crypto';
import { newId } from '../../../../functions/container/clients.ts';
import { openCards } from '../../../../functions/container/matches-queue.ts';
import { matchesUseCases } from '../../../../functions/container/matches-use-cases.ts';
import { registeringUseCases } from '../../../../functions/container/registering-use-cases.ts';
import { matchListStore } from '../../../../shared/matches/match-list.store.ts';
import { entryOf } from '../../../../shared/matches/match-list.ts';
import { matchWeights } from '../../../../shared/matching/match-weights.ts';
import { cursorsWith } from '../../../../shared/table/cursor.ts';
import { aRegistration } from '../../../support/alumni-fakes.ts';
import { aCard } from '../../../support/matches-fakes.ts';
import { aPartnership } from '../../../support/matching.ts';
import { callAt, done } from '../../../support/seeded/clock.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, type Probes } from './probe.ts';

/** A partnership of Texas, which nobody runs here: its chapter's leads see who fits it. */
const ofTexas = { params: { partnershipId: 'austin-tx-oita' } };

export const matchesProbes =
  ({ table, people }: SeededPlatform): Probes<'matches'> =>
  ({ sides, ownerOf, byStaff }) => {
    const act = matchesUseCases({ table, cursors: cursorsWith('set-up') });
    const registering = registeringUseCases({ table, newId });
    const call = () => callAt(new Date());
    const ofSide = async (side: Side) => ({ params: { partnershipId: sides[side].partnershipId } });

    /** Somebody registered, whose card is there at once. */
    const registered = async () => {
      const actor = await people.actor(await people.join(`alum-${randomUUID()}`));
      const { alum } = done(
        await registering.registerAlum(actor, { ...aRegistration(), profileVersion: 0 }, call()),
      );
      const { alumId, personId } = alum;
      const cards = openCards(table);
      if (!(await cards.find(alumId))) {
        const none = { prefectures: {}, states: {} };
        await cards.save(aCard(alumId, { personId }), none);
      }
      return alumId;
    };
    /** Somebody in the list of this side's partnership. */
    const listed = async (side: Side) => {
      const { partnershipId } = sides[side];
      const lists = matchListStore(table);
      const alumId = randomUUID();
      const entry = entryOf(aCard(alumId), aPartnership({ id: partnershipId }), 9000);
      for (;;) {
        const before = await lists.find(partnershipId);
        const saved = await lists.save({
          partnershipId,
          version: (before?.version ?? 0) + 1,
          basis: before?.basis ?? { weights: 0, year: new Date().getUTCFullYear(), seeking: 0 },
          sought: { themes: [], needs: [] },
          entries: [...(entry ? [entry] : []), ...(before?.entries ?? [])],
        });
        if (saved.ok) return { partnershipId, alumId };
      }
    };

    const texoma = { chapterId: 'jetaa-texoma' };
    const planned = async (of: { chapterId?: string }) => {
      const { id } = done(await act.askIntroductionPlan(byStaff, { top: 2, ...of }, call()));
      return { params: { studyId: id } };
    };

    return {
      listAlumniFor: {
        ...both('for Austin’s', 'for Tacoma’s', ofSide),
        'for one of Texas': always(ofTexas),
      },
      setAlumAside: both('for Austin’s', 'for Tacoma’s', async (side) => ({
        params: await listed(side),
        body: { aside: true },
      })),
      explainPair: {
        'of somebody registered': async () => ({
          params: { ...ofTexas.params, alumId: await registered() },
        }),
      },
      viewSought: {
        ...both('for Austin’s', 'for Tacoma’s', ofSide),
        'for one of Texas': always(ofTexas),
      },
      saySought: both('for Austin’s', 'for Tacoma’s', async (side) => {
        const ask = await ofSide(side);
        const { version } = done(await act.viewSought(await ownerOf(side), ask.params, call()));
        return { ...ask, version, body: { topics: ['sustainability'], fields: ['law'], words: [] } };
      }),
      askIntroductionPlan: {
        'of all': always({ body: { top: 2 } }),
        'of JETAA Texoma': always({ body: { top: 2, ...texoma } }),
      },
      listIntroductionPlans: { 'of all': always({}), 'of JETAA Texoma': always({ query: texoma }) },
      viewStudy: {
        'a plan of all': async () => planned({}),
        'a plan of JETAA Texoma': async () => planned(texoma),
      },
      viewMatchWeights: { 'in force': always({}) },
      tryMatchWeights: { others: always({ body: matchWeights }) },
      applyMatchWeights: {
        others: async () => {
          const { version } = done(await act.viewMatchWeights(byStaff, {}, call()));
          return { version, body: matchWeights };
        },
      },
      askRebuildMatches: { all: always({}) },
      listPartnershipsFor: {
        'of somebody registered': async (as) => {
          if (as) {
            const actor = await people.actor(as);
            const { profileVersion } = done(await registering.viewAlum(actor, {}, call()));
            await registering.registerAlum(actor, { ...aRegistration(), profileVersion }, call());
          }
          return {};
        },
      },
    };
  };
