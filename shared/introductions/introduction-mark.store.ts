import { CustomAttributeType, Entity } from 'electrodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import { indexNames } from '../table/index-names.ts';
import { ownItems } from '../table/own-items.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, type WriteItem } from '../table/transact.ts';
import type { Introductions } from './introduction.port.ts';
import { type IntroductionMark, introductionMarkSchema, joinedIn } from './introduction.ts';

const markEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'introduction-mark', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        personId: { type: 'string', required: true },
        at: { type: 'string', required: true },
        status: { type: CustomAttributeType<IntroductionMark['status']>('string'), required: true },
        partnershipId: { type: 'string', required: true },
        alumId: { type: 'string', required: true },
        organisationId: { type: 'string' },
        expiresAt: { type: 'string', required: true },
        leftAt: { type: 'string' },
        joined: { type: CustomAttributeType<NonNullable<IntroductionMark['joined']>>('any') },
        // Index keys are never empty; without a chapter the condition keeps it from any list.
        chapter: { type: 'string', required: true },
        joinedAt: { type: 'string', required: true },
      },
      indexes: {
        byPerson: {
          pk: { field: 'pk', composite: ['personId'], template: 'person#${personId}', casing: exactCase },
          sk: {
            field: 'sk',
            composite: ['at', 'id'],
            template: 'introduction#${at}#${id}',
            casing: exactCase,
          },
        },
        byChapter: {
          index: indexNames.lookup,
          condition: ({ chapter }) => chapter !== '',
          pk: {
            field: 'gsi1pk',
            composite: ['chapter'],
            template: 'chapter#${chapter}/introductions',
            casing: exactCase,
          },
          sk: { field: 'gsi1sk', composite: ['at', 'id'], template: '${at}#${id}', casing: exactCase },
        },
        joined: {
          index: indexNames.list,
          condition: ({ status }) => status === 'joined',
          pk: {
            field: 'gsi2pk',
            composite: ['partnershipId'],
            template: 'partnership#${partnershipId}/alumni',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['joinedAt', 'id'],
            template: '${joinedAt}#${id}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

/** A mark beside its introduction, in every transaction of it. */
export const markWrite = (table: Table, mark: IntroductionMark): WriteItem => {
  const entity = markEntity(table);
  const item = { ...mark, chapter: mark.chapter ?? '', joinedAt: mark.joined?.at ?? '' };
  const write =
    mark.version === 1
      ? // As for the introduction itself.
        entity.create(item)
      : entity.put(item).where(({ version }, { eq }) => eq(version, mark.version - 1));
  return putItem(write.params());
};

/** A mark is well below half a kilobyte: so many stay within three read units, consistent. */
const markPage = 25;

type Marks = Pick<Introductions, 'ofPerson' | 'ofChapter' | 'joinedOf' | 'joinedBy'>;
type Found = { readonly data: readonly Record<string, unknown>[]; readonly cursor: string | null };

export const introductionMarkStore = (table: Table): Marks => {
  const entity = markEntity(table);
  const pageOf = ({ data, cursor }: Found) => ({
    items: data.map(({ chapter, joinedAt: _, ...mark }) =>
      introductionMarkSchema.parse({ ...mark, ...(chapter !== '' && { chapter }) }),
    ),
    next: cursor ?? undefined,
  });
  const from = (position: string | undefined) =>
    ({ limit: markPage, order: 'desc', cursor: position ?? null }) as const;
  return {
    ofPerson: async (personId, position) =>
      pageOf(await entity.query.byPerson({ personId }).go({ ...from(position), consistent: true })),
    ofChapter: async (chapter, position) =>
      pageOf(await entity.query.byChapter({ chapter }).go(from(position))),
    async joinedBy(personId) {
      const { data } = await entity.query.byPerson({ personId }).go({ pages: 'all', consistent: true });
      return pageOf({ data, cursor: null }).items.flatMap(joinedIn);
    },
    joinedOf: async (partnershipId, position) =>
      pageOf(await entity.query.joined({ partnershipId }).go(from(position))),
  };
};

/** By what an alum's introductions are found. It goes after what is written of them (`introduction-data.ts`). */
export const introductionMarkData = (table: Table): PersonalData =>
  ownItems(table, {
    name: 'introduction-marks',
    under: (personId) => `person#${personId}`,
    begins: 'introduction#',
  });
