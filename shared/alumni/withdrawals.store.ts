import { CustomAttributeType, Entity } from 'electrodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import { exactCase, type Table } from '../table/table.ts';
import { deleteItem, putItem, transact, type WriteItem } from '../table/transact.ts';
import type { Withdrawals } from './alum.port.ts';
import type { Alum } from './alum.ts';
import type { Purpose } from './consent.ts';

const withdrawalEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'alum-withdrawal', version: '1', service: 'shimai' },
      attributes: {
        personId: { type: 'string', required: true },
        alumId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        purposes: { type: CustomAttributeType<readonly Purpose[]>('any'), required: true },
      },
      indexes: {
        all: {
          pk: { field: 'pk', composite: [], template: 'alum-withdrawals', casing: exactCase },
          sk: { field: 'sk', composite: ['personId'], template: 'person#${personId}', casing: exactCase },
        },
      },
    },
    table,
  );

/** For the transaction of the withdrawal itself. A later one of the same person takes the place of the one before. */
export const withdrawalWrites = (
  table: Table,
  { personId, alumId, version, consents }: Alum,
  withdrawn: readonly Purpose[],
): WriteItem[] => {
  if (withdrawn.length === 0) return [];
  // All that is not agreed to, or a second withdrawal would take the first one's place before lists had heard of it.
  const purposes = (Object.keys(consents) as Purpose[]).filter(
    (one) => !consents[one].given || withdrawn.includes(one),
  );
  const item = { personId, alumId, version, purposes };
  const write = withdrawalEntity(table)
    .put(item)
    .where((stored, { lt, notExists }) => `${notExists(stored.personId)} OR ${lt(stored.version, version)}`);
  return [putItem(write.params())];
};

export const withdrawalsStore = (table: Table): Withdrawals => {
  const entity = withdrawalEntity(table);
  return {
    async all() {
      const { data } = await entity.query.all({}).go({ pages: 'all', consistent: true });
      return data.map(({ personId, alumId, purposes, version }) => ({ personId, alumId, purposes, version }));
    },
    async caughtUp(personId, version) {
      const forget = entity
        .delete({ personId })
        // A withdrawal after this version is not in the lists yet.
        .where((stored, { lte }) => lte(stored.version, version));
      // Refused where none stands or a later one does: both are as they should be.
      await transact(table, [deleteItem(forget.params())]);
    },
  };
};

/** That lists had to leave someone out: by ids alone, and needless once they are in no list. */
export const withdrawalData = (table: Table): PersonalData => ({
  name: 'withdrawals',
  export: async () => [],
  async erase({ personIds }) {
    for (const personId of personIds) await withdrawalEntity(table).delete({ personId }).go();
  },
});
