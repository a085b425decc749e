import { Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import { agendaSchema } from './agenda.ts';
import type { RoundDiscussions } from './discussion.port.ts';
import { roundDiscussionSchema } from './round-discussion.ts';

const pk = { field: 'pk', composite: ['roundId'], template: 'round#${roundId}', casing: exactCase } as const;
const versioned = {
  roundId: { type: 'string', required: true },
  version: { type: 'number', required: true },
} as const;

const roundDiscussionEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'round-discussion', version: '1', service: 'shimai' },
      attributes: {
        ...versioned,
        status: { type: 'string', required: true },
        at: { type: 'string', required: true },
        by: { type: 'string', required: true },
      },
      indexes: {
        byRound: {
          pk: { ...pk, composite: ['roundId'] },
          sk: { field: 'sk', composite: [], template: 'discussion', casing: exactCase },
        },
      },
    },
    table,
  );

const agendaEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'agenda', version: '1', service: 'shimai' },
      attributes: {
        ...versioned,
        startsAt: { type: 'string', required: true },
        minutes: { type: 'number', required: true },
        leftOut: { type: 'list', items: { type: 'string' }, required: true },
        away: { type: 'list', items: { type: 'string' }, required: true },
        savedAt: { type: 'string', required: true },
        savedBy: { type: 'string', required: true },
      },
      indexes: {
        byRound: {
          pk: { ...pk, composite: ['roundId'] },
          sk: { field: 'sk', composite: [], template: 'agenda', casing: exactCase },
        },
      },
    },
    table,
  );

export const roundDiscussionStore = (table: Table): RoundDiscussions => {
  const discussions = roundDiscussionEntity(table);
  const agendas = agendaEntity(table);
  return {
    async find(roundId) {
      const { data } = await discussions.get({ roundId }).go({ consistent: true });
      return data ? roundDiscussionSchema.parse(data) : undefined;
    },
    async save({ discussion, events }) {
      const write =
        discussion.version === 1
          ? discussions.create(discussion)
          : // Two members of staff at once: only what was read may be opened or closed.
            discussions.put(discussion).where(({ version }, { eq }) => eq(version, discussion.version - 1));
      return transact(table, [putItem(write.params()), ...eventWrites(table, events)]);
    },
    async agenda(roundId) {
      const { data } = await agendas.get({ roundId }).go({ consistent: true });
      return data ? agendaSchema.parse(data) : undefined;
    },
    async saveAgenda({ agenda, events }) {
      const item = { ...agenda, leftOut: [...agenda.leftOut], away: [...agenda.away] };
      const write =
        agenda.version === 1
          ? agendas.create(item)
          : // What a colleague has set meanwhile is not written over unread.
            agendas.put(item).where(({ version }, { eq }) => eq(version, agenda.version - 1));
      return transact(table, [putItem(write.params()), ...eventWrites(table, events)]);
    },
  };
};
