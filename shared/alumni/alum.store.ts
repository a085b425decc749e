import { createHash } from 'node:crypto';
import { CustomAttributeType, Entity } from 'electrodb';
import type { ProfileChange } from '../conflicts/person-profile.ts';
import type { EndedIntroductions } from '../introductions/introduction.port.ts';
import type { PersonalData } from '../kernel/personal-data.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { ownItems } from '../table/own-items.ts';
import { exactCase, type Table } from '../table/table.ts';
import { checkItem, putItem, transact, type WriteItem } from '../table/transact.ts';
import type { Alumni } from './alum.port.ts';
import { type Alum, alumSchema } from './alum.ts';
import { withdrawalWrites } from './withdrawals.store.ts';

const alumEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'alum', version: '1', service: 'shimai' },
      attributes: {
        personId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        shelf: { type: 'string', required: true },
        alum: { type: CustomAttributeType<Alum>('any'), required: true },
      },
      indexes: {
        byPerson: {
          pk: { field: 'pk', composite: ['personId'], template: 'person#${personId}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'alum', casing: exactCase },
        },
        all: {
          index: indexNames.list,
          pk: { field: 'gsi2pk', composite: ['shelf'], template: 'alumni#${shelf}', casing: exactCase },
          sk: { field: 'gsi2sk', composite: ['personId'], template: 'person#${personId}', casing: exactCase },
        },
      },
    },
    table,
  );

/** Says that a registration stands as it was read, in the transaction of what was made from it. */
export const alumStands = (
  table: Table,
  { personId, alumVersion }: { readonly personId: string; readonly alumVersion: number },
): WriteItem => {
  const check = alumEntity(table)
    .delete({ personId })
    .where((stored, { eq }) => eq(stored.version, alumVersion));
  return checkItem(check.params());
};

/** No partition of the index takes every alum's writes. */
const shelves: readonly string[] = ['0', '1', '2', '3', '4', '5', '6', '7'];
const shelfOf = (personId: string): string =>
  shelves[(createHash('sha256').update(personId).digest()[0] ?? 0) % shelves.length] ?? '0';

const alumPage = 500;

/** Other areas' own writes, handed in: where somebody served and what they were asked change together with what they say. */
type Foreign = {
  readonly profileWrites: (table: Table, change: ProfileChange) => readonly WriteItem[];
  readonly endOpenWrites: (table: Table, ended: EndedIntroductions) => readonly WriteItem[];
};

export const alumStore = (table: Table, { profileWrites, endOpenWrites }: Foreign): Alumni => {
  const entity = alumEntity(table);
  return {
    async find(personId) {
      const { data } = await entity.get({ personId }).go({ consistent: true });
      return data ? alumSchema.parse(data.alum) : undefined;
    },

    async many(personIds) {
      if (personIds.length === 0) return [];
      const keys = [...new Set(personIds)].map((personId) => ({ personId }));
      const { data, unprocessed } = await entity.get(keys).go({ consistent: true, concurrent: 4 });
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} alumni could not be read`);
      return data.map(({ alum }) => alumSchema.parse(alum));
    },

    async all(position) {
      const at = position ? position.indexOf('/') : -1;
      const shelf = position?.slice(0, at) ?? '0';
      const { data, cursor } = await entity.query
        .all({ shelf })
        .go({ limit: alumPage, cursor: position?.slice(at + 1) || null });
      const next = cursor ? `${shelf}/${cursor}` : shelfAfter(shelf);
      return { items: data.map(({ alum }) => alumSchema.parse(alum)), next };
    },

    save: ({ alum, events, withdrawn, profile, ended }) => {
      const { personId, version } = alum;
      const item = { personId, version, shelf: shelfOf(personId), alum };
      const write =
        version === 1
          ? // Of two who register in the same moment, as by a second click, one is told.
            entity.create(item)
          : // Only the version that was read may be replaced, or a withdrawal could be undone unsaid.
            entity.put(item).where((stored, { eq }) => eq(stored.version, version - 1));
      return transact(table, [
        putItem(write.params()),
        ...(profile ? profileWrites(table, profile) : []),
        ...(ended ?? []).flatMap((one) => endOpenWrites(table, one)),
        ...withdrawalWrites(table, alum, withdrawn),
        ...eventWrites(table, events),
      ]);
    },
  };
};

const shelfAfter = (shelf: string) => {
  const next = shelves[shelves.indexOf(shelf) + 1];
  return next && `${next}/`;
};

/** What someone offers as an alum, and what they agreed to. */
export const alumData = (table: Table): PersonalData =>
  ownItems(table, {
    name: 'alum',
    under: (personId) => `person#${personId}`,
    alone: 'alum',
    shows: ({ alum }) => {
      const { personId: _, alumId: __, version: ___, ...said } = alumSchema.parse(alum);
      return said;
    },
  });
