import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { NamedReviewerLists } from './named-reviewers.port.ts';
import { type NamedReviewers, namedReviewersSchema } from './named-reviewers.ts';

const namedEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'named-reviewers', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        roundId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        at: { type: 'string', required: true },
        by: { type: 'string', required: true },
        people: { type: CustomAttributeType<NamedReviewers['people']>('any'), required: true },
      },
      indexes: {
        byApplication: {
          pk: {
            field: 'pk',
            composite: ['applicationId'],
            template: 'application#${applicationId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: [], template: 'named-reviewers', casing: exactCase },
        },
        byRound: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['roundId'],
            template: 'round#${roundId}/named-reviewers',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['applicationId'],
            template: '${applicationId}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

export const namedReviewersStore = (table: Table): NamedReviewerLists => {
  const entity = namedEntity(table);
  return {
    async find(applicationId) {
      const { data } = await entity.get({ applicationId }).go({ consistent: true });
      return data ? namedReviewersSchema.parse(data) : undefined;
    },

    async ofRound(roundId) {
      const { data } = await entity.query.byRound({ roundId }).go({ pages: 'all' });
      return data.map((item) => namedReviewersSchema.parse(item));
    },

    save: ({ named, events }) => {
      const { version } = named;
      const write =
        version === 1
          ? // Two editors at once: neither's names may vanish.
            entity.create(named)
          : entity.put(named).where((stored, { eq }) => eq(stored.version, version - 1));
      return transact(table, [putItem(write.params()), ...eventWrites(table, events)]);
    },
  };
};
