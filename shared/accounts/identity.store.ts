import { createHash } from 'node:crypto';
import { CustomAttributeType, Entity } from 'electrodb';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, type WriteItem } from '../table/transact.ts';
import type { Accounts } from './account.port.ts';

/** What leads to an account: a verified address, or a subject at the identity provider. */
type Identity = { kind: 'address' | 'identity'; value: string; personId: string; at: string };

const identityEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'identity', version: '1', service: 'shimai' },
      attributes: {
        kind: { type: CustomAttributeType<Identity['kind']>('string'), required: true },
        value: { type: 'string', required: true },
        personId: { type: 'string', required: true },
        at: { type: 'string', required: true },
      },
      indexes: {
        byValue: {
          pk: { field: 'pk', composite: ['kind', 'value'], template: '${kind}#${value}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'account', casing: exactCase },
        },
      },
    },
    table,
  );

// Providers choose their subjects; one that may not stand in a key goes in as its hash.
const keyPart = (value: string) =>
  /^[A-Za-z0-9-]{1,64}$/.test(value) ? value : createHash('sha256').update(value).digest('hex');

/** Refuses an identity that leads somewhere already. */
export const identityWrite = (table: Table, identity: Identity): WriteItem =>
  putItem(
    identityEntity(table)
      .create({ ...identity, value: keyPart(identity.value) })
      .params(),
  );

export const identityStore = (table: Table): Pick<Accounts, 'idBySubject' | 'idByAddress'> => {
  const find = async (kind: Identity['kind'], value: string) => {
    const key = { kind, value: keyPart(value) };
    const { data } = await identityEntity(table).get(key).go({ consistent: true });
    return data?.personId;
  };
  return {
    idBySubject: (subject) => find('identity', subject),
    idByAddress: (hash) => find('address', hash),
  };
};
