import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Partnerships } from './partnership.port.ts';
import type { Claim, Organisation, Partnership } from './partnership.ts';

type Ports = { partnerships: Pick<Partnerships, 'find' | 'claimsOn' | 'organisations'> };
export type Claimant = {
  readonly organisation: Pick<Organisation, 'id' | 'legalName'>;
  readonly status: Claim['status'];
};
export type Claimants = { readonly partnership: Partnership; readonly items: readonly Claimant[] };

/** Which organisations have said that they run a partnership, for staff; those that were refused are left out. */
export const listClaimants =
  ({ partnerships }: Ports): UseCase<{ partnershipId: string }, Claimants, NotFound> =>
  async (actor, { partnershipId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [partnership, claims] = await Promise.all([
      partnerships.find(partnershipId),
      partnerships.claimsOn(partnershipId),
    ]);
    if (!partnership) return fail({ kind: 'not-found' });
    const standing = claims.filter(({ status }) => status !== 'refused');
    const found = await partnerships.organisations(standing.map(({ organisationId }) => organisationId));
    return ok({
      partnership,
      items: standing.flatMap(({ organisationId, status }) => {
        const organisation = found.find(({ id }) => id === organisationId);
        return organisation
          ? [{ organisation: { id: organisation.id, legalName: organisation.legalName }, status }]
          : [];
      }),
    });
  };
