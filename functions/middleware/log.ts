import type { Log } from './event.ts';

/** One JSON line an entry, as Lambda's log reads it. */
export const log: Log = (entry) => console.log(JSON.stringify(entry));
