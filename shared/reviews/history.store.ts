import type { EventsOf, NoteEvent } from '../applications/application.port.ts';
import { eventsOf, eventWrites } from '../table/event.store.ts';
import type { Table } from '../table/table.ts';
import { transact } from '../table/transact.ts';

export const historyStore = (table: Table): { eventsOf: EventsOf; note: NoteEvent } => ({
  eventsOf: eventsOf(table),
  async note(event) {
    const written = await transact(table, eventWrites(table, [event]));
    // A retry finds its own event there. Anything else must not pass: what was not noted is not shown.
    if (!written.ok && written.failure.kind !== 'conflict') throw new Error(`Could not note ${event.type}`);
  },
});
