import type { ConflictKind } from './conflict-kind.ts';
import { digestsIn, type Facts, partsOf } from './facts.ts';
import { type Finding, finding, saidUnder, saidUntil } from './finding.ts';
import { tellsWho } from './fold-name.ts';
import type { Judged } from './judged.ts';
import type { NamedPerson } from './named-reviewers.ts';
import { type AccountSigns, keysOfNamed, type Recognised } from './recognise.ts';

/** Where keys are found, and whatever makes of it another cause. */
type Found = { readonly evidence: Finding['evidence']; readonly cause: string };
type Look = (keys: readonly string[]) => readonly Found[];

/** What it is called where it is certain, where the name may be another's, and where it was the person's once. */
type Kinds = {
  readonly sure: ConflictKind;
  readonly alike: ConflictKind;
  readonly once: (until: string, found: Finding) => Finding;
};

/** Whether the person is in the application: as its official, its office's contact or a traveller. */
export const inApplication = (person: Recognised, application: Judged, facts: Facts): readonly Finding[] => {
  if (facts.people === '') return [];
  const sent = `${application.submission?.no ?? 0}`;
  const look: Look = (keys) =>
    // Sent again, it may name somebody else so.
    partsOf(facts, digestsIn(application.id, keys)).map((part) => ({ evidence: { part }, cause: sent }));
  return byName(person, { sure: 'in-application', alike: 'same-name', once: saidUntil }, look);
};

/** Whether the person is whom the applicant asked to keep away. */
export const namedByApplicant = (person: Recognised, named: readonly NamedPerson[]): readonly Finding[] => {
  const all = named.map((one) => ({ keys: keysOfNamed(one), cause: JSON.stringify(one) }));
  const look: Look = (keys) =>
    all
      .filter((one) => one.keys.some((key) => keys.includes(key)))
      .map(({ cause }) => ({ evidence: {}, cause }));
  const kinds: Kinds = {
    sure: 'named-by-applicant',
    alike: 'named-alike',
    // As what it is told as, it stays between the applicant and staff.
    once: (until, { kind, evidence, cause }) =>
      finding('named-alike', { ...evidence, was: kind, until }, cause),
  };
  return byName(person, kinds, look);
};

/** What tells who they are is found once, and stands; without it each account's names are found by themselves. */
const byName = ({ addresses, accounts }: Recognised, kinds: Kinds, look: Look): readonly Finding[] => {
  const certain = [addresses, ...accounts.map(({ sure }) => sure)].flatMap((keys) => look(keys));
  const unsure = look(addresses).length > 0 ? [] : accounts.filter(({ sure }) => look(sure).length === 0);
  return [
    ...certain.slice(0, 1).map(({ evidence }) => finding(kinds.sure, evidence)),
    ...unsure.flatMap((account) => ofAccount(account, kinds, look)),
  ];
};

/** Each name by itself, for staff to settle whose it is: one that is somebody else's too, and one that they went by. */
const ofAccount = ({ personId, alike, formerly }: AccountSigns, kinds: Kinds, look: Look) => {
  const of = (name: string, keys: readonly string[], kind: ConflictKind) =>
    look(keys).map(({ evidence, cause }) => finding(kind, { ...evidence, name }, cause));
  const once = formerly.flatMap(({ name, keys, until }) => {
    const toldWho = look(keys.filter(tellsWho)).length > 0;
    return of(name, keys, toldWho ? kinds.sure : kinds.alike).map((one) => kinds.once(until, one));
  });
  const now = alike.flatMap(({ name, keys }) => of(name, keys, kinds.alike));
  return [...now, ...once].map((one) => saidUnder(personId, one));
};
