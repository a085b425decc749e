import { randomUUID } from 'node:crypto';
import { officeDomainsUseCases } from '../../../../functions/container/office-domains-use-cases.ts';
import { openPartnerships } from '../../../../functions/container/partnerships-use-cases.ts';
import { callAt, done } from '../../../support/seeded/clock.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import { always, both, madeUpToken, type Probes } from './probe.ts';

const signature = (textDigest: string) => ({ name: 'Authorised Official', agreed: true, textDigest });
const noDigest = '0'.repeat(64);
const evidence = 'The city’s site';
/** A domain that nobody has recorded. */
const newDomain = () => `d${randomUUID()}.example`;

export const endorsementsProbes =
  ({ table }: SeededPlatform): Probes<'endorsements'> =>
  (world) => {
    const { openRound, application, applications: made } = world;
    const { recordOfficeDomain } = officeDomainsUseCases({ table, directory: openPartnerships(table) });
    const austins = { partnershipId: world.sides.austin.partnershipId };
    const ask = async (id: Promise<string>) => ({ params: { applicationId: await id } });
    const complete = both('Austin’s, complete', 'Tacoma’s, complete', (side) =>
      ask(application(side, 'complete')),
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

    return {
      requestSignOff: complete,
      signAsOwner: both('Austin’s, complete', 'Tacoma’s, complete', async (side) => {
        const id = await application(side, 'complete');
        return { params: { applicationId: id }, body: await signed(id) };
      }),
      viewSignOff: links('requestSignOff', nothingMore),
      signByLink: links('requestSignOff', signed),
      requestConfirmation: complete,
      revokeConfirmation: both('Austin’s, asked', 'Tacoma’s, asked', async (side) => {
        const applicationId = await application(side, 'complete');
        const owner = await world.ownerOf(side);
        await made.linkOf(() => made.act.requestConfirmation(owner, { applicationId }, callAt(new Date())));
        return { params: { applicationId } };
      }),
      keepAnswer: links('requestConfirmation', async () => ({ hopes: '交流' })),
      // Only minutes after the request itself: the next mail has to wait.
      handOnConfirmation: links('requestConfirmation', async () => ({ email: 'next@city.example' })),
      listOfficeDomains: { 'of Austin’s': always({ params: austins }) },
      recordOfficeDomain: {
        'of Austin’s': async () => ({ params: austins, body: { domain: newDomain(), evidence } }),
      },
      withdrawOfficeDomain: {
        'of Austin’s': async () => {
          const input = { ...austins, domain: newDomain(), evidence };
          const { domain, version } = done(
            await recordOfficeDomain(world.byStaff, input, callAt(new Date())),
          );
          return { params: austins, version, body: { domain } };
        },
      },
      viewConfirmation: links('requestConfirmation', nothingMore),
      answerConfirmation: links('requestConfirmation', async () => ({ action: 'confirm', name: '担当者' })),
    };
  };
