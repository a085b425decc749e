import type { Applications } from '../applications/application.port.ts';
import { idsOf, isSelf, isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { leadingAsia } from '../programs/round.ts';
import type { DeletionRefused } from './account.errors.ts';
import type { Accounts, KnownPerson } from './account.port.ts';
import { addressHash, normaliseAddress } from './account.ts';
import { closeAccount, type DeletionReason, type Relied, type Way } from './close-account.ts';
import type { Roles } from './role.port.ts';
import { whoseAccount } from './whose.ts';

type Standing = {
  roles: Pick<Roles, 'staffOf' | 'membersOf'>;
  applications: Pick<Applications, 'ofOrganisation'>;
};
type Ports = Standing & {
  accounts: Pick<Accounts, 'find' | 'account' | 'idByAddress' | 'idBySubject' | 'signInsOf' | 'close'>;
  roles: Pick<Roles, 'staffOf' | 'membersOf' | 'heldBy'>;
};
type Failures = NotFound | Conflict | InvalidInput | DeletionRefused;
export type Deleted = { readonly deletedAt: string };

/** What has to be seen to before the account can go; nothing where it can. For the person's own page. */
export const viewDeletion =
  (ports: Standing): UseCase<unknown, { readonly refused?: DeletionRefused | undefined }, NotFound> =>
  async (actor) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const relied = await reliedOn(ports, actor);
    return ok(relied.ok ? {} : { refused: relied.failure });
  };

/** A person deletes their own account, by typing an address of theirs. At once and for good; nobody gets mail. */
export const deleteAccount =
  (ports: Ports): UseCase<{ email: string }, Deleted, Failures> =>
  async (actor, { email }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const known = await ports.accounts.find(actor.personId);
    if (!known) return fail({ kind: 'not-found' });
    return close(ports, known, { email, by: actor.personId, at: receivedAt, why: 'own' });
  };

type OnRequest = { personId: string; email: string; reason: Exclude<DeletionReason, 'own'> };

/** Staff delete another's account because that person asked, as the event says; their own they delete as anyone does. */
export const deletePerson =
  (ports: Ports): UseCase<OnRequest, Deleted, Failures> =>
  async (actor, { personId, email, reason }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const known = await ports.accounts.find(personId);
    if (!known) return fail({ kind: 'not-found' });
    if (isSelf(actor, known.account.id)) return fail({ kind: 'deletion-refused', why: 'own' });
    return close(ports, known, { email, by: actor.personId, at: receivedAt, why: reason });
  };

type Act = {
  readonly email: string;
  readonly by: string;
  readonly at: Date;
  readonly why: DeletionReason;
};

const close = async (
  ports: Ports,
  { account, actor }: KnownPerson,
  { email, ...act }: Act,
): Promise<Result<Deleted, Failures>> => {
  const { accounts, roles } = ports;
  const [whose, relied] = await Promise.all([whoseAccount(accounts, account), reliedOn(ports, actor)]);
  if (!whose.addresses.includes(normaliseAddress(email)))
    return fail({ kind: 'invalid-input', fields: [{ path: 'email', code: 'not-theirs' }] });
  if (!relied.ok) return relied;
  const [held, ways] = await Promise.all([
    Promise.all(
      idsOf(actor).map(async (personId) =>
        (await roles.heldBy(personId)).map((one) => ({ ...one, personId })),
      ),
    ),
    waysTo(accounts, whose.personIds, whose.addresses),
  ]);
  const closing = closeAccount({ account, ways, held: held.flat(), relied: relied.value, ...act });
  const saved = await accounts.close(closing);
  return saved.ok ? ok({ deletedAt: act.at.toISOString() }) : saved;
};

/** Whatever signs in to any of these accounts, as it stands. */
const waysTo = async (
  accounts: Ports['accounts'],
  personIds: readonly string[],
  addresses: readonly string[],
): Promise<readonly Way[]> => {
  const subjects = await Promise.all(personIds.map((id) => accounts.signInsOf(id)));
  const way = async (
    kind: Way['kind'],
    value: string,
    find: (value: string) => Promise<string | undefined>,
  ) => {
    const personId = await find(value);
    return personId !== undefined && personIds.includes(personId) ? [{ kind, value, personId }] : [];
  };
  const all = await Promise.all([
    ...addresses.map((email) => way('address', addressHash(email), accounts.idByAddress)),
    ...subjects.flat().map((subject) => way('identity', subject, accounts.idBySubject)),
  ]);
  return all.flat();
};

/** Who stays in charge of what this person leaves: one other owner of each organisation that applies, one other of staff. */
const reliedOn = async (
  { roles, applications }: Standing,
  person: Person,
): Promise<Result<readonly Relied[], DeletionRefused>> => {
  const owned = person.roles.flatMap((role) =>
    role.kind === 'member' && role.as === 'owner' ? [role.organisationId] : [],
  );
  const owners = await Promise.all(
    owned.map(async (organisationId) => {
      const [members, { items }] = await Promise.all([
        roles.membersOf(organisationId),
        applications.ofOrganisation(organisationId),
      ]);
      const other = members.find(
        ({ personId, role }) => role.kind === 'member' && role.as === 'owner' && !isSelf(person, personId),
      );
      return { organisationId, applies: items.length > 0, other };
    }),
  );
  const alone = owners.filter(({ applies, other }) => applies && !other);
  if (alone.length > 0)
    return fail({
      kind: 'deletion-refused',
      why: 'last-owner',
      organisationIds: alone.map(({ organisationId }) => organisationId),
    });
  const colleagues = isStaff(person) ? await roles.staffOf(leadingAsia) : [];
  const colleague = colleagues.find(({ personId }) => !isSelf(person, personId));
  if (isStaff(person) && !colleague) return fail({ kind: 'deletion-refused', why: 'only-staff' });
  return ok([
    ...owners.flatMap(({ applies, other }) => (applies && other ? [other] : [])),
    ...(colleague ? [colleague] : []),
  ]);
};
