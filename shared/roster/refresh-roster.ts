import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { snapshotSchema } from '../applications/snapshot.ts';
import type { Submissions } from '../applications/submission.port.ts';
import { isFirstTime } from '../ranking/first-time.ts';
import type { Roster, Shelf } from './roster.port.ts';
import { isListed, listedRow, type RosterRow, unsentRow, wasSent } from './roster-row.ts';
import { wordsOf } from './search-words.ts';

export type RefreshPorts = {
  applications: Pick<Applications, 'many' | 'ofOrganisation'>;
  submissions: Pick<Submissions, 'find'>;
  roster: Pick<Roster, 'shelvesOf' | 'save'>;
};

/** Applications of one shelf that are written together: a shelf splits into some, never into more than one write takes. */
const atOnce = 200;

/** For a whole round: each row anew, and whether to go on, asked with how many are done. */
type Whole = { readonly anew?: boolean; readonly goesOn?: (done: number) => Promise<boolean> };

/** How often a shelf is read anew because another writer came first, before the queue brings the task again. */
const mostTries = 12;

/**
 * Brings these applications' rows up to what the table holds. It asks for no event's order: each row is made from the
 * head as it is now, so told twice, late or the wrong way round it ends up the same.
 */
export const refreshRoster =
  (ports: RefreshPorts) =>
  async (applicationIds: readonly string[]): Promise<void> => {
    const heads = await ports.applications.many([...new Set(applicationIds)]);
    for (const [roundId, of] of Map.groupBy(heads, (head) => head.roundId))
      await refreshRound(ports)(
        roundId,
        of.map(({ id }) => id),
      );
  };

/**
 * The same for applications of one round; `anew` makes also those that seem up to date, and drops rows of what is gone.
 */
export const refreshRound =
  (ports: RefreshPorts) =>
  async (
    roundId: string,
    ids: readonly string[],
    { anew = false, goesOn = async () => true }: Whole = {},
  ): Promise<boolean> => {
    let left = ids;
    let done = 0;
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === mostTries)
        throw new Error(`The roster of round ${roundId} is written by too many at once`);
      const missed: string[] = [];
      for (const { shelf, ids: all } of await ports.roster.shelvesOf(roundId, left)) {
        const here = all.slice(0, atOnce);
        missed.push(...all.slice(atOnce));
        if (!(await goesOn(done))) return false;
        if (await refreshShelf(ports, shelf, here, anew)) done += here.length;
        else missed.push(...here);
      }
      left = missed;
    }
    return true;
  };

/**
 * The heads are read after the shelf, never before: whoever wrote the shelf since has a later head than ours or the same,
 * and our write then meets its version.
 */
const refreshShelf = async (
  ports: RefreshPorts,
  shelf: Shelf,
  ids: readonly string[],
  anew: boolean,
): Promise<boolean> => {
  const heads = await ports.applications.many(ids);
  const known = new Map(shelf.rows.map((row) => [row.id, row]));
  const newer = heads.filter(({ id, version }) => anew || version > (known.get(id)?.version ?? 0));
  const gone = anew ? ids.filter((id) => known.has(id) && !heads.some((head) => head.id === id)) : [];
  if (newer.length + gone.length === 0) return true;
  const made = await Promise.all(
    newer.map((head) => rowOf(ports, head, anew ? undefined : known.get(head.id))),
  );
  const rows = new Map([...known, ...made.map((row) => [row.id, row] as const)]);
  for (const id of gone) rows.delete(id);
  return (await ports.roster.save(shelf, [...rows.values()])).ok;
};

/** The row of a head. What was sent never changes under its number, so a mere step of it reads no submission again. */
const rowOf = async (
  ports: RefreshPorts,
  application: Application,
  before: RosterRow | undefined,
): Promise<RosterRow> => {
  if (!wasSent(application)) return unsentRow(application);
  if (before && isListed(before) && before.submission.no === application.submission.no)
    return listedRow(application, before);
  const [submission, firstTime] = await Promise.all([
    ports.submissions.find(application.id, application.submission.no),
    isFirstTime(ports)(application),
  ]);
  const snapshot = submission && snapshotSchema.parse(JSON.parse(submission.snapshot));
  return listedRow(application, { firstTime, words: snapshot ? wordsOf(snapshot) : '' });
};
