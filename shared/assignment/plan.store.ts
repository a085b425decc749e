import { CustomAttributeType, Entity } from 'electrodb';
import type { JobChange } from '../jobs/job.port.ts';
import { ok } from '../kernel/result.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { PlanHeadChange, Plans } from './plan.port.ts';
import { type PlanRecord, planSchema } from './plan-record.ts';
import { planShelves } from './plan-shelves.store.ts';
import { settingsWrite } from './settings.store.ts';

const planEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'plan', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        roundId: { type: 'string', required: true },
        askedAt: { type: 'string', required: true },
        plan: { type: CustomAttributeType<PlanRecord>('any'), required: true },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'plan#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'plan', casing: exactCase },
        },
        byRound: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['roundId'],
            template: 'round#${roundId}/plans',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['askedAt', 'id'],
            template: 'plan#${askedAt}#${id}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

type Foreign = {
  /** The jobs' own writes, handed in by the container: a plan and the work on it are asked for together. */
  jobWrites: (table: Table, change: JobChange) => readonly WriteItem[];
};

const latestPlans = 10;

export const planStore = (table: Table, { jobWrites }: Foreign): Plans => {
  const entity = planEntity(table);
  const shelves = planShelves(table);
  const headWrite = (plan: PlanRecord): WriteItem => {
    const { id, version, roundId, askedAt } = plan;
    const item = { id, version, roundId, askedAt, plan };
    return putItem(
      version === 1
        ? // The same request sent again finds the plan it asked for.
          entity.create(item).params()
        : // Only the version that was read may be replaced: a move and an applying meet here.
          entity
            .put(item)
            .where((stored, { eq }) => eq(stored.version, version - 1))
            .params(),
    );
  };
  return {
    async find(id) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? planSchema.parse(data.plan) : undefined;
    },
    async latest(roundId) {
      const { data } = await entity.query
        .byRound({ roundId })
        .go({ order: 'desc', limit: latestPlans, pages: 1 });
      return data.map(({ plan }) => planSchema.parse(plan));
    },
    save: ({ plan, events, job, shelf, settings }: PlanHeadChange) =>
      transact(table, [
        headWrite(plan),
        ...(job ? jobWrites(table, job) : []),
        ...(shelf ? [shelves.next(shelf)] : []),
        ...(settings ? [settingsWrite(table, settings)] : []),
        ...eventWrites(table, events),
      ]),
    shelf: shelves.find,
    shelves: shelves.all,
    saveShelf: (shelf) => transact(table, [shelves.next(shelf)]),
    async keep(planId, attempt, { shelves: made, proof }) {
      const writes = [
        ...made.map((shelf) => shelves.first(shelf, attempt)),
        ...shelves.proofWrites(planId, proof, attempt),
      ];
      // One after the other: together they may be more than a transaction takes, and the head says when all are there.
      for (const write of writes) {
        const saved = await transact(table, [write]);
        if (!saved.ok) return saved;
      }
      return ok(undefined);
    },
    proof: shelves.proof,
  };
};
