import { createHash } from 'node:crypto';
import { CustomAttributeType, Entity } from 'electrodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import { ownItems } from '../table/own-items.ts';
import { exactCase, type Table } from '../table/table.ts';
import { deleteItem, putItem, type WriteItem } from '../table/transact.ts';
import type { Accounts } from './account.port.ts';
import { addressHash } from './account.ts';
import type { Way } from './close-account.ts';

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

/** The subjects of one person, with them: their sign-ins are found by it when they are to be erased. */
const signInEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'sign-in', version: '1', service: 'shimai' },
      attributes: {
        personId: { type: 'string', required: true },
        key: { type: 'string', required: true },
        /** As the provider names it. */
        subject: { type: 'string', required: true },
        at: { type: 'string', required: true },
      },
      indexes: {
        byPerson: {
          pk: { field: 'pk', composite: ['personId'], template: 'person#${personId}', casing: exactCase },
          sk: { field: 'sk', composite: ['key'], template: 'sign-in#${key}', casing: exactCase },
        },
      },
    },
    table,
  );

// Providers choose their subjects; one that may not stand in a key goes in as its hash.
const keyPart = (value: string) =>
  /^[A-Za-z0-9-]{1,64}$/.test(value) ? value : createHash('sha256').update(value).digest('hex');

/** Refuses an identity that leads somewhere already. */
export const identityWrites = (table: Table, identity: Identity): WriteItem[] => {
  const { kind, value, personId, at } = identity;
  const key = keyPart(value);
  const signIn = signInEntity(table).put({ personId, key, subject: value, at });
  return [
    putItem(
      identityEntity(table)
        .create({ ...identity, value: key })
        .params(),
    ),
    ...(kind === 'identity' ? [putItem(signIn.params())] : []),
  ];
};

/** Nobody comes in by it any more. One that leads to somebody else by now refuses all of it. */
export const identityRemoval = (table: Table, { kind, value, personId }: Way): WriteItem =>
  deleteItem(
    identityEntity(table)
      .delete({ kind, value: keyPart(value) })
      .where((stored, { eq }) => eq(stored.personId, personId))
      .params(),
  );

type Finding = Pick<Accounts, 'idBySubject' | 'idByAddress' | 'signInsOf'>;

export const identityStore = (table: Table): Finding => {
  const find = async (kind: Identity['kind'], value: string) => {
    const key = { kind, value: keyPart(value) };
    const { data } = await identityEntity(table).get(key).go({ consistent: true });
    return data?.personId;
  };
  return {
    idBySubject: (subject) => find('identity', subject),
    idByAddress: (hash) => find('address', hash),
    async signInsOf(personId) {
      const query = signInEntity(table).query.byPerson({ personId });
      const { data } = await query.go({ pages: 'all', consistent: true });
      return data.map(({ subject }) => subject);
    },
  };
};

/** By what someone signs in: their subjects, whose sign-in at the provider goes too, and what leads from an address here. */
export const signInData = (table: Table, forgetSignIn: (subject: string) => Promise<void>): PersonalData => {
  const own = ownItems(table, {
    name: 'sign-ins',
    under: (personId) => `person#${personId}`,
    begins: 'sign-in#',
    shows: ({ at }) => ({ at }),
  });
  const { signInsOf } = identityStore(table);
  const remove = async (kind: Identity['kind'], value: string, personIds: readonly string[]) => {
    const identity = identityEntity(table);
    const key = { kind, value: keyPart(value) };
    const { data } = await identity.get(key).go({ consistent: true });
    // Who has signed in again since has an account of their own.
    if (data && personIds.includes(data.personId)) await identity.delete(key).go();
  };
  return {
    ...own,
    async erase(whose, at) {
      const { personIds, addresses } = whose;
      for (const email of addresses) await remove('address', addressHash(email), personIds);
      for (const personId of personIds)
        for (const subject of await signInsOf(personId)) {
          await forgetSignIn(subject);
          await remove('identity', subject, personIds);
        }
      await own.erase(whose, at);
    },
  };
};
