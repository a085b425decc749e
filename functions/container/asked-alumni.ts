import { accountStore } from '../../shared/accounts/account.store.ts';
import { ownAlum } from '../../shared/alumni/own-alum.ts';
import type { AskedAlumni } from '../../shared/introductions/asked-alumni.port.ts';
import { idsOf } from '../../shared/kernel/actor.ts';
import type { Table } from '../../shared/table/table.ts';
import { openCards } from './matches-queue.ts';
import { openAlumni } from './registering-use-cases.ts';

/**
 * Whose an alum's id is stands on their card; what they agree to is asked of their registration itself: of the one that counts,
 * where two accounts became one, whichever of them was asked. Whoever has deleted their account agrees to nothing.
 */
export const openAskedAlumni = (table: Table): AskedAlumni => {
  const alumni = openAlumni(table);
  const cards = openCards(table);
  const accounts = accountStore(table);
  const find: AskedAlumni['find'] = async (personId) => {
    const [known, alum] = await Promise.all([accounts.find(personId), alumni.find(personId)]);
    if (!known) return undefined;
    const own = idsOf(known.actor).length === 1 ? alum : await ownAlum(alumni, known.actor);
    return own && { ...own, personId };
  };
  return {
    personOf: async (alumId) => (await cards.find(alumId))?.personId,
    find,
    async many(personIds) {
      const [known, found] = await Promise.all([accounts.many(personIds), alumni.many(personIds)]);
      const merged = known.filter(({ mergedInto, formerly }) => mergedInto || formerly).map(({ id }) => id);
      const single = new Set(known.map(({ id }) => id).filter((id) => !merged.includes(id)));
      const resolved = await Promise.all(merged.map(find));
      return [
        ...found.filter(({ personId }) => single.has(personId)),
        ...resolved.flatMap((one) => one ?? []),
      ];
    },
  };
};
