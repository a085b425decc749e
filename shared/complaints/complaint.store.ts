import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { Complaints } from './complaint.port.ts';
import { type Complaint, complaintSchema } from './complaint.ts';

const complaintEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'complaint', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        roundId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        status: { type: 'string', required: true },
        text: { type: 'string', required: true },
        filedBy: { type: 'string', required: true },
        filedAt: { type: 'string', required: true },
        handledBy: { type: 'string' },
        settled: { type: CustomAttributeType<NonNullable<Complaint['settled']>>('any') },
      },
      indexes: {
        byApplication: {
          pk: {
            field: 'pk',
            composite: ['applicationId'],
            template: 'application#${applicationId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: [], template: 'complaint', casing: exactCase },
        },
        byRound: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['roundId'],
            template: 'round#${roundId}/complaints',
            casing: exactCase,
          },
          sk: { field: 'gsi2sk', composite: ['filedAt'], template: '${filedAt}', casing: exactCase },
        },
      },
    },
    table,
  );

export const complaintStore = (table: Table): Complaints => {
  const entity = complaintEntity(table);
  const parse = (data: unknown) => complaintSchema.parse(data);
  return {
    async find(applicationId) {
      const { data } = await entity.get({ applicationId }).go({ consistent: true });
      return data ? parse(data) : undefined;
    },
    async ofRound(roundId) {
      const { data } = await entity.query.byRound({ roundId }).go({ pages: 'all' });
      return data.map(parse);
    },
    save({ complaint, events }) {
      const write =
        complaint.version === 1
          ? // Two owners may complain in one moment: the second finds the first one's.
            entity.create(complaint)
          : // Only the version that was read may be replaced, or one of two steps would vanish.
            entity.put(complaint).where(({ version }, { eq }) => eq(version, complaint.version - 1));
      return transact(table, [putItem(write.params()), ...eventWrites(table, events)]);
    },
  };
};
