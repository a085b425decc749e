import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { CustomAttributeType, Entity } from 'electrodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import { fail, ok } from '../kernel/result.ts';
import { ownItems } from '../table/own-items.ts';
import { exactCase, type Table } from '../table/table.ts';
import type { AlumDrafts } from './alum.port.ts';
import { type AlumDraft, alumDraftSchema } from './alum-draft.ts';

const draftEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'alum-draft', version: '1', service: 'shimai' },
      attributes: {
        personId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        expiresAt: { type: 'number', required: true },
        draft: { type: CustomAttributeType<AlumDraft>('any'), required: true },
      },
      indexes: {
        byPerson: {
          pk: { field: 'pk', composite: ['personId'], template: 'person#${personId}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'alum-draft', casing: exactCase },
        },
      },
    },
    table,
  );

export const alumDraftStore = (table: Table): AlumDrafts => {
  const entity = draftEntity(table);
  return {
    async find(personId) {
      const { data } = await entity.get({ personId }).go({ consistent: true });
      return data ? alumDraftSchema.parse(data.draft) : undefined;
    },
    async save(draft) {
      const { personId, version, expiresAt } = draft;
      const item = { personId, version, expiresAt, draft };
      const write =
        version === 1
          ? entity.create(item)
          : // Two windows: whoever read the older one is told, and loses nothing.
            entity.put(item).where((stored, { eq }) => eq(stored.version, version - 1));
      try {
        // A plain conditional put: it leaves no event. ElectroDB's params() is untyped; here it is a put's input.
        await table.client.send(new PutCommand(write.params() as PutCommandInput));
        return ok(undefined);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
        return fail({ kind: 'conflict' });
      }
    },
    async forget(personId) {
      await entity.delete({ personId }).go();
    },
  };
};

/** What someone has typed of a registration that is not sent. */
export const alumDraftData = (table: Table): PersonalData =>
  ownItems(table, {
    name: 'alum-draft',
    under: (personId) => `person#${personId}`,
    alone: 'alum-draft',
    shows: ({ draft }) => {
      const { savedAt, registration } = alumDraftSchema.parse(draft);
      return { savedAt, ...registration };
    },
  });
