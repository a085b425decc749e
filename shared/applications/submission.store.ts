import { CustomAttributeType, Entity } from 'electrodb';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import { applicationWrites } from './application.store.ts';
import { spaceUnchanged } from './attachment.store.ts';
import type { SentOnPaper } from './paper.ts';
import type { Submissions } from './submission.port.ts';
import { type People, peopleSchema, submissionSchema } from './submission.ts';

const pk = { field: 'pk', template: 'application#${applicationId}', casing: exactCase } as const;

const submissionEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'submission', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        no: { type: 'number', required: true },
        at: { type: 'string', required: true },
        by: { type: 'string', required: true },
        key: { type: 'string', required: true },
        sha256: { type: 'string', required: true },
        snapshot: { type: 'string', required: true },
        paper: { type: CustomAttributeType<SentOnPaper>('any') },
      },
      indexes: {
        byNo: {
          pk: { ...pk, composite: ['applicationId'] },
          sk: { field: 'sk', composite: ['no'], template: 'submission#${no}', casing: exactCase },
        },
      },
    },
    table,
  );

/** Apart from the submission, so that erasing people leaves what was sent as it was. */
const peopleEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'submission-people', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        no: { type: 'number', required: true },
        people: { type: CustomAttributeType<People>('any'), required: true },
      },
      indexes: {
        byNo: {
          pk: { ...pk, composite: ['applicationId'] },
          sk: { field: 'sk', composite: ['no'], template: 'submission-people#${no}', casing: exactCase },
        },
      },
    },
    table,
  );

export const submissionStore = (table: Table): Submissions => {
  const submission = submissionEntity(table);
  const people = peopleEntity(table);
  return {
    async find(applicationId, no) {
      const { data } = await submission.get({ applicationId, no }).go({ consistent: true });
      return data ? submissionSchema.parse(data) : undefined;
    },
    async people(applicationId, no) {
      const { data } = await people.get({ applicationId, no }).go({ consistent: true });
      return peopleSchema.parse(data?.people ?? {});
    },
    submit: ({ submission: sent, people: named, space, ...change }) =>
      transact(table, [
        ...applicationWrites(table, change),
        // What was sent is never written over: the next one has the next number.
        putItem(submission.create(sent).params()),
        putItem(people.create({ applicationId: sent.applicationId, no: sent.no, people: named }).params()),
        // Where files are sent, none of them may be removed in the same instant.
        ...(space ? [spaceUnchanged(table, sent.applicationId, space.version)] : []),
      ]),
    async erasePeople(applicationId, no) {
      await people.delete({ applicationId, no }).go();
    },
  };
};
