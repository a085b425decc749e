import { idsOf, type Person } from '../kernel/actor.ts';
import type { Alumni } from './alum.port.ts';
import type { Alum } from './alum.ts';

/** A person's own registration, under whichever of their accounts; the present one's first. */
export const ownAlum = async (alumni: Pick<Alumni, 'many'>, person: Person): Promise<Alum | undefined> => {
  const ids = idsOf(person);
  const found = await alumni.many(ids);
  return ids.flatMap((id) => found.filter(({ personId }) => personId === id))[0];
};
