import type { AgendaItem } from './agenda-classes.ts';

/** Part of a meeting as one reader may know it: an application, or time that they spend outside. */
export type TimelinePart<Item extends AgendaItem> = {
  readonly from: string;
  readonly until: string;
  /** Absent: the reader is not in the room, and learns no more than when. */
  readonly item?: Item | undefined;
  /** People who go out before it, and who come in again; of parts the reader is there for, as they were last there. */
  readonly leave: readonly string[];
  readonly back: readonly string[];
};

export type Timeline<Item extends AgendaItem> = {
  readonly parts: readonly TimelinePart<Item>[];
  /** Who comes back in after the last part. */
  readonly backAtEnd: readonly string[];
};

const without = (people: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...people].filter((person) => !others.has(person)).sort();

/**
 * The meeting for one reader. What they must not know of is time outside, told as one gap however many applications
 * it holds; nobody else's coming and going is told in it, nor between it and what follows.
 */
export const timelineFor = <Item extends AgendaItem>(
  items: readonly Item[],
  reader: string,
  { starts, minutes }: { starts: Date; minutes: number },
): Timeline<Item> => {
  const instant = (at: number) => new Date(starts.getTime() + at * minutes * 60_000).toISOString();
  const parts: TimelinePart<Item>[] = [];
  let out: ReadonlySet<string> = new Set();
  items.forEach((item, at) => {
    const until = instant(at + 1);
    const last = parts.at(-1);
    const absent = new Set(item.absent);
    if (!absent.has(reader)) {
      const leave = without(absent, out);
      const back = without(out, absent);
      parts.push({ from: instant(at), until, item, leave, back });
      out = absent;
    } else if (last && !last.item) parts[parts.length - 1] = { ...last, until };
    else parts.push({ from: instant(at), until, leave: [], back: [] });
  });
  return { parts, backAtEnd: [...out].sort() };
};
