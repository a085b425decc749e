import { CustomAttributeType, Entity } from 'electrodb';
import type { MessageChange } from '../messages/message.port.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import { alumRequestsStore, requestsWrite } from './alum-requests.store.ts';
import { answerLinkStore, linkWrite } from './answer-link.store.ts';
import type { EndedIntroductions, IntroductionChange, Introductions } from './introduction.port.ts';
import { type Introduction, introductionSchema, markOf } from './introduction.ts';
import { introductionMarkStore, markWrite } from './introduction-mark.store.ts';

const introductionEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'introduction', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        status: { type: CustomAttributeType<Introduction['status']>('string'), required: true },
        partnershipId: { type: 'string', required: true },
        askedAt: { type: 'string', required: true },
        expiresAt: { type: 'string', required: true },
        introduction: { type: CustomAttributeType<Introduction>('any'), required: true },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'introduction#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'introduction', casing: exactCase },
        },
        byPartnership: {
          index: indexNames.lookup,
          pk: {
            field: 'gsi1pk',
            composite: ['partnershipId'],
            template: 'partnership#${partnershipId}/introductions',
            casing: exactCase,
          },
          sk: {
            field: 'gsi1sk',
            composite: ['askedAt', 'id'],
            template: '${askedAt}#${id}',
            casing: exactCase,
          },
        },
        open: {
          index: indexNames.list,
          // What is answered leaves the list.
          condition: ({ status }) => status === 'requested' || status === 'accepted',
          pk: { field: 'gsi2pk', composite: [], template: 'introductions#open', casing: exactCase },
          sk: {
            field: 'gsi2sk',
            composite: ['expiresAt', 'id'],
            template: '${expiresAt}#${id}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

const itemOf = (introduction: Introduction) => {
  const { id, version, status, partnershipId, asked, expiresAt } = introduction;
  return { id, version, status, partnershipId, askedAt: asked.at, expiresAt, introduction };
};

const headWrites = (table: Table, { introduction, events }: IntroductionChange): WriteItem[] => {
  const entity = introductionEntity(table);
  const item = itemOf(introduction);
  const write =
    introduction.version === 1
      ? // The id is derived from the request: its retry makes no second one.
        entity.create(item)
      : // Only the version that was read may be replaced, or one of two answers would vanish.
        entity.put(item).where(({ version }, { eq }) => eq(version, introduction.version - 1));
  return [putItem(write.params()), markWrite(table, markOf(introduction)), ...eventWrites(table, events)];
};

/**
 * Ends an alum's open requests within the transaction that withdraws their consent or deletes their account: three writes for
 * each, and one for the places, whose new version refuses whoever asks in the same instant.
 */
export const endOpenWrites = (table: Table, { requests, changes }: EndedIntroductions): WriteItem[] => [
  requestsWrite(table, requests),
  ...changes.flatMap((change) => headWrites(table, change)),
];

/** So many stay within four read units with notes of the usual length. */
const listPage = 15;

/** The messages' own writes, handed in by the container. */
type MailWrites = (table: Table, change: MessageChange) => readonly WriteItem[];

export const introductionStore = (
  table: Table,
  { messageWrites }: { messageWrites: MailWrites },
): Introductions => {
  const entity = introductionEntity(table);
  const parse = ({ introduction }: { introduction: Introduction }) => introductionSchema.parse(introduction);
  return {
    ...introductionMarkStore(table),
    ...alumRequestsStore(table),
    ...answerLinkStore(table, { messageWrites }),

    async find(id) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? parse(data) : undefined;
    },

    async many(ids) {
      if (ids.length === 0) return [];
      const keys = [...new Set(ids)].map((id) => ({ id }));
      const { data, unprocessed } = await entity.get(keys).go({ consistent: true });
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} introductions could not be read`);
      return data.map(parse);
    },

    async ofPartnership(partnershipId, position) {
      const { data, cursor } = await entity.query
        .byPartnership({ partnershipId })
        .go({ limit: listPage, order: 'desc', cursor: position ?? null });
      return { items: data.map(parse), next: cursor ?? undefined };
    },

    async open(position) {
      const { data, cursor } = await entity.query.open({}).go({ limit: 100, cursor: position ?? null });
      return { items: data.map(parse), next: cursor ?? undefined };
    },

    save(change) {
      const { requests, link, mail } = change;
      return transact(table, [
        ...headWrites(table, change),
        ...(requests ? [requestsWrite(table, requests)] : []),
        ...(link ? [linkWrite(table, link)] : []),
        ...(mail ? messageWrites(table, mail) : []),
      ]);
    },
  };
};
