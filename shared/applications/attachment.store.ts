import { Entity } from 'electrodb';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { Attachments } from './attachment.port.ts';
import { attachmentTypeIds } from './attachment.ts';

const attachmentEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'attachment', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        id: { type: 'string', required: true },
        name: { type: 'string', required: true },
        type: { type: attachmentTypeIds, required: true },
        size: { type: 'number' },
        by: { type: 'string', required: true },
        at: { type: 'string', required: true },
      },
      indexes: {
        byId: {
          pk: {
            field: 'pk',
            composite: ['applicationId'],
            template: 'application#${applicationId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: ['id'], template: 'application#attachment#${id}', casing: exactCase },
        },
      },
    },
    table,
  );

export const attachmentStore = (table: Table): Attachments => {
  const entity = attachmentEntity(table);
  return {
    // A place's id is made of person and request: where it exists, this very request has made it before.
    add: (attachment) => transact(table, [putItem(entity.create(attachment).params())]),
    async remove(applicationId, id) {
      await entity.delete({ applicationId, id }).go();
    },
  };
};
