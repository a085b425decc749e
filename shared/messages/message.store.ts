import { CustomAttributeType, Entity } from 'electrodb';
import { whomOf, whomsOf } from '../accounts/whose.ts';
import type { PersonalData } from '../kernel/personal-data.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { tracesOf, traceWrite } from '../table/trace.store.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { MessageChange, Messages } from './message.port.ts';
import { type Message, messageSchema } from './message.ts';

const messageEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'message', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        status: { type: 'string', required: true },
        kind: { type: 'string', required: true },
        about: { type: 'string', required: true },
        roundId: { type: 'string' },
        to: { type: CustomAttributeType<Message['to']>('any'), required: true },
        language: { type: 'string', required: true },
        values: { type: CustomAttributeType<Message['values']>('any'), required: true },
        words: { type: CustomAttributeType<NonNullable<Message['words']>>('any') },
        sender: { type: 'string' },
        linkToken: { type: 'string' },
        createdAt: { type: 'string', required: true },
        sendingAt: { type: 'string' },
        sentAt: { type: 'string' },
        providerId: { type: 'string' },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'message#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'message' },
        },
        byRound: {
          index: indexNames.lookup,
          pk: {
            field: 'gsi1pk',
            composite: ['roundId'],
            template: 'round#${roundId}/messages',
            casing: exactCase,
          },
          sk: {
            field: 'gsi1sk',
            composite: ['status', 'createdAt', 'id'],
            template: '${status}#${createdAt}#${id}',
            casing: exactCase,
          },
        },
        byStatus: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['status'],
            template: 'message-status#${status}',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['createdAt', 'id'],
            template: '${createdAt}#${id}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

const traced = 'message';
const tracedSender = 'message-sender';

/** The writes of a message's change, for its own transaction or for that of the act which causes it. */
export const messageWrites = (table: Table, { message, events }: MessageChange): WriteItem[] => {
  const entity = messageEntity(table);
  const write =
    message.version === 1
      ? // The id is derived from cause and recipient: a second delivery of the cause finds the first message here.
        entity.create(message)
      : // Only the version that was read may be replaced, or two senders would both believe they may send.
        entity.put(message).where(({ version }, { eq }) => eq(version, message.version - 1));
  return [
    putItem(write.params()),
    ...(message.version === 1 ? tracesIn(message).map((trace) => traceWrite(table, trace)) : []),
    ...eventWrites(table, events),
  ];
};

/** Whose address and whose name stand in it. */
const tracesIn = ({ id, to, sender }: Message) => [
  { whom: whomOf(to.address), kind: traced, id },
  ...(sender ? [{ whom: `person#${sender}` as const, kind: tracedSender, id }] : []),
];

/** A message carries the values of its words: thirty of them stay within four read units. */
const messagePage = 30;

export const messageStore = (table: Table): Messages => {
  const entity = messageEntity(table);
  return {
    async find(id) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? messageSchema.parse(data) : undefined;
    },
    async byStatus(status, position) {
      const found = await entity.query
        .byStatus({ status })
        .go({ limit: messagePage, order: 'desc', cursor: position ?? null });
      return { items: found.data.map((one) => messageSchema.parse(one)), next: found.cursor ?? undefined };
    },
    async ofRound(roundId, status) {
      const { data } = await entity.query.byRound({ roundId }).begins({ status }).go({ pages: 'all' });
      return data.map((one) => messageSchema.parse(one));
    },
    save: (change) => transact(table, messageWrites(table, change)),
  };
};

/** Without the name of whoever caused it. The next version: one that is being sent this instant refuses it, to be tried again. */
const unnamed = ({ sender: _, values, ...kept }: Message): Message => ({
  ...kept,
  values: { ...values, sender: 'none' },
  version: kept.version + 1,
});

/** What is still to be released tells of a decision, and is nobody's to read before. */
const isOut = ({ status }: Message) => status !== 'held' && status !== 'withdrawn';

/**
 * Mail to someone's addresses, whatever became of it; and their name in mail to others. That there was one, and about what, stays
 * in its events.
 */
export const messageData = (table: Table): PersonalData => {
  const entity = messageEntity(table);
  const { find } = messageStore(table);
  const traces = tracesOf(table, traced);
  const senders = tracesOf(table, tracedSender);
  return {
    name: 'messages',
    async export(whose) {
      const found = await Promise.all((await traces.list(whomsOf(whose))).map(({ id }) => find(id)));
      return found
        .flatMap((one) => one ?? [])
        .filter(isOut)
        .map(({ kind, to, status, createdAt, sentAt, values, words }) => ({
          ...{ kind, to, status, createdAt, values },
          ...(sentAt && { sentAt }),
          ...(words && { words }),
        }));
    },
    async erase(whose) {
      for (const trace of await traces.list(whomsOf(whose))) {
        await entity.delete({ id: trace.id }).go();
        await traces.forget(trace);
      }
      for (const trace of await senders.list(whomsOf(whose))) {
        const found = await find(trace.id);
        const without = found && entity.put(unnamed(found));
        await without?.where(({ version }, { eq }) => eq(version, found?.version ?? 0)).go();
        await senders.forget(trace);
      }
    },
  };
};
