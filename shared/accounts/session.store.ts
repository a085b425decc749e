import { Entity } from 'electrodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import { ownItems } from '../table/own-items.ts';
import { exactCase, type Table } from '../table/table.ts';
import type { Sessions } from './session.port.ts';

const sessionEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'session', version: '1', service: 'shimai' },
      attributes: {
        personId: { type: 'string', required: true },
        tokenHash: { type: 'string', required: true },
        /** Seconds since 1970, as the table's own expiry reads it; rounded up, so that it never ends one early. */
        expiresAt: { type: 'number', required: true },
        endsAt: { type: 'string', required: true },
      },
      indexes: {
        byToken: {
          pk: { field: 'pk', composite: ['personId'], template: 'person#${personId}', casing: exactCase },
          sk: { field: 'sk', composite: ['tokenHash'], template: 'session#${tokenHash}', casing: exactCase },
        },
      },
    },
    table,
  );

/** Single writes and no events: a session is no fact about the program. */
export const sessionStore = (table: Table): Sessions => {
  const session = sessionEntity(table);
  return {
    async open(personId, tokenHash, expiresAt) {
      const seconds = Math.ceil(expiresAt.getTime() / 1000);
      await session.create({ personId, tokenHash, expiresAt: seconds, endsAt: expiresAt.toISOString() }).go();
    },
    async find(personId, tokenHash) {
      const { data } = await session.get({ personId, tokenHash }).go({ consistent: true });
      return data ? { personId, tokenHash, expiresAt: new Date(data.endsAt) } : undefined;
    },
    async end(personId, tokenHash) {
      await session.delete({ personId, tokenHash }).go();
    },
    async endAll(personId) {
      const { data } = await session.query.byToken({ personId }).go({ pages: 'all', consistent: true });
      await session.delete(data.map(({ tokenHash }) => ({ personId, tokenHash }))).go();
    },
  };
};

export const sessionData = (table: Table): PersonalData =>
  ownItems(table, {
    name: 'sessions',
    under: (personId) => `person#${personId}`,
    begins: 'session#',
    shows: ({ endsAt }) => ({ endsAt }),
  });
