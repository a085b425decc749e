import type { AskedAlumni } from '../../shared/introductions/asked-alumni.port.ts';
import type { Table } from '../../shared/table/table.ts';
import { openCards } from './matches-queue.ts';
import { openAlumni } from './registering-use-cases.ts';

/** Whose an alum's id is stands on their card; what they agree to is asked of their registration itself. */
export const openAskedAlumni = (table: Table): AskedAlumni => {
  const alumni = openAlumni(table);
  const cards = openCards(table);
  return {
    personOf: async (alumId) => (await cards.find(alumId))?.personId,
    find: alumni.find,
    many: alumni.many,
  };
};
