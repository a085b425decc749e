import { CustomAttributeType, Entity } from 'electrodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import { eventWrites } from '../table/event.store.ts';
import { ownItems } from '../table/own-items.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { Settlements } from './settlement.port.ts';
import { type Settlement, settlementSchema } from './settlement.ts';

/** With the person: each of their steps reads what was said of them, consistently, which an index can't answer. */
const settlementEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'conflict-settlement', version: '1', service: 'shimai' },
      attributes: {
        personId: { type: 'string', required: true },
        applicationId: { type: 'string', required: true },
        cause: { type: 'string', required: true },
        roundId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        outcome: { type: CustomAttributeType<Settlement['outcome']>('string'), required: true },
        reason: { type: 'string', required: true },
        by: { type: 'string', required: true },
        at: { type: 'string', required: true },
      },
      indexes: {
        byPerson: {
          pk: {
            field: 'pk',
            composite: ['personId'],
            template: 'person#${personId}/settled-conflicts',
            casing: exactCase,
          },
          sk: {
            field: 'sk',
            composite: ['applicationId', 'cause'],
            template: '${applicationId}#${cause}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

export const settlementStore = (table: Table): Settlements => {
  const entity = settlementEntity(table);
  return {
    async ofPerson(personId) {
      const { data } = await entity.query.byPerson({ personId }).go({ consistent: true, pages: 'all' });
      return data.map((item) => settlementSchema.parse(item));
    },

    save: ({ settlement, events }) => {
      const { version } = settlement;
      const write =
        version === 1
          ? // Two of staff at once: the second is told what the first has said.
            entity.create(settlement)
          : entity.put(settlement).where((stored, { eq }) => eq(stored.version, version - 1));
      return transact(table, [putItem(write.params()), ...eventWrites(table, events)]);
    },
  };
};

/** What staff said of someone's conflicts, in confidence: it is shown to nobody but staff, and goes with the person. */
export const settlementData = (table: Table): PersonalData =>
  ownItems(table, { name: 'settlements', under: (personId) => `person#${personId}/settled-conflicts` });
