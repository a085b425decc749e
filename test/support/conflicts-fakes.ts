import type { Account } from '../../shared/accounts/account.ts';
import type { Interests } from '../../shared/conflicts/interests.port.ts';
import type { NamedReviewerLists } from '../../shared/conflicts/named-reviewers.port.ts';
import type { NamedReviewers } from '../../shared/conflicts/named-reviewers.ts';
import { type JoinedPartnership, personFacts } from '../../shared/conflicts/person-facts.ts';
import type { PersonProfiles } from '../../shared/conflicts/person-profile.port.ts';
import {
  type PersonProfile,
  type ProfileDetails,
  personProfileSchema,
  profileDetailsSchema,
} from '../../shared/conflicts/person-profile.ts';
import type { Settlements } from '../../shared/conflicts/settlement.port.ts';
import type { Settlement } from '../../shared/conflicts/settlement.ts';
import type { DomainEvent } from '../../shared/kernel/event.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import type { Organisation } from '../../shared/partnerships/partnership.ts';

export const aProfile = (over: Partial<PersonProfile> = {}): PersonProfile => ({
  ...personProfileSchema.parse({
    personId: 'reviewer-1',
    version: 1,
    savedAt: '2027-01-05T09:00:00.000Z',
  }),
  ...over,
});

export const profileDetails = (over: Partial<ProfileDetails> = {}): ProfileDetails => ({
  ...profileDetailsSchema.parse({}),
  ...over,
});

/** Profiles in memory, as strict about versions as the store. */
export const fakeProfiles = (...held: PersonProfile[]): PersonProfiles => {
  const byPerson = new Map(held.map((one) => [one.personId, one]));
  return {
    find: async (personId) => byPerson.get(personId),
    many: async (ids) => ids.flatMap((id) => byPerson.get(id) ?? []),
    save: async ({ profile }) => {
      if ((byPerson.get(profile.personId)?.version ?? 0) !== profile.version - 1)
        return fail({ kind: 'conflict' });
      byPerson.set(profile.personId, profile);
      return ok(undefined);
    },
  };
};

/** Settlements in memory, as strict about versions as the store. */
export const fakeSettlements = (...held: Settlement[]): Settlements & { held: Settlement[] } => {
  const same = (one: Settlement, other: Settlement) =>
    one.personId === other.personId && one.applicationId === other.applicationId && one.cause === other.cause;
  return {
    held,
    ofPerson: async (personId) => held.filter((one) => one.personId === personId),
    save: async ({ settlement }) => {
      const at = held.findIndex((one) => same(one, settlement));
      if ((held[at]?.version ?? 0) !== settlement.version - 1) return fail({ kind: 'conflict' });
      held.splice(at < 0 ? held.length : at, 1, settlement);
      return ok(undefined);
    },
  };
};

/** Applicants' lists in memory, as strict about versions as the store. */
export const fakeNamedReviewers = (...held: NamedReviewers[]): NamedReviewerLists => {
  const byApplication = new Map(held.map((one) => [one.applicationId, one]));
  return {
    find: async (applicationId) => byApplication.get(applicationId),
    ofRound: async (roundId) => [...byApplication.values()].filter((one) => one.roundId === roundId),
    save: async ({ named }) => {
      if ((byApplication.get(named.applicationId)?.version ?? 0) !== named.version - 1)
        return fail({ kind: 'conflict' });
      byApplication.set(named.applicationId, named);
      return ok(undefined);
    },
  };
};

export type GivenInterests = {
  readonly accounts?: readonly Account[];
  readonly profiles?: ReturnType<typeof fakeProfiles>;
  readonly settlements?: Settlements;
  readonly organisations?: readonly Organisation[];
  readonly named?: readonly NamedReviewers[];
  /** Partnerships people joined as alumni, by their ids. */
  readonly joined?: Readonly<Record<string, readonly JoinedPartnership[]>>;
  /** What happened to people, by `person#<id>`. */
  readonly events?: readonly DomainEvent[];
};

/** What is known of people, in memory; read anew each time, as from the table. */
export const fakeInterests = (given: GivenInterests = {}): Interests => ({
  ofPerson: personFacts({
    accounts: { account: async (id) => given.accounts?.find((one) => one.id === id) },
    profiles: given.profiles ?? fakeProfiles(),
    settlements: given.settlements ?? fakeSettlements(),
    eventsOf: async (subject) => (given.events ?? []).filter((one) => one.subject === subject),
    organisations: {
      organisation: async (id) => given.organisations?.find((one) => one.id === id),
    },
    joinedBy: async (id) => given.joined?.[id] ?? [],
  }),
  namedIn: async (roundId) => (given.named ?? []).filter((one) => one.roundId === roundId),
});
