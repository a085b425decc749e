import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { Confirmations } from './confirmation.port.ts';
import { type Confirmation, confirmationSchema } from './confirmation.ts';
import type { MailWrites } from './sign-off.store.ts';

const confirmationEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'confirmation', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        organisationId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        status: { type: 'string', required: true },
        plan: { type: CustomAttributeType<Confirmation['plan']>('any'), required: true },
        asked: { type: CustomAttributeType<Confirmation['asked']>('any'), required: true },
        kept: { type: CustomAttributeType<NonNullable<Confirmation['kept']>>('any') },
        mailed: { type: CustomAttributeType<NonNullable<Confirmation['mailed']>>('any') },
        answer: { type: CustomAttributeType<NonNullable<Confirmation['answer']>>('any') },
        // Lifted out of `asked` because an index key must be an attribute of its own.
        tokenHash: { type: 'string', watch: ['asked'], set: (_, { asked }) => asked?.tokenHash },
      },
      indexes: {
        byApplication: {
          pk: {
            field: 'pk',
            composite: ['applicationId'],
            template: 'application#${applicationId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: [], template: 'application#confirmation', casing: exactCase },
        },
        byLink: {
          index: indexNames.lookup,
          pk: { field: 'gsi1pk', composite: ['tokenHash'], template: 'link#${tokenHash}', casing: exactCase },
          sk: { field: 'gsi1sk', composite: [], template: 'confirmation', casing: exactCase },
        },
      },
    },
    table,
  );

export const confirmationStore = (table: Table, mailWrites: MailWrites): Confirmations => {
  const entity = confirmationEntity(table);
  return {
    async find(applicationId) {
      const { data } = await entity.get({ applicationId }).go({ consistent: true });
      return data ? confirmationSchema.parse(data) : undefined;
    },
    // An index may lag behind the table. That is safe here: the version condition decides on the answer.
    async findByLink(tokenHash) {
      const { data } = await entity.query.byLink({ tokenHash }).go({ limit: 1 });
      return data[0] && confirmationSchema.parse(data[0]);
    },
    save({ confirmation, events, mails = [] }) {
      const write =
        confirmation.version === 1
          ? // A first request may not overwrite one that another editor has just made.
            entity.create(confirmation)
          : // Only the version we read may be replaced, or one of two answers would vanish.
            entity.put(confirmation).where(({ version }, { eq }) => eq(version, confirmation.version - 1));
      return transact(table, [
        putItem(write.params()),
        ...mails.flatMap((mail) => mailWrites(table, mail)),
        ...eventWrites(table, events),
      ]);
    },
  };
};
