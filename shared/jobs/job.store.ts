import { Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
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
        roundId: { type: 'string', required: true },
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
        byRound: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['roundId', 'kind'],
            template: 'round#${roundId}/jobs#${kind}',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['askedAt', 'id'],
            template: '${askedAt}#${id}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

/** The writes of a job's change, for its own transaction or for that of the act which asks for it. */
export const jobWrites = (table: Table, { job, events }: JobChange): WriteItem[] => {
  const entity = jobEntity(table);
  const { leaseUntil, endedAt, reason, ...always } = job;
  const item = {
    ...always,
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

const latestJobs = 10;

export const jobStore = (table: Table): Jobs => {
  const entity = jobEntity(table);
  return {
    async find(id) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? jobSchema.parse(data) : undefined;
    },
    async latest(roundId, kind) {
      const query = entity.query.byRound({ roundId, kind });
      const { data } = await query.go({ order: 'desc', limit: latestJobs, pages: 1 });
      return data.map((item) => jobSchema.parse(item));
    },
    save: (change) => transact(table, jobWrites(table, change)),
  };
};
