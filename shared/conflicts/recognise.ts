import { comparableHashes } from '../accounts/account.ts';
import { organisationDigest, personKeys } from './facts.ts';
import { nameKeys } from './fold-name.ts';
import { saidOnly } from './former-facts.ts';
import type { NamedPerson } from './named-reviewers.ts';
import type { PersonFacts } from './person-facts.ts';

/** A person with what their names come to for comparing, which is the same for every application. */
export type Recognised = {
  readonly facts: PersonFacts;
  readonly keys: readonly string[];
  readonly organisations: ReadonlyMap<string, string>;
  readonly isMeant: (named: NamedPerson) => boolean;
};

export const recognise = (facts: PersonFacts): Recognised => {
  const said = facts.profiles.flatMap((profile) => [profile, ...profile.formerly.map(saidOnly)]);
  const belongings = [...facts.belongings, ...said.flatMap(({ organisations }) => organisations)];
  return {
    facts,
    keys: personKeys(facts),
    organisations: new Map(belongings.map(({ name }) => [name, organisationDigest(name)])),
    isMeant: isMeantBy(facts),
  };
};

/** Whether an applicant's words mean this person, for whom it is made once. */
export const isMeantBy = ({ names, addressHashes }: PersonFacts): ((named: NamedPerson) => boolean) => {
  const keys = new Set(names.flatMap(nameKeys));
  return ({ name, email }) =>
    (email !== '' && comparableHashes(email).some((hash) => addressHashes.includes(hash))) ||
    nameKeys(name).some((key) => keys.has(key));
};
