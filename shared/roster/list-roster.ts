import * as z from 'zod';
import type { Applications } from '../applications/application.port.ts';
import { type Application, receiptNumber, standsSent } from '../applications/application.ts';
import type { Paper } from '../applications/paper.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Theme } from '../kernel/theme.ts';
import type { Round } from '../programs/round.ts';
import type { Cursors } from '../table/cursor.ts';
import { filterIn, inOrder, keptBy, placesIn, type RosterFilter, type RosterOrder } from './roster-filter.ts';
import { type ListedRow, listedRow, wasSent } from './roster-row.ts';
import { type SeenRosterPorts, seenRoster } from './seen-roster.ts';

type Ports = SeenRosterPorts & {
  applications: Pick<Applications, 'many'>;
  cursors: Cursors;
};
type Input = RosterFilter & RosterOrder & { roundId: string; cursor?: string | undefined };

type Twin = { readonly id: string; readonly receipt: string };
export type RosterLine = {
  readonly id: string;
  readonly receipt: string;
  readonly title: string;
  readonly pair: Application['pair'];
  readonly partnershipId: string;
  readonly state: string;
  readonly prefecture: string;
  readonly status: Application['status'];
  readonly theme: Theme;
  readonly firstTime: boolean;
  /** Others that stand sent for the same partnership, of those this person may know of: some by number, and how many. */
  readonly samePair: readonly Twin[];
  readonly samePairs: number;
  /** Where it came on paper: when. */
  readonly paper?: Pick<Paper, 'receivedOn'> | undefined;
  readonly submittedAt: string;
  readonly requestedCents: number;
  readonly matchCents: number;
};
export type RosterList = {
  readonly round: Round;
  readonly items: readonly RosterLine[];
  /** How many fit the filter, of those this person may know of. */
  readonly total: number;
  readonly drafts: number;
  /** What there is to choose from: the places and pairs of all rows this person may know of. */
  readonly choices: {
    readonly states: readonly string[];
    readonly prefectures: readonly string[];
    readonly partnerships: readonly { readonly id: string; readonly pair: Application['pair'] }[];
  };
  readonly next?: string | undefined;
};

/** Each line is read by key too. */
export const rosterPage = 25;

/** So many others of the same partnership are named at a line; each is read by key too. */
const twinsNamed = 3;

const placeSchema = z.tuple([z.union([z.string(), z.number()]), z.string()]);

/**
 * A round's applications by any filter, search and order, 25 a page, for staff. Which they are is read from the roster;
 * what is shown of them, and whether it may be, from the table itself.
 */
export const listRoster =
  (ports: Ports): UseCase<Input, RosterList, NotFound | InvalidInput> =>
  async (actor, { roundId, cursor, sort, direction, ...asked }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const filter = filterIn(asked);
    const query = JSON.stringify([roundId, sort, direction, Object.entries(filter).toSorted()]);
    const scope = `roster:${query}:${actor.personId}`;
    const opened = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !opened)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const seen = await seenRoster(ports)(actor, roundId);
    if (!seen) return fail({ kind: 'not-found' });
    const { round, rows, drafts, shown } = seen;
    const keeps = keptBy(filter);
    const found = rows.filter(keeps);
    const after = opened ? placeSchema.parse(JSON.parse(opened)) : undefined;
    const left = inOrder(found, { sort, direction }, after && { key: after[0], id: after[1] });
    const page = left.slice(0, rosterPage);
    const twinsOf = twinsIn(rows);
    const named = new Set(
      page.flatMap((row) => [row, ...twinsOf(row).slice(0, twinsNamed)]).map(({ id }) => id),
    );
    const heads = new Map((await ports.applications.many([...named])).map((head) => [head.id, head]));
    const isShown = ({ id }: ListedRow) => {
      const head = heads.get(id);
      return head !== undefined && standsSent(head) && shown(head) !== undefined;
    };
    const items = page.flatMap((row): RosterLine[] => {
      const head = heads.get(row.id);
      const current = head && wasSent(head) ? shown(listedRow(head, row)) : undefined;
      // Between the table and the roster lie seconds: what no longer fits by now is left out.
      if (!current || !keeps(current)) return [];
      const twins = twinsOf(current);
      const samePair = twins
        .slice(0, twinsNamed)
        .filter(isShown)
        .map(({ id }) => ({ id, receipt: receiptNumber(id) }));
      return [{ ...lineOf(current), samePair, samePairs: twins.length }];
    });
    const last = page.at(-1);
    const { key, id } = last ? placesIn({ sort, direction }).placeOf(last) : { key: '', id: '' };
    return ok({
      round,
      items,
      total: found.length,
      drafts,
      choices: choicesIn(rows),
      ...(left.length > page.length && { next: ports.cursors.seal(scope, JSON.stringify([key, id])) }),
    });
  };

/** What else of these rows stands sent for a row's partnership, by number. */
const twinsIn = (rows: readonly ListedRow[]) => {
  const sent = inOrder(rows.filter(standsSent), { sort: 'number', direction: 'up' });
  const byPair = Map.groupBy(sent, ({ partnershipId }) => partnershipId);
  return ({ id, partnershipId }: ListedRow) =>
    (byPair.get(partnershipId) ?? []).filter((one) => one.id !== id);
};

const lineOf = (row: ListedRow): Omit<RosterLine, 'samePair' | 'samePairs'> => ({
  id: row.id,
  receipt: receiptNumber(row.id),
  title: row.title,
  pair: row.pair,
  partnershipId: row.partnershipId,
  state: row.facts?.us ?? '',
  prefecture: row.facts?.jp ?? '',
  status: row.status,
  theme: row.submission.theme,
  firstTime: row.firstTime,
  ...(row.paper && { paper: { receivedOn: row.paper.receivedOn } }),
  submittedAt: row.submission.at,
  requestedCents: row.submission.requestedCents,
  matchCents: row.submission.matchCents,
});

const choicesIn = (rows: readonly ListedRow[]): RosterList['choices'] => {
  const distinct = (texts: readonly (string | undefined)[]) =>
    [...new Set(texts.flatMap((text) => text || []))].toSorted();
  const pairs = new Map(rows.map(({ partnershipId, pair }) => [partnershipId, pair]));
  return {
    states: distinct(rows.map(({ facts }) => facts?.us)),
    prefectures: distinct(rows.map(({ facts }) => facts?.jp)),
    partnerships: [...pairs]
      .map(([id, pair]) => ({ id, pair }))
      .sort((a, b) => (a.pair.us < b.pair.us ? -1 : 1)),
  };
};
