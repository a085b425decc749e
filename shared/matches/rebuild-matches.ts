import type { Alumni } from '../alumni/alum.port.ts';
import type { AlumCards } from './alum-card.port.ts';
import { type CardPorts, type Changed, refreshCards } from './refresh-cards.ts';
import { everyCard, type RemakePorts, remakeLists } from './remake-lists.ts';

export type RebuildPorts = Omit<CardPorts, 'alumni' | 'cards'> &
  Omit<RemakePorts, 'cards'> & {
    alumni: CardPorts['alumni'] & Pick<Alumni, 'all'>;
    cards: CardPorts['cards'] & Pick<AlumCards, 'onShelf'>;
  };

/** Alumni whose cards are brought up to date side by side. */
const atOnce = 8;
/** So many, then somebody is asked whether to go on. */
const perStep = 400;

/**
 * Makes cards and lists anew from the table: every registration's card, no card of anybody who has gone, and all lists. Linear in
 * the alumni; may be broken off and begun again. `goesOn` is asked with how many are done of how many are known so far.
 */
export const rebuildMatches =
  (ports: RebuildPorts) =>
  async (
    goesOn: (done: number, known: number) => Promise<boolean> = async () => true,
  ): Promise<{ readonly alumni: number } | undefined> => {
    const people = new Map<string, Changed>();
    await everyCard(ports.cards, (page) => {
      for (const { personId, alumId } of page) people.set(personId, { personId, alumId });
    });
    let position: string | undefined;
    do {
      const page = await ports.alumni.all(position);
      for (const { personId, alumId } of page.items) people.set(personId, { personId, alumId });
      position = page.next;
    } while (position !== undefined);

    const all = [...people.values()];
    const refresh = refreshCards(ports);
    for (let start = 0; start < all.length; start += perStep) {
      if (!(await goesOn(start, all.length))) return undefined;
      const left = all.slice(start, start + perStep);
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (let one = left.pop(); one; one = left.pop()) await refresh([one]);
        }),
      );
    }
    if (!(await goesOn(all.length, all.length))) return undefined;
    await remakeLists(ports)();
    return { alumni: all.length };
  };
