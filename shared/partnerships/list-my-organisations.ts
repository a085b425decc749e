import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Partnerships } from './partnership.port.ts';
import type { Organisation } from './partnership.ts';
import { type ClaimedPair, pairUp } from './view-organisation.ts';

type Ports = { partnerships: Pick<Partnerships, 'organisations' | 'claimsOf' | 'many'> };

export type OwnOrganisation = {
  readonly organisation: Organisation;
  readonly as: 'owner' | 'editor' | 'viewer';
  readonly claims: readonly ClaimedPair[];
};

/** The organisations the person belongs to, with their claims: what an application can be started from. */
export const listMyOrganisations =
  ({ partnerships }: Ports): UseCase<unknown, { items: readonly OwnOrganisation[] }, NotFound> =>
  async (actor) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const held = actor.roles.flatMap((role) => (role.kind === 'member' ? [role] : []));
    const ids = held.map(({ organisationId }) => organisationId);
    const [organisations, claims] = await Promise.all([
      partnerships.organisations(ids),
      Promise.all(ids.map((id) => partnerships.claimsOf(id))),
    ]);
    const pairs = await partnerships.many(claims.flat().map(({ partnershipId }) => partnershipId));
    const items = organisations.flatMap((organisation) => {
      const role = held.find(({ organisationId }) => organisationId === organisation.id);
      const own = claims.flat().filter(({ organisationId }) => organisationId === organisation.id);
      return role ? [{ organisation, as: role.as, claims: pairUp(own, pairs) }] : [];
    });
    return ok({
      items: items.sort((a, b) => a.organisation.legalName.localeCompare(b.organisation.legalName)),
    });
  };
