import { type AgendaItem, classesOf, componentsOf, exits } from './agenda-classes.ts';
import { exactOrder } from './exact-order.ts';
import { nearOrder } from './near-order.ts';

export type AgendaOrder<Item extends AgendaItem> = {
  readonly items: readonly Item[];
  /** How often somebody leaves; each of them comes back once. */
  readonly absences: number;
  /** No order has fewer. Equal to `absences` where the order is proven to be the best. */
  readonly atLeast: number;
};

/** With so many different groups of absent people that hang together, the best order is still found exactly. */
export const exactUpTo = 14;

/**
 * The order in which people leave and re-enter the room as few times as possible, from a room in which all are
 * present to one in which all are present again. Applications with the same absent people stand together, those with
 * none first; groups that share nobody are solved apart, which loses nothing. Up to `exactUpTo` groups that hang
 * together: exact by dynamic programming. Beyond: at most twice the least, and `atLeast` says how near it is. Ties go
 * by receipt number, so the same conflicts give the same agenda whatever order they came in.
 */
export const orderAgenda = <Item extends AgendaItem>(
  given: readonly Item[],
  limit = exactUpTo,
): AgendaOrder<Item> => {
  const classes = classesOf(given);
  const free = classes.filter(({ absent }) => absent.size === 0);
  const parts = componentsOf(classes.filter(({ absent }) => absent.size > 0)).map((part) =>
    part.length <= limit ? exactOrder(part) : nearOrder(part),
  );
  const ordered = [...free, ...parts.flatMap(({ order }) => order)];
  const nobody: ReadonlySet<string> = new Set();
  return {
    items: ordered.flatMap(({ items }) => items),
    absences: ordered.reduce((sum, one, at) => sum + exits(ordered[at - 1]?.absent ?? nobody, one.absent), 0),
    atLeast: parts.reduce((sum, { atLeast }) => sum + atLeast, 0),
  };
};
