import { CustomAttributeType, Entity } from 'electrodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import { jetaaChapters } from '../reference/jetaa-chapters.ts';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, updateItem } from '../table/transact.ts';
import { type AlumImport, alumImportSchema, importDays } from './alum-import.ts';
import type { AlumImports } from './alum-invitation.port.ts';

const pk = {
  field: 'pk',
  composite: ['chapterId'],
  template: 'chapter#${chapterId}',
  casing: exactCase,
} as const;

const importEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'alum-import', version: '1', service: 'shimai' },
      attributes: {
        chapterId: { type: 'string', required: true },
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        expiresAt: { type: 'number', required: true },
        imported: { type: CustomAttributeType<AlumImport>('any'), required: true },
      },
      indexes: {
        byChapter: {
          pk,
          sk: { field: 'sk', composite: ['id'], template: 'alum-import#${id}', casing: exactCase },
        },
      },
    },
    table,
  );

/** How many invitations a chapter has mailed on one day. */
const mailedEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'alum-mails', version: '1', service: 'shimai' },
      attributes: {
        chapterId: { type: 'string', required: true },
        day: { type: 'string', required: true },
        mailed: { type: 'number' },
        expiresAt: { type: 'number' },
      },
      indexes: {
        byDay: {
          pk,
          sk: { field: 'sk', composite: ['day'], template: 'alum-mails#${day}', casing: exactCase },
        },
      },
    },
    table,
  );

const secondsAfter = (instant: string, days: number) =>
  Math.ceil(new Date(instant).getTime() / 1000) + days * 86_400;

/** Imports by chapter; the table forgets each after some weeks. */
export const alumImportStore = (table: Table): AlumImports => {
  const entity = importEntity(table);
  const mails = mailedEntity(table);
  const itemOf = (imported: AlumImport) => {
    const { chapterId, id, version, at } = imported;
    return { chapterId, id, version, expiresAt: secondsAfter(at, importDays), imported };
  };
  return {
    async find(chapterId, id) {
      const { data } = await entity.get({ chapterId, id }).go({ consistent: true });
      return data ? alumImportSchema.parse(data.imported) : undefined;
    },
    async ofChapter(chapterId) {
      const { data } = await entity.query.byChapter({ chapterId }).go({ pages: 'all', consistent: true });
      return data.map(({ imported }) => alumImportSchema.parse(imported));
    },
    async mailedOn(chapterId, day) {
      const { data } = await mails.get({ chapterId, day }).go({ consistent: true });
      return data?.mailed ?? 0;
    },
    begin: ({ imported, events }, most) => {
      const { chapterId, at, count } = imported;
      const counted = mails
        .update({ chapterId, day: at.slice(0, 10) })
        .set({ expiresAt: secondsAfter(at, 2) })
        .add({ mailed: count })
        // Two imports in one moment must not share what is left of the day.
        .where(({ mailed }, { lte, notExists }) => `${notExists(mailed)} OR ${lte(mailed, most - count)}`);
      return transact(table, [
        // A retry finds its own import.
        putItem(entity.create(itemOf(imported)).params()),
        updateItem(counted.params()),
        ...eventWrites(table, events),
      ]);
    },
    end: ({ imported, events }) =>
      transact(table, [
        putItem(
          entity
            .put(itemOf(imported))
            .where((stored, { eq }) => eq(stored.version, imported.version - 1))
            .params(),
        ),
        ...eventWrites(table, events),
      ]),
  };
};

/** Somebody in an import that was cut short: whole, it holds nobody any more. Linear in what chapters have imported in a month. */
export const alumImportData = (table: Table): PersonalData => {
  const entity = importEntity(table);
  const holding = async (addresses: readonly string[]) => {
    const all = await Promise.all(
      jetaaChapters.map(({ id: chapterId }) =>
        entity.query.byChapter({ chapterId }).go({ consistent: true, pages: 'all' }),
      ),
    );
    return all.flatMap(({ data }) =>
      data.flatMap(({ imported }) => {
        const begun = alumImportSchema.parse(imported);
        return begun.people.some(({ email }) => addresses.includes(email)) ? [begun] : [];
      }),
    );
  };
  return {
    name: 'alum-imports',
    export: async ({ addresses }) =>
      (await holding(addresses)).flatMap(({ chapterId, at, people }) =>
        people
          .filter(({ email }) => addresses.includes(email))
          .map((person) => ({ chapter: chapterId, at, ...person })),
      ),
    async erase({ addresses }) {
      for (const begun of await holding(addresses)) {
        const { chapterId, id, version } = begun;
        const people = begun.people.filter(({ email }) => !addresses.includes(email));
        await entity
          .patch({ chapterId, id })
          .set({ version: version + 1, imported: { ...begun, version: version + 1, people } })
          // Whoever goes on with it in the same moment reads it anew; the erasure is brought again.
          .where((stored, { eq }) => eq(stored.version, version))
          .go();
      }
    },
  };
};
