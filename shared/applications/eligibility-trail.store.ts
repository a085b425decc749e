import { CustomAttributeType, Entity } from 'electrodb';
import type { EligibilityTrail } from '../programs/eligibility-trail.ts';
import { eligibilityTrailSchema } from '../programs/eligibility-trail.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, type WriteItem } from '../table/transact.ts';
import type { TrailOf } from './application.port.ts';

/** Beside the draft's other items, so that one query reads it with them. Written once, with the head. */
const trailEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'eligibility-trail', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        trail: { type: CustomAttributeType<EligibilityTrail>('any'), required: true },
      },
      indexes: {
        byApplication: {
          pk: {
            field: 'pk',
            composite: ['applicationId'],
            template: 'application#${applicationId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: [], template: 'application#eligibility', casing: exactCase },
        },
      },
    },
    table,
  );

/** In the transaction of the head's first version: a start that is tried again meets its head first. */
export const trailWrite = (table: Table, applicationId: string, trail: EligibilityTrail): WriteItem =>
  putItem(trailEntity(table).create({ applicationId, trail }).params());

export const eligibilityTrailOf =
  (table: Table): TrailOf =>
  async (applicationId) => {
    const { data } = await trailEntity(table).get({ applicationId }).go();
    return data ? eligibilityTrailSchema.parse(data.trail) : undefined;
  };
