import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { Seekings } from './seeking.port.ts';
import { type Seeking, seekingSchema } from './seeking.ts';

const seekingEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'partnership-seeking', version: '1', service: 'shimai' },
      attributes: {
        partnershipId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        seeking: { type: CustomAttributeType<Seeking>('any'), required: true },
      },
      indexes: {
        all: {
          pk: { field: 'pk', composite: [], template: 'partnership-seeking', casing: exactCase },
          sk: {
            field: 'sk',
            composite: ['partnershipId'],
            template: 'partnership#${partnershipId}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

export const seekingStore = (table: Table): Seekings => {
  const entity = seekingEntity(table);
  return {
    async find(partnershipId) {
      const { data } = await entity.get({ partnershipId }).go({ consistent: true });
      return data ? seekingSchema.parse(data.seeking) : undefined;
    },
    async all() {
      const { data } = await entity.query.all({}).go({ pages: 'all', consistent: true });
      return data.map(({ seeking }) => seekingSchema.parse(seeking));
    },
    save: ({ seeking, events }) => {
      const { partnershipId, version } = seeking;
      const item = { partnershipId, version, seeking };
      const write =
        version === 1
          ? // Two coordinators who say it first in one moment: the second is told.
            entity.create(item)
          : // Only what was read may be replaced.
            entity.put(item).where((stored, { eq }) => eq(stored.version, version - 1));
      return transact(table, [putItem(write.params()), ...eventWrites(table, events)]);
    },
  };
};
