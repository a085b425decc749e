import { CustomAttributeType, Entity } from 'electrodb';
import type { JobChange } from '../jobs/job.port.ts';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { Portfolios } from './portfolio.port.ts';
import { type Portfolio, portfolioSchema } from './portfolio.ts';

const portfolioEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'portfolio', version: '1', service: 'shimai' },
      attributes: {
        roundId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        terms: { type: CustomAttributeType<Portfolio['terms']>('any'), required: true },
        askedBy: { type: 'string', required: true },
        askedAt: { type: 'string', required: true },
        jobId: { type: 'string', required: true },
        plan: { type: CustomAttributeType<NonNullable<Portfolio['plan']>>('any') },
      },
      indexes: {
        ofRound: {
          pk: { field: 'pk', composite: ['roundId'], template: 'round#${roundId}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'portfolio' },
        },
      },
    },
    table,
  );

type Foreign = { jobWrites: (table: Table, change: JobChange) => WriteItem[] };

export const portfolioStore = (table: Table, { jobWrites }: Foreign): Portfolios => {
  const entity = portfolioEntity(table);
  return {
    async find(roundId) {
      const { data } = await entity.get({ roundId }).go({ consistent: true });
      return data ? portfolioSchema.parse(data) : undefined;
    },
    save({ portfolio, events, job }) {
      const write =
        portfolio.version === 1
          ? // Two who plan for the first time at once: the second reads what the first has asked for.
            entity.create(portfolio)
          : // Only what was read may be replaced: a plan that comes back finds its own terms, or is dropped.
            entity.put(portfolio).where(({ version }, { eq }) => eq(version, portfolio.version - 1));
      return transact(table, [
        putItem(write.params()),
        ...(job ? jobWrites(table, job) : []),
        ...eventWrites(table, events),
      ]);
    },
  };
};
