import { randomUUID } from 'node:crypto';
import { localOf } from '../../../../shared/kernel/zoned-time.ts';
import { inDays } from '../../../support/seeded/clock.ts';
import { completeSections } from '../../../support/seeded/complete-sections.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, type Probe, type Probes } from './probe.ts';

export const applicationsProbes =
  (_site: SeededPlatform): Probes<'applications'> =>
  (world) => {
    const { sides, openRound, committee, application, inReview } = world;
    const ask = async (id: Promise<string>) => ({ params: { applicationId: await id } });
    const reviewed = async (side: Side) => ask(inReview(side).then(({ id }) => id));
    const awarded = async (side: Side) => ask(world.announced(side).then(({ id }) => id));
    const austinsDraft: Probe = () => ask(application('austin', 'start'));

    const drafts = both('Austin’s draft', 'Tacoma’s draft', (side) => ask(application(side, 'start')));
    const submitted = both('Austin’s, submitted', 'Tacoma’s, submitted', (side) =>
      ask(application(side, 'submit')),
    );

    const onPaper = () => ask(world.onPaper('begun').then(({ applicationId }) => applicationId));
    const section = { version: 0, body: { data: completeSections('Bread and clay').project } };

    const until = localOf(inDays(20), openRound.zone);

    return {
      startApplication: both('for Austin’s', 'for Tacoma’s', async (side) => {
        const { id: organisationId, partnershipId } = sides[side];
        return { body: { roundId: openRound.id, organisationId, partnershipId, title: randomUUID() } };
      }),
      listMyApplications: { 'one’s own': always({}) },
      viewApplication: {
        ...drafts,
        'Austin’s in review': () => reviewed('austin'),
        'Austin’s, on paper': onPaper,
      },
      saveSection: {
        ...both('Austin’s draft', 'Tacoma’s draft', async (side) => {
          const { params } = await ask(application(side, 'start'));
          return { ...section, params: { ...params, sectionId: 'project' } };
        }),
        'Austin’s, on paper': async () => ({
          ...section,
          params: { ...(await onPaper()).params, sectionId: 'project' },
        }),
      },
      submitApplication: both('Austin’s, signed', 'Tacoma’s, signed', (side) =>
        ask(application(side, 'sign')),
      ),
      viewReceipt: { ...submitted, 'Austin’s draft': austinsDraft },
      viewSubmission: {
        ...both('Austin’s in review', 'Tacoma’s in review', reviewed),
        'Austin’s draft': austinsDraft,
      },
      reopenApplication: submitted,
      withdrawApplication: {
        'Austin’s, submitted': () => ask(application('austin', 'submit')),
        'Tacoma’s draft': () => ask(application('tacoma', 'start')),
      },
      returnApplication: Object.fromEntries(
        Object.entries({ ...submitted, 'Austin’s draft': austinsDraft }).map(
          ([row, probe]): [string, Probe] => [
            row,
            async (as) => ({ ...(await probe(as)), body: { reason: 'The budget does not add up', until } }),
          ],
        ),
      ),
      acceptAward: both('Austin’s, awarded', 'Tacoma’s, awarded', awarded),
      declineAward: both('Austin’s, awarded', 'Tacoma’s, awarded', awarded),
      listRoundApplications: { 'of a closed round': always({ params: { roundId: committee.id } }) },
    };
  };
