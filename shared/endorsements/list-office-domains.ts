import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import type { OfficeDomains } from './office-domain.port.ts';
import type { OfficeDomain } from './office-domain.ts';

type Ports = {
  officeDomains: Pick<OfficeDomains, 'ofPartnership'>;
  directory: Pick<PartnershipDirectory, 'find'>;
};
export type OfficeDomainList = {
  readonly partnership: Partnership;
  /** Oldest first. */
  readonly items: readonly OfficeDomain[];
};

/** The domains recorded for a partnership's Japanese office, for staff. */
export const listOfficeDomains =
  ({ officeDomains, directory }: Ports): UseCase<{ partnershipId: string }, OfficeDomainList, NotFound> =>
  async (actor, { partnershipId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [partnership, items] = await Promise.all([
      directory.find(partnershipId),
      officeDomains.ofPartnership(partnershipId),
    ]);
    return partnership ? ok({ partnership, items }) : fail({ kind: 'not-found' });
  };
