import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { RemarksChange, RemarksShelf } from './remarks.port.ts';
import { type Remarks, remarksSchema } from './remarks.ts';

const remarksEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'remarks', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        roundId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        status: { type: 'string', required: true },
        remarks: { type: CustomAttributeType<Remarks['remarks']>('any'), required: true },
        editedBy: { type: 'string', required: true },
        editedAt: { type: 'string', required: true },
        approvedBy: { type: 'string' },
        approvedAt: { type: 'string' },
      },
      indexes: {
        byApplication: {
          pk: {
            field: 'pk',
            composite: ['applicationId'],
            template: 'application#${applicationId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: [], template: 'remarks' },
        },
      },
    },
    table,
  );

const remarksWrites = (table: Table, { remarks, events }: RemarksChange): WriteItem[] => {
  const entity = remarksEntity(table);
  const write =
    remarks.version === 1
      ? // Two who begin at once: the second reads what the first has written.
        entity.create(remarks)
      : // Only the words that were read may be replaced, or approved.
        entity.put(remarks).where(({ version }, { eq }) => eq(version, remarks.version - 1));
  return [putItem(write.params()), ...eventWrites(table, events)];
};

export const remarksStore = (table: Table): RemarksShelf => {
  const entity = remarksEntity(table);
  const parse = (item: unknown) => remarksSchema.parse(item);
  return {
    async find(applicationId) {
      const { data } = await entity.get({ applicationId }).go({ consistent: true });
      return data ? parse(data) : undefined;
    },
    async ofApplications(applicationIds) {
      if (applicationIds.length === 0) return new Map();
      const keys = applicationIds.map((applicationId) => ({ applicationId }));
      const { data, unprocessed } = await entity.get(keys).go({ consistent: true, concurrent: 20 });
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} remarks could not be read`);
      return new Map(data.map((item) => [item.applicationId, parse(item)]));
    },
    save: (change) => transact(table, remarksWrites(table, change)),
  };
};
