import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { CustomAttributeType, Entity } from 'electrodb';
import { fail, ok } from '../kernel/result.ts';
import { exactCase, type Table } from '../table/table.ts';
import type { MatchLists } from './match-list.port.ts';
import { type MatchList, matchListSchema } from './match-list.ts';

const listEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'match-list', version: '1', service: 'shimai' },
      attributes: {
        partnershipId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        basis: { type: CustomAttributeType<MatchList['basis']>('any'), required: true },
        sought: { type: CustomAttributeType<MatchList['sought']>('any'), required: true },
        leftOut: { type: CustomAttributeType<NonNullable<MatchList['leftOut']>>('any') },
        /** The entries: a list is read whole, and sixty alumni say much alike. */
        packed: { type: CustomAttributeType<Uint8Array>('any'), required: true },
      },
      indexes: {
        ofPartnership: {
          pk: {
            field: 'pk',
            composite: ['partnershipId'],
            template: 'partnership#${partnershipId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: [], template: 'match-list', casing: exactCase },
        },
      },
    },
    table,
  );

const pack = (entries: MatchList['entries']): Uint8Array =>
  brotliCompressSync(JSON.stringify(entries), {
    // The highest quality would take a second for all lists of a change, and save a tenth.
    params: { [constants.BROTLI_PARAM_QUALITY]: 6 },
  });
const unpack = (packed: Uint8Array): unknown => JSON.parse(brotliDecompressSync(packed).toString('utf8'));

type Item = Omit<MatchList, 'entries' | 'leftOut'> & {
  leftOut?: NonNullable<MatchList['leftOut']>;
  packed: Uint8Array;
};
const listIn = ({ packed, ...head }: Item) => matchListSchema.parse({ ...head, entries: unpack(packed) });

export const matchListStore = (table: Table): MatchLists => {
  const entity = listEntity(table);
  return {
    async find(partnershipId) {
      const { data } = await entity.get({ partnershipId }).go({ consistent: true });
      return data ? listIn(data) : undefined;
    },
    async many(partnershipIds) {
      if (partnershipIds.length === 0) return [];
      const keys = [...new Set(partnershipIds)].map((partnershipId) => ({ partnershipId }));
      const { data, unprocessed } = await entity.get(keys).go({ consistent: true, concurrent: 4 });
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} lists could not be read`);
      return data.map(listIn);
    },
    async save({ entries, ...head }) {
      const item = { ...head, packed: pack(entries) };
      const write =
        head.version === 1
          ? entity.create(item).params()
          : entity
              .put(item)
              // Only what was read may be replaced, or one of two alumni would be lost from it.
              .where((stored, { eq }) => eq(stored.version, head.version - 1))
              .params();
      // A plain conditional put: it leaves no event, and a transaction would cost its kilobytes twice.
      try {
        // ElectroDB's params() is untyped; here it is a put's input.
        await table.client.send(new PutCommand(write as PutCommandInput));
        return ok(undefined);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
        return fail({ kind: 'conflict' });
      }
    },
  };
};
