import { CustomAttributeType, Entity } from 'electrodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import { eventWrites } from '../table/event.store.ts';
import { ownItems } from '../table/own-items.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import { type AlumRequests, alumRequestsSchema } from './alum-requests.ts';
import type { Introductions } from './introduction.port.ts';

const requestsEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'alum-requests', version: '1', service: 'shimai' },
      attributes: {
        personId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        open: { type: CustomAttributeType<AlumRequests['open']>('any'), required: true },
        resting: { type: CustomAttributeType<AlumRequests['resting']>('any'), required: true },
        blocked: { type: CustomAttributeType<AlumRequests['blocked']>('any'), required: true },
      },
      indexes: {
        byPerson: {
          pk: { field: 'pk', composite: ['personId'], template: 'person#${personId}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'alum-requests', casing: exactCase },
        },
      },
    },
    table,
  );

/** An alum's places, for the transaction of what takes or leaves one. */
export const requestsWrite = (table: Table, requests: AlumRequests): WriteItem => {
  const entity = requestsEntity(table);
  const write =
    requests.version === 1
      ? // Two who ask first in the same instant: one of them looks again.
        entity.create(requests)
      : // Two who saw the last free place: one of them looks again.
        entity.put(requests).where(({ version }, { eq }) => eq(version, requests.version - 1));
  return putItem(write.params());
};

export const alumRequestsStore = (table: Table): Pick<Introductions, 'requestsOf' | 'saveRequests'> => {
  const entity = requestsEntity(table);
  return {
    async requestsOf(personId) {
      const { data } = await entity.get({ personId }).go({ consistent: true });
      return data ? alumRequestsSchema.parse(data) : undefined;
    },
    saveRequests: ({ requests, events }) =>
      transact(table, [requestsWrite(table, requests), ...eventWrites(table, events)]),
  };
};

/** Whose requests an alum has open, and from whom they wish to hear nothing. */
export const alumRequestsData = (table: Table): PersonalData =>
  ownItems(table, {
    name: 'alum-requests',
    under: (personId) => `person#${personId}`,
    alone: 'alum-requests',
    shows: (item) => {
      const { open, resting, blocked } = alumRequestsSchema.parse(item);
      return { open, resting, blocked };
    },
  });
