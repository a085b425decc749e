import { randomUUID } from 'node:crypto';
import { localOf } from '../../../../shared/kernel/zoned-time.ts';
import { callAt, inDays } from '../../../support/seeded/clock.ts';
import { completeSections } from '../../../support/seeded/complete-sections.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, madeUpToken, type Probe, type Probes } from './probe.ts';

const signature = (textDigest: string) => ({ name: 'Authorised Official', agreed: true, textDigest });
const noDigest = '0'.repeat(64);

export const applicationsProbes =
  (_site: SeededPlatform): Probes<'applications'> =>
  (world) => {
    const { sides, openRound, committee, application, inReview, applications: made } = world;
    const ask = async (id: Promise<string>) => ({ params: { applicationId: await id } });
    const reviewed = async (side: Side) => ask(inReview(side).then(({ id }) => id));
    const awarded = async (side: Side) => ask(world.announced(side).then(({ id }) => id));
    const austinsDraft: Probe = () => ask(application('austin', 'start'));

    const drafts = both('Austin’s draft', 'Tacoma’s draft', (side) => ask(application(side, 'start')));
    const complete = both('Austin’s, complete', 'Tacoma’s, complete', (side) =>
      ask(application(side, 'complete')),
    );
    const submitted = both('Austin’s, submitted', 'Tacoma’s, submitted', (side) =>
      ask(application(side, 'submit')),
    );

    /** The link that an owner's request has mailed, and to what. */
    const link = async (purpose: 'requestSignOff' | 'requestConfirmation') => {
      const id = await application('austin', 'complete');
      const owner = await world.ownerOf('austin');
      const token = await made.linkOf(() =>
        made.act[purpose](owner, { applicationId: id }, callAt(new Date())),
      );
      return { id, token };
    };
    const links = (purpose: Parameters<typeof link>[0], more: (id: string) => Promise<object>) => ({
      'by the token mailed': async () => {
        const { id, token } = await link(purpose);
        return { version: 1, body: { token, ...(await more(id)) } };
      },
      'by a token made up': async () => ({ version: 1, body: { token: madeUpToken, ...(await more('')) } }),
    });
    const nothingMore = async () => ({});
    const signed = async (id: string) => signature(id ? await made.digestOf(id, openRound) : noDigest);

    const until = localOf(inDays(20), openRound.zone);

    return {
      startApplication: both('for Austin’s', 'for Tacoma’s', async (side) => {
        const { id: organisationId, partnershipId } = sides[side];
        return { body: { roundId: openRound.id, organisationId, partnershipId, title: randomUUID() } };
      }),
      listMyApplications: { 'one’s own': always({}) },
      viewApplication: { ...drafts, 'Austin’s in review': () => reviewed('austin') },
      saveSection: both('Austin’s draft', 'Tacoma’s draft', async (side) => {
        const { params } = await ask(application(side, 'start'));
        const data = completeSections('Bread and clay').project;
        return { params: { ...params, sectionId: 'project' }, version: 0, body: { data } };
      }),
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
      requestSignOff: complete,
      signAsOwner: both('Austin’s, complete', 'Tacoma’s, complete', async (side) => {
        const id = await application(side, 'complete');
        return { params: { applicationId: id }, body: await signed(id) };
      }),
      viewSignOff: links('requestSignOff', nothingMore),
      signByLink: links('requestSignOff', signed),
      requestConfirmation: complete,
      viewConfirmation: links('requestConfirmation', nothingMore),
      answerConfirmation: links('requestConfirmation', async () => ({ action: 'confirm', name: '担当者' })),
      listRoundApplications: { 'of a closed round': always({ params: { roundId: committee.id } }) },
    };
  };
