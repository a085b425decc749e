import { CustomAttributeType, Entity } from 'electrodb';
import type { JobChange } from '../jobs/job.port.ts';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import { choiceWrites, chosenIn } from './choice.store.ts';
import type { Mailings } from './mailing.port.ts';
import { type Mailing, mailingSchema } from './mailing.ts';

const mailingEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'mailing', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        status: { type: 'string', required: true },
        roundId: { type: 'string', required: true },
        filter: { type: CustomAttributeType<Mailing['filter']>('any'), required: true },
        subject: { type: CustomAttributeType<Mailing['subject']>('any'), required: true },
        body: { type: CustomAttributeType<Mailing['body']>('any'), required: true },
        to: { type: 'string', required: true },
        savedBy: { type: 'string', required: true },
        savedAt: { type: 'string', required: true },
        asked: { type: CustomAttributeType<NonNullable<Mailing['asked']>>('any') },
        messages: { type: 'number' },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'mailing#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'mailing', casing: exactCase },
        },
      },
    },
    table,
  );

type Foreign = { jobWrites: (table: Table, change: JobChange) => WriteItem[] };

export const mailingStore = (table: Table, { jobWrites }: Foreign): Mailings => {
  const entity = mailingEntity(table);
  return {
    async find(id) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? mailingSchema.parse(data) : undefined;
    },
    chosenIn: chosenIn(table),
    save({ mailing, events, asking }) {
      const write =
        mailing.version === 1
          ? // The id is derived from who writes and the request: its retry finds this one.
            entity.create(mailing)
          : // Only what was read may be replaced: nobody sends what somebody is still changing.
            entity.put(mailing).where(({ version }, { eq }) => eq(version, mailing.version - 1));
      return transact(table, [
        putItem(write.params()),
        ...(asking ? choiceWrites(table, mailing.id, asking.applicationIds) : []),
        ...(asking ? jobWrites(table, asking.job) : []),
        ...eventWrites(table, events),
      ]);
    },
  };
};
