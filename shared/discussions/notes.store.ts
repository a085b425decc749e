import { Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { Discussions } from './discussion.port.ts';
import { notesSchema } from './discussion.ts';

const pk = {
  field: 'pk',
  composite: ['applicationId'],
  template: 'application#${applicationId}',
  casing: exactCase,
} as const;
const attributes = {
  applicationId: { type: 'string', required: true },
  by: { type: 'string', required: true },
  as: { type: 'string', required: true },
  at: { type: 'string', required: true },
  text: { type: 'string', required: true },
  kept: { type: 'boolean', required: true },
} as const;

/** No index: an autosave writes this item and nothing else. */
const notesEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'meeting-notes', version: '1', service: 'shimai' },
      attributes: { ...attributes, version: { type: 'number', required: true } },
      indexes: {
        byApplication: {
          pk: { ...pk, composite: ['applicationId'] },
          sk: { field: 'sk', composite: [], template: 'meeting-notes', casing: exactCase },
        },
      },
    },
    table,
  );

/** Versions that somebody kept, or that somebody else went on from; never changed. */
const keptEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'meeting-notes-kept', version: '1', service: 'shimai' },
      attributes: {
        ...attributes,
        version: { type: 'number', required: true, padding: { length: 6, char: '0' } },
      },
      indexes: {
        byApplication: {
          pk: { ...pk, composite: ['applicationId'] },
          sk: {
            field: 'sk',
            composite: ['version'],
            template: 'meeting-notes-kept#${version}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

const keptShown = 20;

export const meetingNotes = (table: Table): Pick<Discussions, 'notes' | 'keptNotes' | 'saveNotes'> => {
  const notes = notesEntity(table);
  const kept = keptEntity(table);
  return {
    async notes(applicationId) {
      const { data } = await notes.get({ applicationId }).go({ consistent: true });
      return data ? notesSchema.parse(data) : undefined;
    },
    async keptNotes(applicationId) {
      const { data } = await kept.query
        .byApplication({ applicationId })
        .go({ limit: keptShown, order: 'desc' });
      return data.map((item) => notesSchema.parse(item));
    },
    async saveNotes({ notes: next, keep, events }) {
      const write =
        next.version === 1
          ? notes.create(next)
          : // Two people take notes in the same meeting: the second may not write over the first unread.
            notes.put(next).where(({ version }, { eq }) => eq(version, next.version - 1));
      return transact(table, [
        putItem(write.params()),
        ...keep.map((one) => putItem(kept.create(one).params())),
        ...eventWrites(table, events),
      ]);
    },
  };
};
