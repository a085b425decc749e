import type { Accounts } from '../accounts/account.port.ts';
import { comparableHashes } from '../accounts/account.ts';
import type { EventsOf } from '../applications/application.port.ts';
import { idsOf, type Person } from '../kernel/actor.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { PersonProfiles } from './person-profile.port.ts';
import type { PersonProfile } from './person-profile.ts';
import { type SaidName, saidNames } from './said-names.ts';
import type { Settlements } from './settlement.port.ts';
import type { Settlement } from './settlement.ts';

/** All that is known of one person, whichever of their accounts it came with. */
export type PersonFacts = {
  readonly person: Person;
  /** Those they go by, and those they went by. */
  readonly names: readonly SaidName[];
  /** Of every address of theirs, with and without its `+tag`. */
  readonly addressHashes: readonly string[];
  readonly profiles: readonly PersonProfile[];
  /** The organisations they are, or were until a year, members of on the platform, by their legal names. */
  readonly belongings: readonly { readonly name: string; readonly to?: number }[];
  /** The JETAA chapters they lead or have led. */
  readonly ledChapters: readonly string[];
  /** Memberships that have ended, and when. */
  readonly formerly: readonly { readonly organisationId: string; readonly until: string }[];
  /** Partnerships they joined as an alum, in which role, and until when where they have left. */
  readonly joined: readonly JoinedPartnership[];
  readonly settled: readonly Settlement[];
};

export type JoinedPartnership = {
  readonly partnershipId: string;
  readonly role: string;
  readonly until?: string | undefined;
};

export type PersonFactsPorts = {
  accounts: Pick<Accounts, 'account'>;
  profiles: Pick<PersonProfiles, 'find'>;
  settlements: Pick<Settlements, 'ofPerson'>;
  eventsOf: EventsOf;
  organisations: Pick<PartnershipDirectory, 'organisation'>;
  /** Under one account's id. */
  joinedBy: (personId: string) => Promise<readonly JoinedPartnership[]>;
};

/**
 * Read anew at each step, all side by side: one wait, and a second for whoever has left an organisation. Nothing of it
 * is stored elsewhere, so nothing of it grows old.
 */
export const personFacts =
  ({ accounts, profiles, settlements, eventsOf, organisations, joinedBy }: PersonFactsPorts) =>
  async (person: Person): Promise<PersonFacts> => {
    const named = async (organisationId: string, to?: string) => {
      const found = await organisations.organisation(organisationId);
      return found ? [{ name: found.legalName, ...(to && { to: Number(to.slice(0, 4)) }) }] : [];
    };
    const current = Promise.all(organisationIdsOf(person).map((id) => named(id)));
    const of = await Promise.all(
      idsOf(person).map(async (id) => {
        const [known, profile, settled, events, joined] = await Promise.all([
          accounts.account(id),
          profiles.find(id),
          settlements.ofPerson(id),
          eventsOf(`person#${id}`),
          joinedBy(id),
        ]);
        return { id, known, profile, settled, events, joined };
      }),
    );
    const kept = of.flatMap(({ known }) => known ?? []);
    const formerly = of.flatMap(({ events }) => events.flatMap(endedMembership));
    const left = await Promise.all(formerly.map(({ organisationId, until }) => named(organisationId, until)));
    return {
      person,
      names: of.flatMap(({ id, known, profile }) => saidNames(id, known, profile)),
      addressHashes: kept.flatMap(({ email, addresses }) =>
        [email, ...(addresses ?? [])].flatMap(comparableHashes),
      ),
      profiles: of.flatMap(({ profile }) => profile ?? []),
      belongings: [...(await current), ...left].flat(),
      ledChapters: [...new Set([...ledNow(person), ...of.flatMap(({ events }) => events.flatMap(ledOnce))])],
      formerly,
      joined: of.flatMap(({ joined }) => joined),
      settled: of.flatMap(({ settled }) => settled),
    };
  };

const organisationIdsOf = ({ roles }: Person) =>
  roles.flatMap((role) => (role.kind === 'member' ? [role.organisationId] : []));

const ledNow = ({ roles }: Person) => roles.flatMap((role) => (role.kind === 'lead' ? [role.chapterId] : []));

// An officer is a member, and stays one when the office ends.
const ledOnce = ({ type, data }: DomainEvent) =>
  type === 'role-revoked' && data.role === 'lead' ? [String(data.scope)] : [];

const memberships = ['owner', 'editor', 'viewer'];

const endedMembership = ({ type, at, data }: DomainEvent) =>
  type === 'role-revoked' && memberships.includes(String(data.role))
    ? [{ organisationId: String(data.scope), until: at }]
    : [];
