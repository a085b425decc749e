import type { Account } from '../../shared/accounts/account.ts';
import { addressHash } from '../../shared/accounts/account.ts';
import type { Application } from '../../shared/applications/application.ts';
import { organisationDigest, parts, personDigests } from '../../shared/conflicts/facts.ts';
import { findConflicts } from '../../shared/conflicts/find-conflicts.ts';
import type { Finding } from '../../shared/conflicts/finding.ts';
import type { Circumstances } from '../../shared/conflicts/own-findings.ts';
import type { PersonProfile } from '../../shared/conflicts/person-profile.ts';
import { resolvePlace } from '../../shared/conflicts/resolve-place.ts';
import type { Settlement } from '../../shared/conflicts/settlement.ts';
import type { Person } from '../../shared/kernel/actor.ts';
import {
  aProfile,
  fakeInterests,
  fakeProfiles,
  fakeSettlements,
  type GivenInterests,
} from './conflicts-fakes.ts';
import { anApplication, reviewer } from './reviews-fakes.ts';

export const person = (name: string, email: string, part: keyof typeof parts) =>
  personDigests('a1', { names: [name], addressHashes: email ? [addressHash(email)] : [] })
    .map((digest) => `${parts[part]}${digest}`)
    .join('');

/** Austin, TX – Oita; sent on January 12, 2027 with two partners, an official, an office contact and a traveller. */
export const austin = (over: Partial<Application> = {}): Application =>
  anApplication({
    organisationId: 'austin',
    partnershipId: 'austin-tx-oita',
    pair: { us: 'Austin, TX', jp: 'Oita', jpJa: '大分市' },
    facts: {
      us: 'TX',
      jp: 'Oita',
      orgs: ['Austin–Oita Committee, Inc.', 'Oita Toy Guild', 'JETAA Texoma']
        .map(organisationDigest)
        .join(''),
      people:
        person('Sarah J. Mayer', 'mayor@austin.example', 'official') +
        person('小野 桜', 'ono@city.oita.example', 'contact') +
        person('Tarō Satō', '', 'delegate'),
      chapters: ['jetaa-texoma'],
    },
    ...over,
  });

export const anAccount: Account = {
  id: 'reviewer-1',
  version: 1,
  email: 'r1@people.example',
  name: 'Nobody Inparticular',
  language: 'en',
  createdAt: '2026-01-01T00:00:00.000Z',
};
export const account = (over: Partial<Account> = {}): Account => ({ ...anAccount, ...over });

type Given = {
  person?: Person;
  profile?: Partial<PersonProfile>;
  account?: Partial<Account>;
  application?: Application;
  settled?: readonly Settlement[];
} & Circumstances &
  Omit<GivenInterests, 'named'>;

export const found = async (given: Given = {}): Promise<readonly Finding[]> => {
  const {
    person = reviewer(),
    profile,
    application = austin(),
    settled = [],
    account: known,
    ...rest
  } = given;
  const interests = fakeInterests({
    accounts: [account(known)],
    profiles: fakeProfiles(...(profile ? [aProfile(profile)] : [])),
    settlements: fakeSettlements(...settled),
    ...rest,
    named: [],
  });
  return findConflicts(await interests.ofPerson(person), application, rest);
};
export const kinds = async (given: Given = {}) => (await found(given)).map(({ kind }) => kind);

export const placement = (text: string, prefecture?: string) => ({
  place: resolvePlace({ text, prefecture }),
  role: 'ALT' as const,
  from: 2009,
  to: 2012,
});

export const settledFor = (cause: string, personId: string, outcome: 'none' | 'waived') =>
  ({
    ...{ roundId: 'round-1', applicationId: 'a1', personId, cause, version: 1 },
    ...{ outcome, reason: 'Asked', by: 'staff-1', at: '' },
  }) as const;
