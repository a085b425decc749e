import { CustomAttributeType, Entity } from 'electrodb';
import type { DomainEvent } from '../kernel/event.ts';
import { exactCase, type Table } from './table.ts';
import { putItem, type WriteItem } from './transact.ts';

/** Events of every area, under the key of what they happened to, in order of time. */
const eventEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'event', version: '1', service: 'shimai' },
      attributes: {
        subject: { type: 'string', required: true },
        id: { type: 'string', required: true },
        at: { type: 'string', required: true },
        type: { type: 'string', required: true },
        by: { type: 'string', required: true },
        data: { type: CustomAttributeType<DomainEvent['data']>('any'), required: true },
      },
      indexes: {
        bySubject: {
          pk: { field: 'pk', composite: ['subject'], template: '${subject}', casing: exactCase },
          sk: { field: 'sk', composite: ['at', 'id'], template: 'event#${at}#${id}', casing: exactCase },
        },
      },
    },
    table,
  );

/** History is appended to, never rewritten: a put that refuses an id that exists. */
export const eventWrites = (table: Table, events: readonly DomainEvent[]): WriteItem[] => {
  const event = eventEntity(table);
  return events.map((one) => putItem(event.create(one).params()));
};

/** What happened to one subject, oldest first, all of it: a subject has tens of events, not thousands. */
export const eventsOf =
  (table: Table) =>
  async (subject: string): Promise<readonly DomainEvent[]> =>
    (await eventEntity(table).query.bySubject({ subject }).go({ pages: 'all' })).data;
