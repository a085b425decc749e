import { comparableHashes } from '../accounts/account.ts';
import { addressKeys, organisationDigests } from './facts.ts';
import { nameKeys, tellsWho } from './fold-name.ts';
import { saidOnly } from './former-facts.ts';
import type { NamedPerson } from './named-reviewers.ts';
import type { PersonFacts } from './person-facts.ts';
import type { SaidName } from './said-names.ts';

type Sign = Pick<SaidName, 'name'> & { readonly keys: readonly string[] };

/** By what names one account of theirs is recognised: what another says makes of none of it more, or less. */
export type AccountSigns = {
  readonly personId: string;
  /** Keys that tell who they are: of the names in kanji that they go by. */
  readonly sure: readonly string[];
  /** Names that they go by and share with others. */
  readonly alike: readonly Sign[];
  /** Names that they went by, as far as those they go by don't say as much. */
  readonly formerly: readonly (Sign & { readonly until: string })[];
};

/** A person with what their names come to for comparing, which is the same for every application. */
export type Recognised = {
  readonly facts: PersonFacts;
  readonly organisations: ReadonlyMap<string, readonly string[]>;
  readonly addresses: readonly string[];
  readonly accounts: readonly AccountSigns[];
};

export const recognise = (facts: PersonFacts): Recognised => {
  const said = facts.profiles.flatMap((profile) => [profile, ...profile.formerly.map(saidOnly)]);
  const belongings = [...facts.belongings, ...said.flatMap(({ organisations }) => organisations)];
  const accounts = Map.groupBy(facts.names, ({ personId }) => personId);
  return {
    facts,
    organisations: new Map(belongings.map(({ name }) => [name, organisationDigests(name)])),
    addresses: addressKeys(facts.addressHashes),
    accounts: [...accounts].map(([personId, names]) => signsOf(personId, names)),
  };
};

const signsOf = (personId: string, names: readonly SaidName[]): AccountSigns => {
  const signs = names.map((one) => ({ ...one, keys: nameKeys(one.name) }));
  const now = signs.filter(({ until }) => until === undefined);
  const keys = new Set(now.flatMap((one) => one.keys));
  return {
    personId,
    sure: [...keys].filter(tellsWho),
    alike: now.map(({ name, keys }) => ({ name, keys: keys.filter((key) => !tellsWho(key)) })),
    formerly: signs.flatMap(({ name, until, keys: all }) =>
      until === undefined ? [] : [{ name, until, keys: all.filter((key) => !keys.has(key)) }],
    ),
  };
};

/** What an applicant's words say of someone they ask to keep away, as keys. */
export const keysOfNamed = ({ name, email }: NamedPerson): readonly string[] => [
  ...(email === '' ? [] : addressKeys(comparableHashes(email))),
  ...nameKeys(name),
];

/** Whether an applicant's words can mean this person, for whom it is made once. */
export const canBeMeant = (facts: PersonFacts): ((named: NamedPerson) => boolean) => {
  const { addresses, accounts } = recognise(facts);
  const names = accounts.flatMap(({ sure, alike, formerly }) => [
    ...sure,
    ...[...alike, ...formerly].flatMap(({ keys }) => keys),
  ]);
  const keys = new Set([...addresses, ...names]);
  return (named) => keysOfNamed(named).some((key) => keys.has(key));
};
