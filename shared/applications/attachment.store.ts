import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { checkItem, deleteItem, putItem, transact, updateItem, type WriteItem } from '../table/transact.ts';
import { applicationUnchanged } from './application.store.ts';
import type { Attachments } from './attachment.port.ts';
import {
  type Attachment,
  attachmentLimits,
  attachmentSchema,
  attachmentTypeIds,
  fileRoles,
} from './attachment.ts';

const pk = {
  field: 'pk',
  composite: ['applicationId'],
  template: 'application#${applicationId}',
  casing: exactCase,
} as const;

const attachmentEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'attachment', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        name: { type: 'string', required: true },
        type: { type: attachmentTypeIds, required: true },
        size: { type: 'number' },
        held: { type: 'number', required: true },
        questionId: { type: 'string' },
        standsFor: { type: fileRoles },
        by: { type: 'string', required: true },
        at: { type: 'string', required: true },
        arrived: { type: CustomAttributeType<NonNullable<Attachment['arrived']>>('any') },
      },
      indexes: {
        byId: {
          pk,
          sk: { field: 'sk', composite: ['id'], template: 'application#attachment#${id}', casing: exactCase },
        },
      },
    },
    table,
  );

/** What the places hold together: kept by the same transactions that change them, so that no two take the last room. */
const spaceEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'attachment-space', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        bytes: { type: 'number' },
        files: { type: 'number' },
        version: { type: 'number' },
      },
      indexes: {
        byApplication: {
          pk,
          sk: { field: 'sk', composite: [], template: 'application#attachment-space', casing: exactCase },
        },
      },
    },
    table,
  );

/** A place from before places held anything is counted in no space. */
const counted = ({ version }: Attachment) => (version === 0 ? 0 : 1);

/** Holds so much more, if there is room for it; or so much less, if it was held. */
const holdMore = (table: Table, applicationId: string, more: { bytes: number; files: number }): WriteItem => {
  const { together, files: most } = attachmentLimits;
  const update = spaceEntity(table)
    .update({ applicationId })
    .add({ ...more, version: 1 })
    // Each operation named here leaves its value in the request, so only those that are meant are called.
    .where(({ bytes, files }, { gte, lte, notExists }) => {
      if (more.bytes < 0 || more.files < 0) return gte(bytes, Math.abs(more.bytes));
      const room = `${lte(bytes, together - more.bytes)} AND ${lte(files, most - more.files)}`;
      return `${notExists(bytes)} OR (${room})`;
    });
  return updateItem(update.params());
};

/** That no place was added, filled or given up since the space was read at this version. Undefined: there was none. */
export const spaceUnchanged = (table: Table, applicationId: string, version: number): WriteItem =>
  checkItem(
    spaceEntity(table)
      .delete({ applicationId })
      .where((is, { eq }) => eq(is.version, version))
      .params(),
  );

export const attachmentStore = (table: Table): Attachments => {
  const entity = attachmentEntity(table);
  return {
    async find(applicationId, id) {
      const { data } = await entity.get({ applicationId, id }).go({ consistent: true });
      return data ? attachmentSchema.parse(data) : undefined;
    },
    reserve: (attachment) =>
      transact(table, [
        // A place's id is made of person and request: where it exists, this very request has made it before.
        putItem(entity.create(attachment).params()),
        holdMore(table, attachment.applicationId, { bytes: attachment.held, files: 1 }),
      ]),
    settle(from, to) {
      // Only what was read may be replaced: two files that arrive one after the other are counted one after the other.
      const replace = entity
        .put(to)
        .where(({ id, version }, { eq, exists, notExists }) =>
          from.version === 0 ? `${exists(id)} AND ${notExists(version)}` : eq(version, from.version),
        );
      const more = { bytes: to.held - from.held, files: 1 - counted(from) };
      return transact(table, [putItem(replace.params()), holdMore(table, to.applicationId, more)]);
    },
    release(attachment, { applicationVersion, events }) {
      const { applicationId, id, version, held } = attachment;
      const remove = entity
        .delete({ applicationId, id })
        .where((is, { eq, exists, notExists }) =>
          version === 0 ? `${exists(is.id)} AND ${notExists(is.version)}` : eq(is.version, version),
        );
      return transact(table, [
        deleteItem(remove.params()),
        ...(version === 0 ? [] : [holdMore(table, applicationId, { bytes: -held, files: -1 })]),
        // Or the file of an application that is being sent in this very moment would go.
        applicationUnchanged(table, { id: applicationId, version: applicationVersion }),
        ...eventWrites(table, events),
      ]);
    },
  };
};
