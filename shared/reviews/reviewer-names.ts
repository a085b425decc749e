import type { People } from '../accounts/account.port.ts';

/** Stands for whoever's account was deleted; pages say it in the reader's language (`nameWords`). */
export const deletedAccountName = 'Deleted account';

/** How staff know a reviewer: by name, or by address until they have given one. */
export const nameOf = (known: Awaited<ReturnType<People['find']>>): string =>
  known ? known.account.name || known.account.email : deletedAccountName;

/** The names of several people, side by side: tens at most. */
export const namesOf = async (
  people: Pick<People, 'find'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(personIds)];
  const known = await Promise.all(ids.map((id) => people.find(id)));
  return new Map(ids.map((id, at) => [id, nameOf(known[at])]));
};
