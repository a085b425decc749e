import { Entity } from 'electrodb';
import * as z from 'zod';
import { hashToken } from '../kernel/link-token.ts';
import { cursorsWith } from '../table/cursor.ts';
import { exactCase, type Table } from '../table/table.ts';
import type { KeptForms } from './kept-form.port.ts';

const formSchema = z.object({
  personId: z.string(),
  path: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
});

const keptFormEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'kept-form', version: '1', service: 'shimai' },
      attributes: {
        tokenHash: { type: 'string', required: true },
        sealed: { type: 'string', required: true },
        until: { type: 'string', required: true },
        /** Seconds since 1970: the table's own expiry. */
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        byToken: {
          pk: {
            field: 'pk',
            composite: ['tokenHash'],
            template: 'kept-form#${tokenHash}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: [], template: 'kept-form', casing: exactCase },
        },
      },
    },
    table,
  );

const scope = 'kept-form';

/** Kept under the token's hash and sealed with the token itself. Single writes, no events: nothing has happened yet. */
export const keptFormStore = (table: Table): KeptForms => {
  const form = keptFormEntity(table);
  return {
    async save(token, kept, until) {
      await form
        .create({
          tokenHash: hashToken('kept-form', token),
          sealed: cursorsWith(token).seal(scope, JSON.stringify(kept)),
          until: until.toISOString(),
          expiresAt: Math.ceil(until.getTime() / 1000),
        })
        .go();
    },
    async find(token, now) {
      const { data } = await form.get({ tokenHash: hashToken('kept-form', token) }).go({ consistent: true });
      // The table forgets late.
      if (!data || now >= new Date(data.until)) return undefined;
      const opened = cursorsWith(token).open(scope, data.sealed);
      return opened === undefined ? undefined : formSchema.parse(JSON.parse(opened));
    },
  };
};
