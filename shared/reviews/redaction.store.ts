import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { Redactions } from './redaction.port.ts';
import { type Redaction, redactionSchema } from './redaction.ts';

const redactionEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'redaction', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        passages: { type: CustomAttributeType<Redaction['passages']>('any'), required: true },
        files: { type: CustomAttributeType<Redaction['files']>('any'), required: true },
      },
      indexes: {
        byApplication: {
          pk: {
            field: 'pk',
            composite: ['applicationId'],
            template: 'application#${applicationId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: [], template: 'redaction', casing: exactCase },
        },
      },
    },
    table,
  );

export const redactionStore = (table: Table): Redactions => {
  const redaction = redactionEntity(table);
  return {
    async find(applicationId) {
      const { data } = await redaction.get({ applicationId }).go({ consistent: true });
      return data ? redactionSchema.parse(data) : undefined;
    },
    async many(applicationIds) {
      if (applicationIds.length === 0) return [];
      const keys = [...new Set(applicationIds)].map((applicationId) => ({ applicationId }));
      const { data, unprocessed } = await redaction.get(keys).go({ consistent: true });
      // One that is missing would show what it hides.
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} redactions could not be read`);
      return data.map((one) => redactionSchema.parse(one));
    },
    save(changed, events) {
      const params =
        changed.version === 1
          ? redaction.create(changed).params()
          : redaction
              .put(changed)
              // Two members of staff at once: neither may undo what the other hid.
              .where(({ version }, { eq }) => eq(version, changed.version - 1))
              .params();
      return transact(table, [putItem(params), ...eventWrites(table, events)]);
    },
  };
};
