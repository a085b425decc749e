import { CustomAttributeType, Entity } from 'electrodb';
import { pageSize } from '../kernel/page.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { ClaimChange } from './claim.ts';
import type { Partnerships } from './partnership.port.ts';
import { type Claim, claimSchema } from './partnership.ts';

const claimEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'claim', version: '1', service: 'shimai' },
      attributes: {
        partnershipId: { type: 'string', required: true },
        organisationId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        status: { type: CustomAttributeType<Claim['status']>('string'), required: true },
        claimedBy: { type: 'string', required: true },
        claimedAt: { type: 'string', required: true },
        settledBy: { type: 'string' },
        settledAt: { type: 'string' },
        onPaper: { type: CustomAttributeType<true>('boolean') },
      },
      indexes: {
        byPartnership: {
          pk: {
            field: 'pk',
            composite: ['partnershipId'],
            template: 'partnership#${partnershipId}',
            casing: exactCase,
          },
          sk: {
            field: 'sk',
            composite: ['organisationId'],
            template: 'claim#${organisationId}',
            casing: exactCase,
          },
        },
        byOrganisation: {
          index: indexNames.lookup,
          pk: {
            field: 'gsi1pk',
            composite: ['organisationId'],
            template: 'organisation#${organisationId}',
            casing: exactCase,
          },
          sk: {
            field: 'gsi1sk',
            composite: ['partnershipId'],
            template: 'claim#${partnershipId}',
            casing: exactCase,
          },
        },
        open: {
          index: indexNames.list,
          // A settled claim leaves the list: only those that wait for staff stand in it.
          condition: ({ status }) => status === 'claimed',
          pk: { field: 'gsi2pk', composite: [], template: 'claims#open', casing: exactCase },
          sk: {
            field: 'gsi2sk',
            composite: ['claimedAt', 'partnershipId', 'organisationId'],
            template: 'claim#${claimedAt}#${partnershipId}#${organisationId}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

/** A claim and its events, for a transaction that begins with something else. */
export const claimWrites = (table: Table, { claim, events }: ClaimChange): WriteItem[] => {
  const entity = claimEntity(table);
  const written =
    claim.version === 1
      ? // A second person of the organisation may claim in the same moment.
        entity.create(claim).params()
      : // Only the version that was read may be replaced, or one of two settlements would vanish.
        entity
          .put(claim)
          .where(({ version }, { eq }) => eq(version, claim.version - 1))
          .params();
  return [putItem(written), ...eventWrites(table, events)];
};

type ClaimStore = Pick<Partnerships, 'claim' | 'claimsOf' | 'claimsOn' | 'openClaims' | 'saveClaim'>;

export const claimStore = (table: Table): ClaimStore => {
  const entity = claimEntity(table);
  return {
    async claim(partnershipId, organisationId) {
      const { data } = await entity.get({ partnershipId, organisationId }).go({ consistent: true });
      return data ? claimSchema.parse(data) : undefined;
    },

    async claimsOf(organisationId) {
      const { data } = await entity.query.byOrganisation({ organisationId }).go({ pages: 'all' });
      return data.map((one) => claimSchema.parse(one));
    },

    async claimsOn(partnershipId) {
      const query = entity.query.byPartnership({ partnershipId });
      const { data } = await query.go({ pages: 'all', consistent: true });
      return data.map((one) => claimSchema.parse(one));
    },

    async openClaims(position) {
      const { data, cursor } = await entity.query.open({}).go({ limit: pageSize, cursor: position ?? null });
      return { items: data.map((one) => claimSchema.parse(one)), next: cursor ?? undefined };
    },

    saveClaim: (change) => transact(table, claimWrites(table, change)),
  };
};
