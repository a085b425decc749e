import type { KnownPerson, People } from './account.port.ts';

/** The account that an id leads to today: itself, or the one that it was merged into, at whatever remove. */
export const survivorOf =
  (find: People['find']) =>
  async (personId: string): Promise<KnownPerson | undefined> => {
    let known = await find(personId);
    // A merged account takes no more in, so there is no circle to follow.
    while (known?.account.mergedInto) known = await find(known.account.mergedInto);
    return known;
  };
