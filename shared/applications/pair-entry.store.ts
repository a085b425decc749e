import { Entity } from 'electrodb';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, type WriteItem } from '../table/transact.ts';
import type { PairEntries } from './application.port.ts';
import type { Application } from './application.ts';

/**
 * Under its round and partnership, written once, with the head: so that whoever applies for a pair twice is told at once
 * and not when an index has caught up. What became of it stands in the head alone.
 */
const pairEntryEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'pair-entry', version: '1', service: 'shimai' },
      attributes: {
        roundId: { type: 'string', required: true },
        partnershipId: { type: 'string', required: true },
        id: { type: 'string', required: true },
        organisationId: { type: 'string', required: true },
      },
      indexes: {
        byPair: {
          pk: {
            field: 'pk',
            composite: ['roundId', 'partnershipId'],
            template: 'round#${roundId}/pair#${partnershipId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: ['id'], template: 'application#${id}', casing: exactCase },
        },
      },
    },
    table,
  );

/** In the transaction of the head's first version. */
export const pairEntryWrite = (
  table: Table,
  { roundId, partnershipId, id, organisationId }: Application,
): WriteItem =>
  // A start that is tried again meets its head first; this one may not replace another's either.
  putItem(pairEntryEntity(table).create({ roundId, partnershipId, id, organisationId }).params());

export const pairEntries =
  (table: Table): PairEntries =>
  async (roundId, partnershipId) => {
    const { data } = await pairEntryEntity(table)
      .query.byPair({ roundId, partnershipId })
      .go({ consistent: true, pages: 'all' });
    return data.map(({ id, organisationId }) => ({ id, organisationId }));
  };
