import { CustomAttributeType, Entity } from 'electrodb';
import { listedPartnership } from '../reference/partnerships.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import { claimStore, claimWrites } from './claim.store.ts';
import { type OwnerWrites, organisationStore, organisationWrites } from './organisation.store.ts';
import type { Partnerships } from './partnership.port.ts';
import { type Partnership, partnershipSchema } from './partnership.ts';

const partnershipEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'partnership', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        standing: { type: CustomAttributeType<Partnership['standing']>('string'), required: true },
        pair: { type: CustomAttributeType<Partnership>('any'), required: true },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'partnership#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'partnership', casing: exactCase },
        },
        byStanding: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['standing'],
            template: 'partnerships#${standing}',
            casing: exactCase,
          },
          sk: { field: 'gsi2sk', composite: ['id'], template: 'partnership#${id}', casing: exactCase },
        },
      },
    },
    table,
  );

const itemOf = (pair: Partnership) => ({ id: pair.id, standing: pair.standing, pair });

const listed = (id: string): Partnership | undefined => {
  const found = listedPartnership(id);
  return found && partnershipSchema.parse({ ...found, standing: 'reference' });
};

/** Partnerships of the list and of the table as one, organisations, claims. */
export const partnershipStore = (table: Table, ownerWrites: OwnerWrites): Partnerships => {
  const entity = partnershipEntity(table);
  return {
    ...organisationStore(table, ownerWrites),
    ...claimStore(table),

    async find(id) {
      const known = listed(id);
      if (known) return known;
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? partnershipSchema.parse(data.pair) : undefined;
    },

    async many(ids) {
      const known = ids.flatMap((id) => listed(id) ?? []);
      const added = [...new Set(ids)].filter((id) => !listed(id));
      if (added.length === 0) return known;
      const { data, unprocessed } = await entity.get(added.map((id) => ({ id }))).go();
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} partnerships could not be read`);
      return [...known, ...data.map((one) => partnershipSchema.parse(one.pair))];
    },

    async confirmed() {
      const { data } = await entity.query.byStanding({ standing: 'confirmed' }).go({ pages: 'all' });
      return data.map((one) => partnershipSchema.parse(one.pair));
    },

    enrol: (founded, claimed) =>
      transact(table, [...organisationWrites(table, founded), ...claimWrites(table, claimed)]),

    propose: ({ partnership, events }, claimed) =>
      transact(table, [
        // Two organisations may add the same pair in one moment: the second finds the first.
        putItem(entity.create(itemOf(partnership)).params()),
        ...eventWrites(table, events),
        ...claimWrites(table, claimed),
      ]),

    confirm: ({ partnership, events }) =>
      transact(table, [
        // Only a proposed one may be confirmed, or two members of staff would leave two events for one act.
        putItem(
          entity
            .put(itemOf(partnership))
            .where(({ standing }, { eq }) => eq(standing, 'proposed'))
            .params(),
        ),
        ...eventWrites(table, events),
      ]),
  };
};
