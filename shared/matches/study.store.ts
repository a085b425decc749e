import { CustomAttributeType, Entity } from 'electrodb';
import * as z from 'zod';
import type { JobChange } from '../jobs/job.port.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { Studies } from './study.port.ts';
import { type Study, type StudyRow, studyRowSchema, studySchema } from './study.ts';

const studyEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'match-study', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        scope: { type: 'string', required: true },
        askedAt: { type: 'string', required: true },
        study: { type: CustomAttributeType<Study>('any'), required: true },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'match-study#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'study', casing: exactCase },
        },
        latest: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['scope'],
            template: 'match-studies#${scope}',
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

const shelfEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'match-study-shelf', version: '1', service: 'shimai' },
      attributes: {
        studyId: { type: 'string', required: true },
        no: { type: 'number', required: true, padding: { length: 3, char: '0' } },
        attempt: { type: 'number', required: true },
        rows: { type: CustomAttributeType<readonly StudyRow[]>('any'), required: true },
      },
      indexes: {
        byStudy: {
          pk: { field: 'pk', composite: ['studyId'], template: 'match-study#${studyId}', casing: exactCase },
          sk: { field: 'sk', composite: ['no'], template: 'shelf#${no}', casing: exactCase },
        },
      },
    },
    table,
  );

const scopeOf = (kind: Study['kind'], chapterId: string | undefined) => `${kind}#${chapterId ?? 'network'}`;
const itemOf = (study: Study) => {
  const { id, version, kind, chapterId, askedAt } = study;
  return { id, version, scope: scopeOf(kind, chapterId), askedAt, study };
};

/** The job's own writes, handed in. */
type Foreign = { readonly jobWrites: (table: Table, change: JobChange) => readonly WriteItem[] };

export const studyStore = (table: Table, { jobWrites }: Foreign): Studies => {
  const [entity, shelves] = [studyEntity(table), shelfEntity(table)];
  return {
    async find(id) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? studySchema.parse(data.study) : undefined;
    },
    async latest(kind, chapterId) {
      const { data } = await entity.query
        .latest({ scope: scopeOf(kind, chapterId) })
        .go({ limit: 10, order: 'desc', pages: 1 });
      return data.map(({ study }) => studySchema.parse(study));
    },
    async shelf(studyId, no) {
      const { data } = await shelves.get({ studyId, no }).go({ consistent: true });
      return data ? z.array(studyRowSchema).parse(data.rows) : [];
    },
    ask: ({ study, events }, job) =>
      transact(table, [
        // The id is derived from who asks and the request: its retry finds this one.
        putItem(entity.create(itemOf(study)).params()),
        ...jobWrites(table, job),
        ...eventWrites(table, events),
      ]),
    async keep(studyId, attempt, all) {
      for (const [no, rows] of all.entries())
        await shelves
          .put({ studyId, no, attempt, rows })
          // A try that was taken to be dead writes nothing over its successor's.
          .where(
            (stored, { lte, notExists }) => `${notExists(stored.studyId)} OR ${lte(stored.attempt, attempt)}`,
          )
          .go();
    },
    save: ({ study, events }) =>
      transact(table, [
        putItem(
          entity
            .put(itemOf(study))
            // Only what was read may be replaced: two tries of one job never both finish it.
            .where((stored, { eq }) => eq(stored.version, study.version - 1))
            .params(),
        ),
        ...eventWrites(table, events),
      ]),
  };
};
