import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { OrganisationChange } from './organisation.ts';
import type { Partnerships } from './partnership.port.ts';
import { type Organisation, organisationSchema } from './partnership.ts';

const organisationEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'organisation', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        legalName: { type: 'string', required: true },
        kind: { type: CustomAttributeType<Organisation['kind']>('string'), required: true },
        ein: { type: 'string' },
        createdAt: { type: 'string', required: true },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'organisation#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'organisation', casing: exactCase },
        },
      },
    },
    table,
  );

/** The founder's role and its event, made by the accounts area for this transaction. */
export type OwnerWrites = (owner: { personId: string; organisationId: string; at: Date }) => WriteItem[];

/** An organisation and its events, for a transaction that goes on with something else. */
export const organisationWrites = (
  table: Table,
  { organisation, events }: OrganisationChange,
): WriteItem[] => [
  // A retried creation carries the same id and must not start over.
  putItem(organisationEntity(table).create(organisation).params()),
  ...eventWrites(table, events),
];

type OrganisationStore = Pick<Partnerships, 'organisation' | 'organisations' | 'found'>;

export const organisationStore = (table: Table, ownerWrites: OwnerWrites): OrganisationStore => {
  const entity = organisationEntity(table);
  return {
    async organisation(id) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? organisationSchema.parse(data) : undefined;
    },

    async organisations(ids) {
      if (ids.length === 0) return [];
      const { data, unprocessed } = await entity.get([...new Set(ids)].map((id) => ({ id }))).go();
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} organisations could not be read`);
      return data.map((one) => organisationSchema.parse(one));
    },

    found: (change, { personId, at }) =>
      transact(table, [
        ...organisationWrites(table, change),
        ...ownerWrites({ personId, organisationId: change.organisation.id, at }),
      ]),
  };
};
