import { createHash } from 'node:crypto';
import { Entity } from 'electrodb';
import type { AlumniCounts } from '../chapters/alumni-counts.ts';
import { pageSize } from '../kernel/page.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { deleteItem, putItem, transact, type WriteItem } from '../table/transact.ts';
import { type AlumCards, cardShelves } from './alum-card.port.ts';
import { type AlumCard, alumCardSchema } from './alum-card.ts';

const cardEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'alum-card', version: '1', service: 'shimai' },
      attributes: {
        shelf: { type: 'number', required: true },
        alumId: { type: 'string', required: true },
        personId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        /** The chapter whose leads may see them; empty without their consent, and then in no list. */
        seenBy: { type: 'string', required: true },
        registeredAt: { type: 'string', required: true },
        /** All else, as one text: nobody asks for a part of it, and a walk through all cards reads it of everybody. */
        said: { type: 'string', required: true },
      },
      indexes: {
        byShelf: {
          pk: { field: 'pk', composite: ['shelf'], template: 'alumni/${shelf}', casing: exactCase },
          sk: { field: 'sk', composite: ['alumId'], template: 'alum#${alumId}', casing: exactCase },
        },
        ofChapter: {
          index: indexNames.lookup,
          // Whoever has not agreed to it stands in no chapter's list.
          condition: ({ seenBy }) => seenBy !== '',
          pk: {
            field: 'gsi1pk',
            composite: ['seenBy'],
            template: 'chapter#${seenBy}/members',
            casing: exactCase,
          },
          sk: {
            field: 'gsi1sk',
            composite: ['registeredAt', 'alumId'],
            template: '${registeredAt}#${alumId}',
            casing: exactCase,
          },
        },
        ofPerson: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['personId'],
            template: 'person#${personId}/cards',
            casing: exactCase,
          },
          sk: { field: 'gsi2sk', composite: ['alumId'], template: 'alum#${alumId}', casing: exactCase },
        },
      },
    },
    table,
  );

const shelfOf = (alumId: string): number =>
  (createHash('sha256').update(alumId).digest()[0] ?? 0) % cardShelves;

/** Writes of other areas, handed in: the registration that still stands, and the published numbers. */
export type CardWrites = {
  readonly alumStands: (table: Table, alum: Pick<AlumCard, 'personId' | 'alumVersion'>) => WriteItem;
  readonly countWrites: (table: Table, shard: number, deltas: AlumniCounts) => readonly WriteItem[];
};

const itemOf = (card: AlumCard) => {
  const { alumId, personId, version, registeredAt, ...said } = alumCardSchema.parse(card);
  const seenBy = (said.consents.chapter && said.chapter) || '';
  const own = { shelf: shelfOf(alumId), alumId, personId, version, registeredAt, seenBy };
  return { ...own, said: JSON.stringify(said) };
};

const read = ['alumId', 'personId', 'version', 'registeredAt', 'said'] as const;
type ReadItem = Pick<ReturnType<typeof itemOf>, (typeof read)[number]>;
/** As it was checked when it was written. */
const written = ({ alumId, personId, version, registeredAt, said }: ReadItem): AlumCard => ({
  ...{ alumId, personId, version, registeredAt },
  ...JSON.parse(said),
});
const cardIn = (item: ReadItem): AlumCard => alumCardSchema.parse(written(item));

/** Cards' items, for a test that lays down more alumni than could register. */
export const cardItems = (table: Table) => {
  const entity = cardEntity(table);
  return (card: AlumCard): Record<string, unknown> =>
    entity.put(itemOf(card)).params<{ Item: Record<string, unknown> }>().Item;
};

export const alumCardStore = (table: Table, { alumStands, countWrites }: CardWrites): AlumCards => {
  const entity = cardEntity(table);
  const keyOf = (alumId: string) => ({ shelf: shelfOf(alumId), alumId });
  const many: AlumCards['many'] = async (alumIds) => {
    if (alumIds.length === 0) return [];
    const { data, unprocessed } = await entity
      .get([...new Set(alumIds)].map(keyOf))
      .go({ consistent: true, concurrent: 4 });
    if (unprocessed.length > 0) throw new Error(`${unprocessed.length} cards could not be read`);
    return data.map(cardIn);
  };
  return {
    async find(alumId) {
      const { data } = await entity.get(keyOf(alumId)).go({ consistent: true });
      return data ? cardIn(data) : undefined;
    },
    many,
    async ofPerson(personId) {
      const { data } = await entity.query.ofPerson({ personId }).go({ pages: 'all' });
      return data.map(({ alumId }) => alumId);
    },
    async onShelf(shelf, position) {
      const { data, cursor } = await entity.query
        .byShelf({ shelf })
        // As much as one answer holds: a megabyte.
        .go({ pages: 1, consistent: true, attributes: [...read], cursor: position ?? null });
      // Of a hundred thousand sixty come into a list, and are checked there.
      return { items: data.map(written), next: cursor ?? undefined };
    },
    async ofChapter(chapterId, position, most = pageSize) {
      const { data, cursor } = await entity.query
        .ofChapter({ seenBy: chapterId })
        .go({ limit: most, cursor: position ?? null });
      const cards = new Map((await many(data.map(({ alumId }) => alumId))).map((one) => [one.alumId, one]));
      const items = data.flatMap(({ alumId }) => {
        const card = cards.get(alumId);
        // The index lags, and who withdrew is forgotten once the card says so: whoever it still shows is left out.
        return card?.consents.chapter && card.chapter === chapterId ? [card] : [];
      });
      return { items, next: cursor ?? undefined };
    },
    save: (card, counts) => {
      const { version } = card;
      const item = itemOf(card);
      const write =
        version === 1
          ? // Two tasks of one person: the second reads the first one's card.
            entity.create(item)
          : // Whoever wrote since has read the same sources or later ones.
            entity.put(item).where((stored, { eq }) => eq(stored.version, version - 1));
      return transact(table, [
        putItem(write.params()),
        // Or a card could come back after the person has gone.
        alumStands(table, card),
        ...countWrites(table, item.shelf, counts),
      ]);
    },
    remove: ({ alumId, version }, counts) => {
      const gone = entity.delete(keyOf(alumId)).where((stored, { eq }) => eq(stored.version, version));
      return transact(table, [deleteItem(gone.params()), ...countWrites(table, shelfOf(alumId), counts)]);
    },
  };
};
