import { type GetCommandInput, PutCommand, type PutCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { CustomAttributeType, Entity } from 'electrodb';
import * as z from 'zod';
import { fail, ok } from '../kernel/result.ts';
import { exactCase, type Table } from '../table/table.ts';
import { sectionIds } from './application.ts';
import { sectionDataSchema } from './application-view.ts';
import type { Drafts } from './draft.port.ts';
import type { Section } from './draft.ts';
import { canonicalJson } from './snapshot.ts';

/** A section lies in no index, so that an autosave rewrites one item and nothing else. */
const sectionEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'section', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        id: { type: sectionIds, required: true },
        version: { type: 'number', required: true },
        savedAt: { type: 'string', required: true },
        savedBy: { type: 'string', required: true },
        data: { type: CustomAttributeType<Section['data']>('any'), required: true },
        editors: { type: CustomAttributeType<NonNullable<Section['editors']>>('any') },
      },
      indexes: {
        byId: {
          pk: {
            field: 'pk',
            composite: ['applicationId'],
            template: 'application#${applicationId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: ['id'], template: 'application#section#${id}', casing: exactCase },
        },
      },
    },
    table,
  );

export const sectionSchema = z.object({
  id: z.enum(sectionIds),
  version: z.int().positive(),
  savedAt: z.iso.datetime(),
  savedBy: z.string(),
  data: sectionDataSchema,
  editors: z.record(z.string(), z.iso.datetime()).exactOptional(),
});

export const findSectionIn = (table: Table): Drafts['section'] => {
  const entity = sectionEntity(table);
  return async (applicationId, id) => {
    const { data } = await entity.get({ applicationId, id }).go({ consistent: true });
    return data ? sectionSchema.parse(data) : undefined;
  };
};

/** Whether the write took place; false where its condition did not hold. */
const took = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
};

/** One plain conditional write: a draft's words are not an event, and nothing else changes with them. */
export const saveSectionIn = (table: Table): Drafts['saveSection'] => {
  const entity = sectionEntity(table);
  const find = findSectionIn(table);
  const whole = (applicationId: string, section: Section) => ({
    applicationId,
    ...section,
    editors: { [section.savedBy]: section.savedAt },
  });
  // ElectroDB's params() is untyped; here they are a put's input.
  const put = (write: { params: () => unknown }) =>
    took(table.client.send(new PutCommand(write.params() as PutCommandInput)));

  /** Only the text that was read may be replaced; who else wrote in it stays known. */
  const replace = (applicationId: string, { id, version, savedAt, savedBy, data }: Section) => {
    // ElectroDB's params() is untyped; here they are a get's input.
    const { Key } = entity.get({ applicationId, id }).params() as GetCommandInput;
    const update = new UpdateCommand({
      TableName: table.table,
      Key,
      UpdateExpression:
        'SET #version = :version, savedAt = :savedAt, savedBy = :by, #data = :data, editors.#by = :savedAt',
      ConditionExpression: '#version = :read AND attribute_exists(editors)',
      ExpressionAttributeNames: { '#version': 'version', '#data': 'data', '#by': savedBy },
      ExpressionAttributeValues: {
        ...{ ':version': version, ':read': version - 1 },
        ...{ ':savedAt': savedAt, ':by': savedBy, ':data': data },
      },
    });
    return took(table.client.send(update));
  };

  return async (applicationId, section) => {
    const isFirst = section.version === 1;
    const item = whole(applicationId, section);
    // The first text may not overwrite one that another editor has saved since.
    const isKept = isFirst ? await put(entity.create(item)) : await replace(applicationId, section);
    if (isKept) return ok(section);

    const stands = await find(applicationId, section.id);
    if (!stands) return fail({ kind: 'stale', current: 0 });
    if (stands.version === section.version - 1 && !stands.editors) {
      // It was last saved before its editors were kept.
      const known = { ...item, editors: { [stands.savedBy]: stands.savedAt, ...item.editors } };
      const isStill = entity.put(known).where(({ version }, { eq }) => eq(version, stands.version));
      if (await put(isStill)) return ok(section);
    }
    const isOwnRetry = stands.savedBy === section.savedBy && stands.version === section.version;
    return isOwnRetry && canonicalJson(stands.data) === canonicalJson(section.data)
      ? ok(section)
      : fail({ kind: 'stale', current: stands.version });
  };
};
