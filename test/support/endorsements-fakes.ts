import type { OfficeDomainChange, OfficeDomains } from '../../shared/endorsements/office-domain.port.ts';
import type { OfficeDomain } from '../../shared/endorsements/office-domain.ts';
import { fail, ok } from '../../shared/kernel/result.ts';

export const anOfficeDomain = (over: Partial<OfficeDomain> = {}): OfficeDomain => ({
  partnershipId: 'austin-tx-oita',
  domain: 'city.oita.example',
  version: 1,
  status: 'recorded',
  evidence: 'City’s site, contact page, 2027-01-03',
  recordedBy: 'staff-1',
  recordedAt: '2027-01-03T12:00:00.000Z',
  ...over,
});

/** Recorded domains in memory, as strict about versions as the store. `changes` holds every change in order. */
export const fakeOfficeDomains = (
  ...held: OfficeDomain[]
): OfficeDomains & { changes: OfficeDomainChange[] } => {
  const keyOf = ({ partnershipId, domain }: Pick<OfficeDomain, 'partnershipId' | 'domain'>) =>
    `${partnershipId} ${domain}`;
  const records = new Map(held.map((one) => [keyOf(one), one]));
  const changes: OfficeDomainChange[] = [];
  return {
    changes,
    of: async (domain) => [...records.values()].filter((one) => one.domain === domain),
    ofPartnership: async (partnershipId) =>
      [...records.values()].filter((one) => one.partnershipId === partnershipId),
    save: async (change) => {
      if ((records.get(keyOf(change.record))?.version ?? 0) !== change.record.version - 1)
        return fail({ kind: 'conflict' });
      records.set(keyOf(change.record), change.record);
      changes.push(change);
      return ok(undefined);
    },
  };
};
