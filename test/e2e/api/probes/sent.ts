import { localOf } from '../../../../shared/kernel/zoned-time.ts';
import { inDays } from '../../../support/seeded/clock.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, type Probes } from './probe.ts';

export const sentProbes =
  ({ api }: SeededPlatform): Probes<'sent'> =>
  (world) => {
    const { openRound, committee, application, inReview, sides } = world;
    const draft = async (side: Side) => ({ params: { applicationId: await application(side, 'start') } });
    const drafts = both('Austin’s draft', 'Tacoma’s draft', draft);
    const until = localOf(inDays(60), openRound.zone);
    const terms = { until, reason: 'A storm closed the office' };
    const extended = async (side: Side) => {
      const { params } = await draft(side);
      await api.call('extendApplication', { params, version: 1, body: terms }, world.colleague.token);
      return { params, version: 2, body: { reason: 'Given by mistake' } };
    };
    return {
      compareVersions: {
        ...both('Austin’s in review', 'Tacoma’s in review', async (side) => ({
          params: { applicationId: (await inReview(side)).id },
        })),
        ...drafts,
      },
      listExtensions: { 'of a closed round': always({ params: { roundId: committee.id } }) },
      viewExtension: drafts,
      extendApplication: both('Austin’s draft', 'Tacoma’s draft', async (side) => ({
        ...(await draft(side)),
        version: 1,
        body: terms,
      })),
      endExtension: both('Austin’s, extended', 'Tacoma’s, extended', extended),
      listPapers: { 'of an open round': always({ params: { roundId: openRound.id } }) },
      listClaimants: {
        'of Austin’s pair': always({ params: { partnershipId: sides.austin.partnershipId } }),
      },
      enterPaper: {
        'for Austin’s': always({
          params: { roundId: openRound.id },
          body: world.papers.termsOf(sides.austin, openRound, new Date()),
        }),
      },
      recordSignature: {
        'on Austin’s paper': async () => {
          const { applicationId, signature } = await world.onPaper('typed');
          return { params: { applicationId }, body: signature };
        },
        'in Austin’s own draft': async () => ({
          ...(await draft('austin')),
          body: { name: 'A', signedOn: '2027-01-01', textDigest: '0'.repeat(64) },
        }),
      },
    };
  };
