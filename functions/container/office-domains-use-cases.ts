import { listOfficeDomains } from '../../shared/endorsements/list-office-domains.ts';
import { officeDomainStore } from '../../shared/endorsements/office-domain.store.ts';
import { recordOfficeDomain, withdrawOfficeDomain } from '../../shared/endorsements/record-office-domain.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import type { PartnershipDirectory } from '../../shared/partnerships/partnership.port.ts';
import type { Table } from '../../shared/table/table.ts';

type Engines = { readonly table: Table; readonly directory: PartnershipDirectory };

/** What staff record of Japanese offices' domains: apart from the links, so that staff pages need not hold those. */
export const officeDomainsUseCases = ({ table, directory }: Engines) => {
  const ports = { officeDomains: officeDomainStore(table), directory };
  return {
    listOfficeDomains: listOfficeDomains(ports),
    recordOfficeDomain: onceMore(recordOfficeDomain(ports)),
    withdrawOfficeDomain: onceMore(withdrawOfficeDomain(ports)),
  };
};
