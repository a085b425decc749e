import { roleWrites } from '../../shared/accounts/role.store.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { claimPartnership } from '../../shared/partnerships/claim-partnership.ts';
import { confirmPartnership } from '../../shared/partnerships/confirm-partnership.ts';
import { createOrganisation } from '../../shared/partnerships/create-organisation.ts';
import { listMyOrganisations } from '../../shared/partnerships/list-my-organisations.ts';
import { listOpenClaims } from '../../shared/partnerships/list-open-claims.ts';
import { listPartnerships } from '../../shared/partnerships/list-partnerships.ts';
import type { Partnerships } from '../../shared/partnerships/partnership.port.ts';
import { partnershipStore } from '../../shared/partnerships/partnership.store.ts';
import { proposePartnership } from '../../shared/partnerships/propose-partnership.ts';
import { settleClaim } from '../../shared/partnerships/settle-claim.ts';
import { viewOrganisation } from '../../shared/partnerships/view-organisation.ts';
import { viewPartnership } from '../../shared/partnerships/view-partnership.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';

/** The area's store, with the founder's role written by accounts in the same transaction. */
export const openPartnerships = (table: Table): Partnerships =>
  partnershipStore(table, ({ personId, organisationId, at }) =>
    roleWrites(table, {
      personId,
      role: { kind: 'member', organisationId, as: 'owner' },
      by: personId,
      at,
    }),
  );

/** Everything partnerships can do; API and pages take what they need. */
export const partnershipsUseCases = (ports: { partnerships: Partnerships; cursors: Cursors }) => ({
  listPartnerships: listPartnerships(ports),
  viewPartnership: viewPartnership(ports),
  proposePartnership: proposePartnership(ports),
  confirmPartnership: onceMore(confirmPartnership(ports)),
  claimPartnership: claimPartnership(ports),
  listOpenClaims: listOpenClaims(ports),
  settleClaim: onceMore(settleClaim(ports)),
  createOrganisation: createOrganisation(ports),
  listMyOrganisations: listMyOrganisations(ports),
  viewOrganisation: viewOrganisation(ports),
});
