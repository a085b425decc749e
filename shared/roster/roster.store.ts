import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { CustomAttributeType, Entity } from 'electrodb';
import { fail, ok } from '../kernel/result.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { Roster, Shelf } from './roster.port.ts';
import { isListed, type RosterRow, rosterRowSchema } from './roster-row.ts';

const shelfEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'roster-shelf', version: '1', service: 'shimai' },
      attributes: {
        roundId: { type: 'string', required: true },
        path: { type: 'string', required: true },
        version: { type: 'number', required: true },
        /** It grew too large, and its rows lie on the two shelves one bit further. */
        split: { type: 'boolean' },
        packed: { type: CustomAttributeType<Uint8Array>('any') },
      },
      indexes: {
        ofRound: {
          pk: { field: 'pk', composite: ['roundId'], template: 'round#${roundId}/roster', casing: exactCase },
          sk: { field: 'sk', composite: ['path'], template: 'shelf#${path}', casing: exactCase },
        },
      },
    },
    table,
  );

/** Where every path begins. */
const root = 'r';
/** Bytes of an item at which it becomes two: each change writes one item whole, so it stays at some sixteen units. */
const splitAt = 16_000;
/** Applications that fill more than a shelf at 250 bytes each, which none of them stays under. */
const surelyTooMany = 64;
/** Beyond this a shelf grows instead; 2^14 shelves are far more than a round has applications. */
const deepest = 14;

const bitsOf = (id: string): string =>
  [...createHash('sha256').update(id).digest().subarray(0, 2)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');

const liesOn = (id: string, path: string) => bitsOf(id).startsWith(path.slice(root.length));

/** Column by column, because like compresses with like: digests would drown the words. */
const columns = [
  'id',
  'version',
  'unsent',
  'status',
  'organisationId',
  'partnershipId',
  'pair',
  'submission',
  'firstTime',
  'title',
  'words',
  'facts',
] as const;

/** A UUID by its bytes: 22 characters that no compression shortens, where its hex would leave 26. */
const short = (id: string) =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
    : `=${id}`;
const long = (text: string) =>
  text.startsWith('=')
    ? text.slice(1)
    : Buffer.from(text, 'base64url')
        .toString('hex')
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const ids: ReadonlySet<string> = new Set(['id', 'organisationId']);

const pack = (rows: readonly RosterRow[]): Uint8Array => {
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const cells = columns.map((name) =>
    sorted.map((row) => {
      const value = (row as Record<string, unknown>)[name] ?? null; // A row is one of two kinds; what it lacks is null.
      return typeof value === 'string' && ids.has(name) ? short(value) : value;
    }),
  );
  return brotliCompressSync(JSON.stringify(cells), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
};

const unpack = (packed: Uint8Array): readonly RosterRow[] => {
  const cells: unknown[][] = JSON.parse(brotliDecompressSync(packed).toString('utf8'));
  return (cells[0] ?? []).map((_, at) =>
    rosterRowSchema.parse(
      Object.fromEntries(
        columns.flatMap((name, column) => {
          const value = cells[column]?.[at];
          if (value === null || value === undefined) return [];
          return [[name, typeof value === 'string' && ids.has(name) ? long(value) : value]];
        }),
      ),
    ),
  );
};

type Where = Pick<Shelf, 'roundId' | 'path' | 'version'>;

export const rosterStore = (table: Table): Roster => {
  const entity = shelfEntity(table);
  type Item = { path: string; version: number; split?: boolean; packed?: Uint8Array };
  const rowsOf = ({ split, packed }: Item) => (split || !packed ? [] : unpack(packed));

  /** Of two who change one shelf, the second reads it again: only what was read may be replaced. */
  const write = ({ roundId, path, version }: Where, of: Pick<Item, 'split' | 'packed'>) => {
    const item = { roundId, path, version: version + 1, ...of };
    return version === 0
      ? entity.create(item).params()
      : entity
          .put(item)
          .where((stands, { eq }) => eq(stands.version, version))
          .params();
  };

  const writesOf = (shelf: Where, rows: readonly RosterRow[]): ReturnType<typeof write>[] => {
    const isDeepest = shelf.path.length > deepest;
    // So many never fit: packing them would only say so slowly.
    if (isDeepest || rows.filter(isListed).length <= surelyTooMany) {
      const packed = pack(rows);
      if (isDeepest || packed.length <= splitAt) return [write(shelf, { packed })];
    }
    return [
      // It stays as a sign of where its rows went, so that nobody who read it before makes it anew.
      write(shelf, { split: true }),
      ...['0', '1'].flatMap((bit) => {
        const path = `${shelf.path}${bit}`;
        const below = rows.filter(({ id }) => liesOn(id, path));
        return writesOf({ roundId: shelf.roundId, path, version: 0 }, below);
      }),
    ];
  };

  return {
    async ofRound(roundId) {
      const { data } = await entity.query.ofRound({ roundId }).go({ pages: 'all' });
      return data.flatMap(rowsOf);
    },

    async shelvesOf(roundId, applicationIds) {
      const found: { shelf: Shelf; ids: readonly string[] }[] = [];
      let wanted = new Map([[root, applicationIds]]);
      while (wanted.size > 0) {
        const { data, unprocessed } = await entity
          .get([...wanted.keys()].map((path) => ({ roundId, path })))
          .go({ consistent: true });
        if (unprocessed.length > 0) throw new Error(`${unprocessed.length} shelves could not be read`);
        const deeper = new Map<string, readonly string[]>();
        for (const [path, ids] of wanted) {
          const item = data.find((one) => one.path === path);
          if (item?.split)
            for (const bit of ['0', '1']) {
              const here = ids.filter((id) => liesOn(id, `${path}${bit}`));
              if (here.length > 0) deeper.set(`${path}${bit}`, here);
            }
          else
            found.push({
              shelf: { roundId, path, version: item?.version ?? 0, rows: item ? rowsOf(item) : [] },
              ids,
            });
        }
        wanted = deeper;
      }
      return found;
    },

    async save(shelf, rows) {
      const writes = writesOf(shelf, rows);
      const [only] = writes;
      if (!only || writes.length > 1) {
        const saved = await transact(table, writes.map(putItem));
        return saved.ok ? saved : fail({ kind: 'conflict' });
      }
      // A plain conditional put: it leaves no event, and a transaction would cost its kilobytes twice.
      try {
        // ElectroDB's params() is untyped; here it is a put's input.
        await table.client.send(new PutCommand(only as PutCommandInput));
        return ok(undefined);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
        return fail({ kind: 'conflict' });
      }
    },
  };
};
