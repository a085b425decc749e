/** One application of a meeting with the people who must not be in the room for it. */
export type AgendaItem = {
  readonly id: string;
  readonly receipt: string;
  readonly absent: readonly string[];
};

type Absent = ReadonlySet<string>;

/** The items for which the same people are out, in the order of their receipts. */
export type AgendaClass<Item extends AgendaItem = AgendaItem> = {
  readonly absent: Absent;
  readonly items: readonly Item[];
};

/** How one part of a meeting is ordered, and how many absences any order of it has at least. */
export type PartOrder<Item extends AgendaItem> = {
  readonly order: readonly AgendaClass<Item>[];
  readonly atLeast: number;
};

/** How many people leave between two items. */
export const exits = (before: Absent, after: Absent): number =>
  [...after].reduce((count, person) => count + (before.has(person) ? 0 : 1), 0);

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Items by who is out for them, the class with the lowest receipt first. */
export const classesOf = <Item extends AgendaItem>(items: readonly Item[]): readonly AgendaClass<Item>[] => {
  const sorted = items.toSorted((a, b) => inOrder(a.receipt, b.receipt) || inOrder(a.id, b.id));
  const groups = Map.groupBy(sorted, ({ absent }) => [...new Set(absent)].sort().join('\n'));
  return [...groups.values()].map((group) => ({ absent: new Set(group[0]?.absent), items: group }));
};

/** Classes that hang together by a person they share; within and among them the order given. */
export const componentsOf = <Item extends AgendaItem>(
  classes: readonly AgendaClass<Item>[],
): readonly (readonly AgendaClass<Item>[])[] => {
  const parts: { people: Set<string>; members: AgendaClass<Item>[] }[] = [];
  for (const one of classes) {
    const touched = parts.filter(({ people }) => [...one.absent].some((person) => people.has(person)));
    const [first, ...others] = touched;
    const into = first ?? { people: new Set<string>(), members: [] };
    if (!first) parts.push(into);
    for (const other of others) {
      for (const person of other.people) into.people.add(person);
      into.members.push(...other.members);
      parts.splice(parts.indexOf(other), 1);
    }
    for (const person of one.absent) into.people.add(person);
    into.members.push(one);
  }
  const place = new Map(classes.map((one, at) => [one, at]));
  const at = (one: AgendaClass<Item> | undefined) => (one && place.get(one)) ?? 0;
  return parts
    .map(({ members }) => members.toSorted((a, b) => at(a) - at(b)))
    .sort((a, b) => at(a[0]) - at(b[0]));
};
