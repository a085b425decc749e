import { CustomAttributeType, Entity } from 'electrodb';
import type { MessageChange } from '../messages/message.port.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { SignOffs } from './sign-off.port.ts';
import { type SignOff, signOffSchema } from './sign-off.ts';

const signOffEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'sign-off', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        asked: { type: CustomAttributeType<NonNullable<SignOff['asked']>>('any') },
        mailed: { type: CustomAttributeType<NonNullable<SignOff['mailed']>>('any') },
        signed: { type: CustomAttributeType<NonNullable<SignOff['signed']>>('any') },
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
          sk: { field: 'sk', composite: [], template: 'application#sign-off', casing: exactCase },
        },
        byLink: {
          index: indexNames.lookup,
          pk: { field: 'gsi1pk', composite: ['tokenHash'], template: 'link#${tokenHash}', casing: exactCase },
          sk: { field: 'gsi1sk', composite: [], template: 'sign-off', casing: exactCase },
        },
      },
    },
    table,
  );

/** The messages' own writes, handed in by the container: the mail that carries the link. */
export type MailWrites = (table: Table, change: MessageChange) => readonly WriteItem[];

export const signOffStore = (table: Table, mailWrites: MailWrites): SignOffs => {
  const entity = signOffEntity(table);
  return {
    async find(applicationId) {
      const { data } = await entity.get({ applicationId }).go({ consistent: true });
      return data ? signOffSchema.parse(data) : undefined;
    },
    async findByLink(tokenHash) {
      const { data } = await entity.query.byLink({ tokenHash }).go({ limit: 1 });
      return data[0] && signOffSchema.parse(data[0]);
    },
    save({ signOff, events, mail }) {
      const write =
        signOff.version === 1
          ? // A first request may not overwrite one that another editor has just made.
            entity.create(signOff)
          : // Only the version that was read may be replaced, or a signature would vanish under a new request.
            entity.put(signOff).where(({ version }, { eq }) => eq(version, signOff.version - 1));
      return transact(table, [
        putItem(write.params()),
        ...(mail ? mailWrites(table, mail) : []),
        ...eventWrites(table, events),
      ]);
    },
  };
};
