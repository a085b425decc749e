import { Entity } from 'electrodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { StaffConflicts } from './staff-conflict.port.ts';
import { type StaffConflict, staffConflictSchema } from './staff-conflict.ts';

const attributes = {
  applicationId: { type: 'string', required: true },
  roundId: { type: 'string', required: true },
  personId: { type: 'string', required: true },
  reason: { type: 'string', required: true },
  at: { type: 'string', required: true },
} as const;

/** With the application, for its file and for whoever asks why someone stepped aside. */
const conflictEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'staff-conflict', version: '1', service: 'shimai' },
      attributes,
      indexes: {
        byApplication: {
          pk: {
            field: 'pk',
            composite: ['applicationId'],
            template: 'application#${applicationId}',
            casing: exactCase,
          },
          sk: {
            field: 'sk',
            composite: ['personId'],
            template: 'staff-conflict#${personId}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

/** And with the person: each step of theirs asks for a whole round, consistently, which an index can't answer. */
const ofPersonEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'conflict-of-staff', version: '1', service: 'shimai' },
      attributes,
      indexes: {
        byPerson: {
          pk: {
            field: 'pk',
            composite: ['personId'],
            template: 'person#${personId}/conflicts',
            casing: exactCase,
          },
          sk: {
            field: 'sk',
            composite: ['roundId', 'applicationId'],
            template: '${roundId}#${applicationId}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

export const staffConflictStore = (table: Table): StaffConflicts => {
  const conflict = conflictEntity(table);
  const ofPerson = ofPersonEntity(table);
  return {
    async ofPerson(personId, roundId) {
      const { data } = await ofPerson.query
        .byPerson({ personId, roundId })
        .go({ consistent: true, pages: 'all' });
      return data.map((item) => staffConflictSchema.parse(item));
    },

    declare: (declared, events) =>
      transact(table, [
        // Declaring is final: a second one may not write over the first one's reason.
        putItem(conflict.create(declared).params()),
        putItem(ofPerson.create(declared).params()),
        ...eventWrites(table, events),
      ]),
  };
};

/**
 * Conflicts that someone declared beside a review. That there was one stays with the application, which was decided by
 * it; why, in their own words, does not.
 */
export const declaredConflictData = (table: Table): PersonalData => {
  const conflict = conflictEntity(table);
  const ofPerson = ofPersonEntity(table);
  const all = async (personIds: readonly string[]): Promise<readonly StaffConflict[]> => {
    const found = await Promise.all(
      personIds.map((personId) =>
        ofPerson.query.byPerson({ personId }).go({ consistent: true, pages: 'all' }),
      ),
    );
    return found.flatMap(({ data }) => data.map((item) => staffConflictSchema.parse(item)));
  };
  return {
    name: 'declared-conflicts',
    export: async ({ personIds }) =>
      (await all(personIds)).map(({ applicationId, reason, at }) => ({ applicationId, reason, at })),
    async erase({ personIds }) {
      for (const { applicationId, personId, roundId } of await all(personIds)) {
        await conflict.patch({ applicationId, personId }).set({ reason: '' }).go();
        await ofPerson.delete({ personId, roundId, applicationId }).go();
      }
    },
  };
};
