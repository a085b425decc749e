import { Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { JobChange, Jobs } from './job.port.ts';
import { jobSchema } from './job.ts';

const jobEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'job', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        kind: { type: 'string', required: true },
        roundId: { type: 'string' },
        about: { type: 'string', required: true },
        status: { type: 'string', required: true },
        askedBy: { type: 'string', required: true },
        askedAt: { type: 'string', required: true },
        done: { type: 'number', required: true },
        total: { type: 'number', required: true },
        tries: { type: 'number', required: true },
        leaseUntil: { type: 'string' },
        endedAt: { type: 'string' },
        reason: { type: 'string' },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'job#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'job', casing: exactCase },
        },
      },
    },
    table,
  );

/** The writes of a job's change, for its own transaction or for that of the act which asks for it. */
export const jobWrites = (table: Table, { job, events }: JobChange): WriteItem[] => {
  const entity = jobEntity(table);
  const { roundId, leaseUntil, endedAt, reason, ...always } = job;
  const item = {
    ...always,
    ...(roundId && { roundId }),
    ...(leaseUntil && { leaseUntil }),
    ...(endedAt && { endedAt }),
    ...(reason && { reason }),
  };
  const write =
    job.version === 1
      ? // Asked for twice by the same request, it is one job.
        entity.create(item).params()
      : // Only the version that was read may be replaced: it is how two tries, or a try and a cancelling, meet.
        entity
          .put(item)
          .where(({ version }, { eq }) => eq(version, job.version - 1))
          .params();
  return [putItem(write), ...eventWrites(table, events)];
};

export const jobStore = (table: Table): Jobs => {
  const entity = jobEntity(table);
  return {
    async find(id) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? jobSchema.parse(data) : undefined;
    },
    save: (change) => transact(table, jobWrites(table, change)),
  };
};
