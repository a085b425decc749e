import { isStaff, membership } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Partnerships } from './partnership.port.ts';
import type { Claim, Organisation, Partnership } from './partnership.ts';

type Ports = { partnerships: Pick<Partnerships, 'organisation' | 'claimsOf' | 'many'> };

export type ClaimedPair = { readonly claim: Claim; readonly partnership: Partnership };
export type OrganisationView = {
  readonly organisation: Organisation;
  readonly claims: readonly ClaimedPair[];
};

/** An organisation with its claims, for its members and for staff. Who belongs to it is for accounts to say. */
export const viewOrganisation =
  ({ partnerships }: Ports): UseCase<{ organisationId: string }, OrganisationView, NotFound> =>
  async (actor, { organisationId }) => {
    if (!membership(actor, organisationId) && !isStaff(actor)) return fail({ kind: 'not-found' });
    const [organisation, claims] = await Promise.all([
      partnerships.organisation(organisationId),
      partnerships.claimsOf(organisationId),
    ]);
    if (!organisation) return fail({ kind: 'not-found' });
    return ok({ organisation, claims: pairUp(claims, await partnerships.many(claims.map(partnershipOf))) });
  };

const partnershipOf = ({ partnershipId }: Claim) => partnershipId;

/** Each claim with its partnership, by the U.S. place. */
export const pairUp = (
  claims: readonly Claim[],
  partnerships: readonly Partnership[],
): readonly ClaimedPair[] =>
  claims
    .flatMap((claim) => {
      const partnership = partnerships.find(({ id }) => id === claim.partnershipId);
      return partnership ? [{ claim, partnership }] : [];
    })
    .sort((a, b) => a.partnership.us.name.localeCompare(b.partnership.us.name, 'en'));
