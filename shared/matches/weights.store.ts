import { CustomAttributeType, Entity } from 'electrodb';
import type { MatchWeights } from '../matching/match-weights.ts';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { WeightsKept } from './weights.port.ts';
import { firstWeights, weightsInForceSchema } from './weights.ts';

const weightsEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'matching-weights', version: '1', service: 'shimai' },
      attributes: {
        version: { type: 'number', required: true },
        weights: { type: CustomAttributeType<MatchWeights>('any'), required: true },
      },
      indexes: {
        only: {
          pk: { field: 'pk', composite: [], template: 'matching', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'weights', casing: exactCase },
        },
      },
    },
    table,
  );

export const weightsStore = (table: Table): WeightsKept => {
  const entity = weightsEntity(table);
  return {
    async find() {
      const { data } = await entity.get({}).go({ consistent: true });
      return data ? weightsInForceSchema.parse(data) : firstWeights;
    },
    save: ({ inForce, events }) => {
      const write =
        inForce.version === 1
          ? // Of two who change the first ones in one moment, the second is told.
            entity.create(inForce)
          : // Only what was looked at may be replaced.
            entity.put(inForce).where((stored, { eq }) => eq(stored.version, inForce.version - 1));
      return transact(table, [putItem(write.params()), ...eventWrites(table, events)]);
    },
  };
};
