import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { OfficeDomains } from './office-domain.port.ts';
import { domainKey, type OfficeDomain, officeDomainSchema } from './office-domain.ts';

const officeDomainEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'office-domain', version: '1', service: 'shimai' },
      attributes: {
        partnershipId: { type: 'string', required: true },
        domain: { type: 'string', required: true },
        domainKey: { type: 'string', required: true },
        version: { type: 'number', required: true },
        status: { type: CustomAttributeType<OfficeDomain['status']>('string'), required: true },
        evidence: { type: 'string', required: true },
        recordedBy: { type: 'string', required: true },
        recordedAt: { type: 'string', required: true },
        withdrawnAt: { type: 'string' },
      },
      indexes: {
        byDomain: {
          pk: {
            field: 'pk',
            composite: ['domainKey'],
            template: 'office-domain#${domainKey}',
            casing: exactCase,
          },
          sk: {
            field: 'sk',
            composite: ['partnershipId'],
            template: 'partnership#${partnershipId}',
            casing: exactCase,
          },
        },
        byPartnership: {
          index: indexNames.lookup,
          pk: {
            field: 'gsi1pk',
            composite: ['partnershipId'],
            template: 'partnership#${partnershipId}/office-domains',
            casing: exactCase,
          },
          sk: { field: 'gsi1sk', composite: ['recordedAt'], template: '${recordedAt}', casing: exactCase },
        },
      },
    },
    table,
  );

export const officeDomainStore = (table: Table): OfficeDomains => {
  const entity = officeDomainEntity(table);
  return {
    async of(domain) {
      const { data } = await entity.query
        .byDomain({ domainKey: domainKey(domain) })
        .go({ pages: 'all', consistent: true });
      return data.map((one) => officeDomainSchema.parse(one));
    },
    async ofPartnership(partnershipId) {
      const { data } = await entity.query.byPartnership({ partnershipId }).go({ pages: 'all' });
      return data.map((one) => officeDomainSchema.parse(one));
    },
    save({ record, events }) {
      const item = { ...record, domainKey: domainKey(record.domain) };
      const write =
        record.version === 1
          ? // Recorded by a colleague in the same moment, it stands already.
            entity.create(item)
          : // Only the record that was read may be withdrawn or renewed.
            entity.put(item).where(({ version }, { eq }) => eq(version, record.version - 1));
      return transact(table, [putItem(write.params()), ...eventWrites(table, events)]);
    },
  };
};
