import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import type { Person } from '../kernel/actor.ts';
import type { Round } from '../programs/round.ts';
import { inOrder, keptBy, type RosterFilter } from './roster-filter.ts';
import { type ListedRow, listedRow, wasSent } from './roster-row.ts';
import { type SeenRosterPorts, seenRoster } from './seen-roster.ts';

export type ChosenPorts = SeenRosterPorts & { applications: Pick<Applications, 'many'> };

export type Sent = Application & { readonly submission: NonNullable<Application['submission']> };

/** One application that a filter chose: its head from the table, with the status this person may know. */
export type Chosen = { readonly head: Sent; readonly row: ListedRow };

/**
 * All that a filter chooses, by number: found in the roster, then each read by key and cleared anew, because mails and
 * exports follow from it. Linear in what was chosen.
 */
export const chosenApplications =
  (ports: ChosenPorts) =>
  async (
    person: Person,
    roundId: string,
    filter: RosterFilter,
  ): Promise<{ readonly round: Round; readonly chosen: readonly Chosen[] } | undefined> => {
    const seen = await seenRoster(ports)(person, roundId);
    if (!seen) return undefined;
    const { round, rows, shown } = seen;
    const keeps = keptBy(filter);
    const found = inOrder(rows.filter(keeps), { sort: 'number', direction: 'up' });
    const heads = await ports.applications.many(found.map(({ id }) => id));
    const byId = new Map(heads.map((head) => [head.id, head]));
    const chosen = found.flatMap((row): Chosen[] => {
      const head = byId.get(row.id);
      if (!head || !wasSent(head)) return [];
      const current = shown(listedRow(head, row));
      return current && keeps(current) ? [{ head: { ...head, status: current.status }, row: current }] : [];
    });
    return { round, chosen };
  };
