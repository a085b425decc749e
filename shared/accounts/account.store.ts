import { CustomAttributeType, Entity } from 'electrodb';
import type { Person } from '../kernel/actor.ts';
import type { PersonalData } from '../kernel/personal-data.ts';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { deleteItem, putItem, transact, type WriteItem } from '../table/transact.ts';
import type { Accounts, KnownPerson, People } from './account.port.ts';
import { type Account, type AccountChange, accountSchema, addressHash } from './account.ts';
import type { Closing } from './close-account.ts';
import { identityRemoval, identityStore, identityWrites } from './identity.store.ts';
import { type Merge, widest } from './merge-accounts.ts';
import { carryWrites, roleHeld, roleRemoval, roleStore, rolesOf } from './role.store.ts';

const accountEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'account', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        email: { type: 'string', required: true },
        name: { type: 'string', required: true },
        language: { type: CustomAttributeType<Account['language']>('string'), required: true },
        createdAt: { type: 'string', required: true },
        addresses: { type: CustomAttributeType<NonNullable<Account['addresses']>>('any') },
        formerNames: { type: CustomAttributeType<NonNullable<Account['formerNames']>>('any') },
        formerly: { type: CustomAttributeType<NonNullable<Account['formerly']>>('any') },
        mergedInto: { type: 'string' },
        mergeReason: { type: 'string' },
        deletedAt: { type: 'string' },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'person#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'account', casing: exactCase },
        },
      },
    },
    table,
  );

const actorOf = ({ id, formerly }: Account, roles: Person['roles']): Person => ({
  kind: 'person',
  personId: id,
  roles,
  ...(formerly && { formerly }),
});

/** A new account with its address and, at a sign-in, its identity; for whatever transaction opens it. */
export const accountWrites = (
  table: Table,
  { account, events }: AccountChange,
  subject?: string,
): WriteItem[] => {
  const { id: personId, createdAt: at } = account;
  return [
    putItem(accountEntity(table).create(account).params()),
    // The address refuses a second account for the same person, whichever way they come in.
    ...identityWrites(table, { kind: 'address', value: addressHash(account.email), personId, at }),
    ...(subject ? identityWrites(table, { kind: 'identity', value: subject, personId, at }) : []),
    ...eventWrites(table, events),
  ];
};

/** An account's next version, in place of the very version that was read. */
export const accountVersionWrite = (table: Table, account: Account): WriteItem =>
  putItem(
    accountEntity(table)
      .put(account)
      .where(({ version }, { eq }) => eq(version, account.version - 1))
      .params(),
  );

/** Both accounts, the roles that move, and the events, for one transaction: there is no moment in between. */
export const mergeWrites = (table: Table, merge: Merge): WriteItem[] => [
  accountVersionWrite(table, merge.survivor),
  accountVersionWrite(table, merge.merged),
  ...carryWrites(table, merge),
  ...eventWrites(table, merge.events),
];

/** An account is nobody's any more, with what led to it and what it might do: all of it in the same moment. */
const closingWrites = (table: Table, closing: Closing): WriteItem[] => [
  accountVersionWrite(table, closing.account),
  ...closing.ways.map((way) => identityRemoval(table, way)),
  ...closing.taken.flatMap((change) => roleRemoval(table, change)),
  ...closing.relied.map((held) => roleHeld(table, held)),
  ...eventWrites(table, closing.events),
];

/** Accounts and roles as the table has them: `People` for every area, `Accounts` for this one. */
export const accountStore = (
  table: Table,
): People & Accounts & { personOf(subject: string): Promise<Person | undefined> } => {
  const entity = accountEntity(table);
  const { idBySubject, idByAddress, signInsOf } = identityStore(table);
  const roles = roleStore(table);
  const readRoles = rolesOf(table);
  const account = async (id: string): Promise<Account | undefined> => {
    const { data } = await entity.get({ id }).go({ consistent: true });
    return data ? accountSchema.parse(data) : undefined;
  };
  const find = async (personId: string): Promise<KnownPerson | undefined> => {
    // Two keys of one partition, read side by side: one wait.
    const [known, held] = await Promise.all([account(personId), readRoles(personId)]);
    if (!known) return undefined;
    if (known.deletedAt) return undefined;
    // A merged account takes no more in, so there is no circle to follow.
    if (known.mergedInto) return find(known.mergedInto);
    // What was granted to a former id in the moment of the merge counts too.
    const earlier = await Promise.all((known.formerly ?? []).map(readRoles));
    return { account: known, actor: actorOf(known, widest([...held, ...earlier.flat()])) };
  };
  return {
    idBySubject,
    idByAddress,
    account,
    find,

    /** Who a bearer token's subject is here; undefined before the first sign-in by page. */
    async personOf(subject) {
      const personId = await idBySubject(subject);
      return personId ? (await find(personId))?.actor : undefined;
    },

    async many(personIds) {
      if (personIds.length === 0) return [];
      const keys = [...new Set(personIds)].map((id) => ({ id }));
      const { data, unprocessed } = await entity.get(keys).go();
      // Who was not read would pass for somebody who does not exist.
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} accounts could not be read`);
      return data.map((one) => accountSchema.parse(one)).filter(({ deletedAt }) => !deletedAt);
    },

    open: (change, subject) => transact(table, accountWrites(table, change, subject)),

    link: (personId, subject, at) =>
      transact(
        table,
        identityWrites(table, { kind: 'identity', value: subject, personId, at: at.toISOString() }),
      ),

    save: ({ account: changed, events }) =>
      transact(table, [accountVersionWrite(table, changed), ...eventWrites(table, events)]),

    merge: (merge) => transact(table, mergeWrites(table, merge)),
    signInsOf,
    close: (closing) => transact(table, closingWrites(table, closing)),

    async forget(personIds, events) {
      const [survivor, ...merged] = personIds;
      if (survivor === undefined) return;
      // Merged ones first: as long as the last one stands, a retry finds who they all were.
      for (const id of merged) await entity.delete({ id }).go();
      await transact(table, [
        deleteItem(
          entity
            .delete({ id: survivor })
            .where(({ deletedAt }, { exists }) => exists(deletedAt))
            .params(),
        ),
        ...eventWrites(table, events),
      ]);
    },

    async membersOf(organisationId) {
      const held = await roles.membersOf(organisationId);
      return held.flatMap(({ personId, role }) =>
        role.kind === 'member' ? [{ personId, as: role.as }] : [],
      );
    },

    async reviewersOf(roundId) {
      return (await roles.reviewersOf(roundId)).map(({ personId }) => personId);
    },
  };
};

/** The account as its person reads it. It is what all else is found by, so it goes last and by itself (`forget`). */
export const accountData = (table: Table): PersonalData => ({
  name: 'account',
  async export({ personIds }) {
    const { data } = await accountEntity(table)
      .get(personIds.map((id) => ({ id })))
      .go();
    return data.map(({ id, name, email, addresses, language, createdAt, formerNames }) => ({
      ...{ id, name, email, language, createdAt },
      ...(addresses && { addresses }),
      ...(formerNames && { formerNames }),
    }));
  },
  erase: async () => undefined,
});
