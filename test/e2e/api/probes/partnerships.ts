import {
  openPartnerships,
  partnershipsUseCases,
} from '../../../../functions/container/partnerships-use-cases.ts';
import { listedPartnerships } from '../../../../shared/reference/partnerships.ts';
import { cursorsWith } from '../../../../shared/table/cursor.ts';
import { callAt, done } from '../../../support/seeded/clock.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, type Probes } from './probe.ts';

let named = 0;
/** A pair that no directory lists: `Newtown A`, `Newtown B` … */
const newPair = (organisationId: string) => {
  named += 1;
  const letters = [...String(named)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');
  return {
    organisationId,
    usName: `Newtown ${letters}`,
    usState: 'TX',
    jpName: 'Shinmachi',
    jpPrefecture: 'Oita',
  };
};

export const partnershipsProbes =
  ({ table }: SeededPlatform): Probes<'partnerships'> =>
  ({ sides, ownerOf, applications }) => {
    const act = partnershipsUseCases({
      partnerships: openPartnerships(table),
      cursors: cursorsWith('set-up'),
    });
    // Far behind those the set-up has claimed.
    let next = listedPartnerships.length;
    const unclaimed = () => {
      next -= 1;
      return listedPartnerships[next]?.id ?? '';
    };
    const proposedByAustin = async () => {
      const made = await act.proposePartnership(
        await ownerOf('austin'),
        newPair(sides.austin.id),
        callAt(new Date()),
      );
      return { params: { partnershipId: done(made).partnership.id } };
    };
    const ofSide = async (side: Side) => ({ params: { organisationId: sides[side].id } });
    return {
      listPartnerships: { all: always({ query: { state: 'TX' } }) },
      viewPartnership: {
        listed: always({ params: { partnershipId: sides.austin.partnershipId } }),
        'proposed by Austin': proposedByAustin,
      },
      proposePartnership: both('for Austin’s', 'for Tacoma’s', async (side) => ({
        body: newPair(sides[side].id),
      })),
      confirmPartnership: { 'proposed by Austin': proposedByAustin },
      claimPartnership: both('for Austin’s', 'for Tacoma’s', async (side) => ({
        params: { partnershipId: unclaimed() },
        body: { organisationId: sides[side].id },
      })),
      listOpenClaims: { all: always({}) },
      settleClaim: {
        'Austin’s': async () => {
          const { id: organisationId } = sides.austin;
          const partnershipId = await applications.claim(await ownerOf('austin'), organisationId);
          return { params: { partnershipId, organisationId }, version: 1, body: { outcome: 'verify' } };
        },
      },
      createOrganisation: {
        new: always({ body: { legalName: 'A new society', kind: 'other-nonprofit', ein: '12-3456789' } }),
      },
      listMyOrganisations: { 'one’s own': always({}) },
      viewOrganisation: both('Austin’s', 'Tacoma’s', ofSide),
    };
  };
