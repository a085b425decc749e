import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'electrodb';
import { fail, ok } from '../kernel/result.ts';
import { exactCase, type Table } from '../table/table.ts';
import type { AsidesKept } from './asides.port.ts';

const asidesEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'match-asides', version: '1', service: 'shimai' },
      attributes: {
        partnershipId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        alumIds: { type: 'list', items: { type: 'string' }, required: true },
      },
      indexes: {
        ofPartnership: {
          pk: {
            field: 'pk',
            composite: ['partnershipId'],
            template: 'partnership#${partnershipId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: [], template: 'match-asides', casing: exactCase },
        },
      },
    },
    table,
  );

export const asidesStore = (table: Table): AsidesKept => {
  const entity = asidesEntity(table);
  return {
    async find(partnershipId) {
      const { data } = await entity.get({ partnershipId }).go({ consistent: true });
      return data ?? { partnershipId, version: 0, alumIds: [] };
    },
    async save({ partnershipId, version, alumIds }) {
      const item = { partnershipId, version, alumIds: [...alumIds] };
      const write =
        version === 1
          ? entity.create(item).params()
          : entity
              .put(item)
              // Two coordinators at once: the second looks again.
              .where((stored, { eq }) => eq(stored.version, version - 1))
              .params();
      // It leaves no event: whom somebody does not think of asking is nobody's history.
      try {
        // ElectroDB's params() is untyped; here it is a put's input.
        await table.client.send(new PutCommand(write as PutCommandInput));
        return ok(undefined);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
        return fail({ kind: 'conflict' });
      }
    },
  };
};
