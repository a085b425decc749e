import { Entity } from 'electrodb';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, type WriteItem } from '../table/transact.ts';

const choiceEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'chosen-applications', version: '1', service: 'shimai' },
      attributes: {
        /** The export or mailing they were chosen for. */
        choiceId: { type: 'string', required: true },
        no: { type: 'number', required: true, padding: { length: 4, char: '0' } },
        applicationIds: { type: 'list', items: { type: 'string' }, required: true },
      },
      indexes: {
        ofChoice: {
          pk: { field: 'pk', composite: ['choiceId'], template: 'chosen#${choiceId}', casing: exactCase },
          sk: { field: 'sk', composite: ['no'], template: 'shelf#${no}', casing: exactCase },
        },
      },
    },
    table,
  );

/** Ids on a shelf: 40 KB. */
const perShelf = 1000;

/** What was chosen stays as it was when it was asked for; in the transaction of what asks. */
export const choiceWrites = (table: Table, choiceId: string, ids: readonly string[]): WriteItem[] => {
  const entity = choiceEntity(table);
  return Array.from({ length: Math.ceil(ids.length / perShelf) }, (_, no) =>
    putItem(
      // Asked for twice by the same request, it is one choice.
      entity.create({ choiceId, no, applicationIds: ids.slice(no * perShelf, (no + 1) * perShelf) }).params(),
    ),
  );
};

/** In the order they were chosen. Consistent. */
export const chosenIn =
  (table: Table) =>
  async (choiceId: string): Promise<readonly string[]> => {
    const { data } = await choiceEntity(table)
      .query.ofChoice({ choiceId })
      .go({ consistent: true, pages: 'all' });
    return data.flatMap(({ applicationIds }) => applicationIds);
  };
