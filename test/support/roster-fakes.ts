import { fail, ok } from '../../shared/kernel/result.ts';
import type { Roster, Shelf } from '../../shared/roster/roster.port.ts';
import type { ListedRow, RosterRow } from '../../shared/roster/roster-row.ts';
import { foldWords } from '../../shared/roster/search-words.ts';

export const aRow = (over: Partial<ListedRow> = {}): ListedRow => ({
  id: 'a1',
  version: 2,
  status: 'submitted',
  organisationId: 'org-austin',
  partnershipId: 'austin-tx-oita',
  pair: { us: 'Austin, TX', jp: 'Oita', jpJa: '大分市' },
  title: 'Music on two rivers',
  submission: {
    no: 1,
    at: '2027-01-10T12:00:00.000Z',
    theme: 'sustainability',
    requestedCents: 900_000,
    matchCents: 300_000,
  },
  facts: { us: 'TX', jp: 'Oita', orgs: '', people: '' },
  firstTime: true,
  words: foldWords('river school かわ').join(' '),
  ...over,
});

/** A roster in memory: one shelf a round, as strict about versions as the store. */
export const fakeRoster = (held: Readonly<Record<string, readonly RosterRow[]>> = {}) => {
  const shelves = new Map<string, Shelf>(
    Object.entries(held).map(([roundId, rows]) => [roundId, { roundId, path: 'r', version: 1, rows }]),
  );
  const shelfOf = (roundId: string): Shelf =>
    shelves.get(roundId) ?? { roundId, path: 'r', version: 0, rows: [] };
  const roster: Roster & { saves: number; beforeSave?: () => Promise<void> } = {
    saves: 0,
    ofRound: async (roundId) => shelfOf(roundId).rows,
    shelvesOf: async (roundId, ids) => [{ shelf: shelfOf(roundId), ids }],
    save: async (shelf, rows) => {
      const between = roster.beforeSave;
      delete roster.beforeSave;
      await between?.();
      if (shelfOf(shelf.roundId).version !== shelf.version) return fail({ kind: 'conflict' });
      shelves.set(shelf.roundId, { ...shelf, version: shelf.version + 1, rows });
      roster.saves += 1;
      return ok(undefined);
    },
  };
  return roster;
};
