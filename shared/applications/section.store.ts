import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
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
});

/** One plain conditional put: a draft's words are not an event, and nothing else changes with them. */
export const saveSectionIn = (table: Table): Drafts['saveSection'] => {
  const entity = sectionEntity(table);
  return async (applicationId, section) => {
    const item = { applicationId, ...section };
    const write =
      section.version === 1
        ? // The first text may not overwrite one that another editor has saved since.
          entity.create(item)
        : // Only the text that was read may be replaced.
          entity.put(item).where(({ version }, { eq }) => eq(version, section.version - 1));
    try {
      // ElectroDB's params() is untyped; here it is a put's input.
      await table.client.send(new PutCommand(write.params() as PutCommandInput));
      return ok(section);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
    }
    const { data } = await entity.get({ applicationId, id: section.id }).go({ consistent: true });
    const stands = data ? sectionSchema.parse(data) : undefined;
    if (!stands) return fail({ kind: 'stale', current: 0 });
    const isOwnRetry = stands.savedBy === section.savedBy && stands.version === section.version;
    return isOwnRetry && canonicalJson(stands.data) === canonicalJson(section.data)
      ? ok(stands)
      : fail({ kind: 'stale', current: stands.version });
  };
};
