import { CustomAttributeType, Entity } from 'electrodb';
import type { Role } from '../kernel/actor.ts';
import type { PersonalData } from '../kernel/personal-data.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { checkItem, deleteItem, putItem, transact, type WriteItem } from '../table/transact.ts';
import type { Merge } from './merge-accounts.ts';
import type { RoleHolder, Roles } from './role.port.ts';
import { type RoleChange, roleEvent, roleName, roleSchema, type SignedPledge, scopeOf } from './role.ts';

const roleEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'role', version: '1', service: 'shimai' },
      attributes: {
        personId: { type: 'string', required: true },
        kind: { type: CustomAttributeType<Role['kind']>('string'), required: true },
        scope: { type: 'string', required: true },
        role: { type: CustomAttributeType<Role>('any'), required: true },
        grantedAt: { type: 'string', required: true },
        grantedBy: { type: 'string', required: true },
        pledge: { type: CustomAttributeType<SignedPledge>('any') },
      },
      indexes: {
        byPerson: {
          pk: { field: 'pk', composite: ['personId'], template: 'person#${personId}', casing: exactCase },
          sk: {
            field: 'sk',
            composite: ['kind', 'scope'],
            template: 'role#${kind}#${scope}',
            casing: exactCase,
          },
        },
        byScope: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['kind', 'scope'],
            template: '${kind}#${scope}/people',
            casing: exactCase,
          },
          sk: { field: 'gsi2sk', composite: ['personId'], template: 'person#${personId}', casing: exactCase },
        },
      },
    },
    table,
  );

const keyOf = ({ personId, role }: RoleChange) => ({ personId, kind: role.kind, scope: scopeOf(role) });

/**
 * A role and its event, for the transaction of whatever brings it about. Refuses one that is held already, unless
 * it says what it replaces.
 */
export const roleWrites = (table: Table, grant: RoleChange): WriteItem[] => {
  const { role, by, at, pledge, replaces } = grant;
  const entity = roleEntity(table);
  const item = {
    ...keyOf(grant),
    role,
    grantedAt: at.toISOString(),
    grantedBy: by,
    ...(pledge && { pledge }),
  };
  return [
    putItem(
      replaces
        ? entity
            .put(item)
            .where(({ personId }, { exists }) => exists(personId))
            .params()
        : entity.create(item).params(),
    ),
    ...eventWrites(table, [roleEvent('role-granted', grant)]),
  ];
};

/**
 * The roles of a merged account move to the survivor as they were granted: since when, by whom, with which pledge. What
 * changed since it was read refuses all of it.
 */
export const carryWrites = (
  table: Table,
  { survivor, merged, carried, dropped, by: who, at }: Merge,
): WriteItem[] => {
  const entity = roleEntity(table);
  return [
    ...carried.flatMap(({ held, replaces }) => {
      const { role, since, by, pledge } = held;
      const grant = { personId: survivor.id, role, by: who, at };
      const item = { ...keyOf(grant), role, grantedAt: since, grantedBy: by, ...(pledge && { pledge }) };
      const written = replaces
        ? entity.put(item).where(({ personId }, { exists }) => exists(personId))
        : entity.create(item);
      return [putItem(written.params()), ...eventWrites(table, [roleEvent('role-granted', grant)])];
    }),
    ...dropped.map(({ role }) =>
      deleteItem(entity.remove(keyOf({ personId: merged.id, role, by: who, at })).params()),
    ),
  ];
};

/** Takes a role that is held, with its event; refuses one that is not, or a second click would leave a second event. */
export const roleRemoval = (table: Table, change: RoleChange): WriteItem[] => [
  deleteItem(roleEntity(table).remove(keyOf(change)).params()),
  ...eventWrites(table, [roleEvent('role-revoked', change)]),
];

/** Writes nothing: says that this very role has to be held still. */
export const roleHeld = (
  table: Table,
  { personId, role }: Pick<RoleChange, 'personId' | 'role'>,
): WriteItem =>
  checkItem(
    roleEntity(table)
      .delete({ personId, kind: role.kind, scope: scopeOf(role) })
      .where((stored, { eq }) => eq(stored.role, role))
      .params(),
  );

/** A person's roles as they stand, read from the table itself: taking one away works at once. */
export const rolesOf =
  (table: Table) =>
  async (personId: string): Promise<readonly Role[]> => {
    const query = roleEntity(table).query.byPerson({ personId });
    const { data } = await query.go({ pages: 'all', consistent: true });
    return data.map(({ role }) => roleSchema.parse(role));
  };

export const roleStore = (table: Table): Roles => {
  const role = roleEntity(table);
  const holders = async (kind: Role['kind'], scope: string): Promise<readonly RoleHolder[]> => {
    const { data } = await role.query.byScope({ kind, scope }).go({ pages: 'all' });
    return data.map((held) => ({
      personId: held.personId,
      role: roleSchema.parse(held.role),
      since: held.grantedAt,
    }));
  };
  return {
    async heldBy(personId) {
      const { data } = await role.query.byPerson({ personId }).go({ pages: 'all', consistent: true });
      return data.map((held) => ({
        role: roleSchema.parse(held.role),
        since: held.grantedAt,
        by: held.grantedBy,
        ...(held.pledge && { pledge: held.pledge }),
      }));
    },
    grant: (change) => transact(table, roleWrites(table, change)),
    revoke: (change) => transact(table, roleRemoval(table, change)),
    staffOf: (programId) => holders('staff', programId),
    reviewersOf: (roundId) => holders('reviewer', roundId),
    leadsOf: (chapterId) => holders('lead', chapterId),
    membersOf: (organisationId) => holders('member', organisationId),
  };
};

/** What someone may do; what the account's end has not taken already. */
export const roleData = (table: Table): PersonalData => {
  const { heldBy, revoke } = roleStore(table);
  return {
    name: 'roles',
    async export({ personIds }) {
      const held = await Promise.all(personIds.map(heldBy));
      return held.flat().map(({ role, since, pledge }) => ({
        ...{ role: roleName(role), scope: scopeOf(role), since },
        ...(pledge && { pledgeSignedAt: pledge.at }),
      }));
    },
    async erase({ personIds }, at) {
      for (const personId of personIds)
        for (const { role } of await heldBy(personId))
          await revoke({ personId, role, by: 'system:erasure', at });
    },
  };
};
