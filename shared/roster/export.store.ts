import { CustomAttributeType, Entity } from 'electrodb';
import { whomsOf } from '../accounts/whose.ts';
import type { JobChange } from '../jobs/job.port.ts';
import type { PersonalData } from '../kernel/personal-data.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { tracesOf, traceWrite } from '../table/trace.store.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import { choiceWrites, chosenIn } from './choice.store.ts';
import type { Exports } from './export.port.ts';
import { type Export, exportKey, exportSchema } from './export.ts';

const exportEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'export', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        roundId: { type: 'string', required: true },
        format: { type: 'string', required: true },
        language: { type: 'string', required: true },
        filter: { type: CustomAttributeType<Export['filter']>('any'), required: true },
        applications: { type: 'number', required: true },
        askedBy: { type: 'string', required: true },
        askedAt: { type: 'string', required: true },
        jobId: { type: 'string', required: true },
        file: { type: CustomAttributeType<NonNullable<Export['file']>>('any') },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'export#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'export', casing: exactCase },
        },
        ofPerson: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['roundId', 'askedBy'],
            template: 'round#${roundId}/exports/${askedBy}',
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

const traced = 'export';

type Foreign = { jobWrites: (table: Table, change: JobChange) => WriteItem[] };

export const exportStore = (table: Table, { jobWrites }: Foreign): Exports => {
  const entity = exportEntity(table);
  return {
    async find(id) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? exportSchema.parse(data) : undefined;
    },
    async latestOf(roundId, askedBy) {
      const { data } = await entity.query
        .ofPerson({ roundId, askedBy })
        .go({ limit: 10, order: 'desc', pages: 1 });
      return data.map((one) => exportSchema.parse(one));
    },
    chosenIn: chosenIn(table),
    ask: ({ asked, applicationIds, job, events }) =>
      transact(table, [
        // The id is derived from who asks and the request: its retry finds this one.
        putItem(entity.create(asked).params()),
        traceWrite(table, { whom: `person#${asked.askedBy}`, kind: traced, id: asked.id }),
        ...choiceWrites(table, asked.id, applicationIds),
        ...jobWrites(table, job),
        ...eventWrites(table, events),
      ]),
    save: ({ asked, events }) =>
      transact(table, [
        putItem(
          entity
            .put(asked)
            // Only what was read may be replaced: two tries of one job never both finish it.
            .where(({ version }, { eq }) => eq(version, asked.version - 1))
            .params(),
        ),
        ...eventWrites(table, events),
      ]),
  };
};

/** Files that someone asked for as staff: theirs alone, so they go with them, the file too. */
export const exportData = (table: Table, dropFile: (key: string) => Promise<void>): PersonalData => {
  const entity = exportEntity(table);
  const { find } = exportStore(table, { jobWrites: () => [] });
  const traces = tracesOf(table, traced);
  return {
    name: 'exports',
    async export(whose) {
      const found = await Promise.all((await traces.list(whomsOf(whose))).map(({ id }) => find(id)));
      return found.flatMap((one) =>
        one
          ? [{ roundId: one.roundId, format: one.format, at: one.askedAt, applications: one.applications }]
          : [],
      );
    },
    async erase(whose) {
      for (const trace of await traces.list(whomsOf(whose))) {
        const asked = await find(trace.id);
        if (asked) await dropFile(exportKey(asked));
        await entity.delete({ id: trace.id }).go();
        await traces.forget(trace);
      }
    },
  };
};
