import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { Flags } from './flag.port.ts';
import { type Flag, flagSchema } from './flag.ts';

const flagEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'flag', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        status: { type: 'string', required: true },
        reviewId: { type: 'string', required: true },
        reviewerId: { type: 'string', required: true },
        applicationId: { type: 'string', required: true },
        organisationId: { type: 'string', required: true },
        roundId: { type: 'string', required: true },
        pair: { type: CustomAttributeType<Flag['pair']>('any'), required: true },
        reason: { type: 'string', required: true },
        raisedAt: { type: 'string', required: true },
        note: { type: 'string' },
        settledAt: { type: 'string' },
        settledBy: { type: 'string' },
      },
      indexes: {
        byReview: {
          pk: {
            field: 'pk',
            composite: ['applicationId'],
            template: 'application#${applicationId}',
            casing: exactCase,
          },
          sk: {
            field: 'sk',
            composite: ['reviewId', 'id'],
            template: 'flag#${reviewId}#${id}',
            casing: exactCase,
          },
        },
        byRound: {
          index: indexNames.lookup,
          pk: {
            field: 'gsi1pk',
            composite: ['roundId'],
            template: 'round#${roundId}/flags',
            casing: exactCase,
          },
          sk: {
            field: 'gsi1sk',
            composite: ['status', 'raisedAt', 'id'],
            template: '${status}#${raisedAt}#${id}',
            casing: exactCase,
          },
        },
        waiting: {
          index: indexNames.list,
          // A settled flag leaves the list of what waits for staff.
          condition: ({ status }) => status === 'raised',
          pk: { field: 'gsi2pk', composite: [], template: 'flags#raised', casing: exactCase },
          sk: {
            field: 'gsi2sk',
            composite: ['raisedAt', 'id'],
            template: '${raisedAt}#${id}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

/** Reasons are up to a thousand characters: with twenty a page stays within four read units. */
const flagPage = 20;

// The entity's types know no `undefined`: what is not there is left out.
const itemOf = ({ note, settledAt, settledBy, ...always }: Flag) => ({
  ...always,
  ...(note && { note }),
  ...(settledAt && { settledAt }),
  ...(settledBy && { settledBy }),
});

export const flagStore = (table: Table): Flags => {
  const flag = flagEntity(table);
  const parse = (data: unknown) => flagSchema.parse(data);
  const pageOf = (position: string | undefined) => ({ limit: flagPage, cursor: position ?? null });
  return {
    async find({ applicationId, reviewId, id }) {
      const { data } = await flag.get({ applicationId, reviewId, id }).go({ consistent: true });
      return data ? parse(data) : undefined;
    },
    async ofReview(applicationId, reviewId) {
      const { data } = await flag.query
        .byReview({ applicationId, reviewId })
        .go({ consistent: true, pages: 'all' });
      return data.map(parse);
    },
    async ofRound(roundId, position) {
      const { data, cursor } = await flag.query.byRound({ roundId }).go(pageOf(position));
      return { items: data.map(parse), next: cursor ?? undefined };
    },
    async raised(position) {
      const { data, cursor } = await flag.query.waiting({}).go(pageOf(position));
      return { items: data.map(parse), next: cursor ?? undefined };
    },
    save({ flag: changed, events }) {
      const params =
        changed.version === 1
          ? flag.create(itemOf(changed)).params()
          : flag
              .put(itemOf(changed))
              // Settled twice at once: one note stands, and the other is told.
              .where(({ version }, { eq }) => eq(version, changed.version - 1))
              .params();
      return transact(table, [putItem(params), ...eventWrites(table, events)]);
    },
  };
};
