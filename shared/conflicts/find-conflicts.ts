import { comparableHashes } from '../accounts/account.ts';
import type { Application } from '../applications/application.ts';
import { membership } from '../kernel/actor.ts';
import { deriveId } from '../kernel/ids.ts';
import { foldPlace } from '../reference/fold-place.ts';
import { jetaaChapter } from '../reference/jetaa-chapters.ts';
import { regionOf } from '../reference/regions.ts';
import { type ConflictClass, type ConflictKind, classOf } from './conflict-kind.ts';
import { digestsIn, type Facts, organisationDigest, organisationsIn, partOf, personKeys } from './facts.ts';
import { factsKnown } from './facts-known.ts';
import { nameKeys } from './fold-name.ts';
import { formerOf, saidOnly } from './former-facts.ts';
import type { NamedPerson, NamedReviewers } from './named-reviewers.ts';
import type { PersonFacts } from './person-facts.ts';
import type { JapanesePlace, Said } from './reviewer-profile.ts';
import type { Settlement } from './settlement.ts';

/** What of an application's head conflicts are computed from. */
export type Judged = Pick<
  Application,
  'id' | 'organisationId' | 'partnershipId' | 'pair' | 'submission' | 'facts'
>;

/** One reason that keeps a person from an application, with what it rests on; staff may have settled it. */
export type Finding = {
  readonly kind: ConflictKind;
  readonly class: ConflictClass;
  /** Stands for this reason in a settlement. */
  readonly cause: string;
  /** Names, places and years as the page words them. */
  readonly evidence: Readonly<Record<string, string>>;
  readonly settled?: Settlement | undefined;
};

export type Circumstances = {
  /** Those of the person's organisations that apply in the round. */
  readonly applying?: readonly string[];
  /** What applicants of the round say. */
  readonly named?: readonly NamedReviewers[];
  /** What was sent in the round: rivals are among it. Without it none is looked for. */
  readonly others?: readonly Judged[];
  /** Applications with which the person has declared a conflict. */
  readonly declared?: ReadonlySet<string>;
};

const finding = (
  kind: ConflictKind,
  evidence: Finding['evidence'] = {},
  ...parts: readonly string[]
): Finding => ({
  kind,
  class: classOf(kind),
  cause: deriveId('conflict', kind, ...parts, ...Object.values(evidence)),
  evidence,
});

/**
 * Every reason that keeps this person from an application, computed from what is known this moment. The one place
 * that decides it: pages, steps, plans and lists all ask here. Order: hard, unknown, soft. For a whole round it is made
 * once a person: their ties with a rival are the same whichever application is asked about.
 */
export const conflictsFor = (
  person: PersonFacts,
  circumstances: Circumstances = {},
): ((application: Judged) => readonly Finding[]) => {
  const known = knownOf(person);
  const rivals = rivalsFor(known, circumstances);
  return (application) => {
    const own = hardAndUnknown(known, application, circumstances);
    const found = [...own, ...rivals(application)];
    const settled = found.map((one) => ({ ...one, settled: settlementOf(person, application, one) }));
    return settled.toSorted((a, b) => order.indexOf(a.class) - order.indexOf(b.class));
  };
};

/** The same of one application. */
export const findConflicts = (
  person: PersonFacts,
  application: Judged,
  circumstances: Circumstances = {},
): readonly Finding[] => conflictsFor(person, circumstances)(application);

const order: readonly ConflictClass[] = ['hard', 'unknown', 'soft'];

/** Whether a reason stands in the way: always if hard, until it is waived if soft, until settled as none if unknown. */
export const stands = ({ class: kind, settled }: Finding): boolean =>
  kind === 'hard' || settled === undefined || settled.outcome === 'conflict';

/** What keeps the person out, the gravest first; undefined where nothing does. */
export const keptBy = (findings: readonly Finding[]): ConflictKind | undefined => findings.find(stands)?.kind;

const settlementOf = ({ settled }: PersonFacts, { id }: Judged, { cause }: Finding) =>
  settled
    .filter((one) => one.applicationId === id && one.cause === cause)
    // Of two that accounts brought along when they were merged, the one that keeps out.
    .toSorted((a, b) => Number(b.outcome === 'conflict') - Number(a.outcome === 'conflict'))[0];

/** A person with what their names come to for comparing, which is the same for every application. */
type Recognised = {
  readonly facts: PersonFacts;
  readonly keys: readonly string[];
  readonly organisations: ReadonlyMap<string, string>;
  readonly isMeant: (named: NamedPerson) => boolean;
};

const knownOf = (facts: PersonFacts): Recognised => {
  const said = facts.profiles.flatMap((profile) => [profile, ...profile.formerly.map(saidOnly)]);
  const belongings = [...facts.belongings, ...said.flatMap(({ organisations }) => organisations)];
  return {
    facts,
    keys: personKeys(facts),
    organisations: new Map(belongings.map(({ name }) => [name, organisationDigest(name)])),
    isMeant: isMeantBy(facts),
  };
};

const hardAndUnknown = (
  recognised: Recognised,
  application: Judged,
  { applying = [], named = [], declared }: Circumstances,
): Finding[] => {
  const { facts, keys, organisations: digests } = recognised;
  const { person, profiles } = facts;
  const found: Finding[] = [];
  if (declared?.has(application.id)) found.push(finding('declared'));
  if (membership(person, application.organisationId) || wasMember(facts, application))
    found.push(finding('member-of-applicant'));
  if (applying.some((id) => id !== application.organisationId && membership(person, id)))
    found.push(finding('applies-in-round'));
  found.push(...namedByApplicant(recognised, application, named));
  const known = factsKnown(application);
  const part = known.people === '' ? undefined : partOf(known, digestsIn(application.id, keys));
  if (part) found.push(finding('in-application', { part }));
  found.push(...organisations(facts.belongings, digests, application, known));
  const restingOn = (said: Said): Finding[] => [
    ...organisations(said.organisations, digests, application, known),
    ...homes(said, application, known),
    ...placements(said, application, known),
    ...partnerships(said, application),
    ...chapters(said, known),
  ];
  for (const profile of profiles) {
    const formerly = formerOf(profile).flatMap((one) =>
      restingOn(saidOnly(one)).map((found) => saidUntil(one.until, found)),
    );
    const said = [...restingOn(profile), ...formerly];
    found.push(...said.map((one) => saidUnder(profile.personId, one)));
  }
  return found;
};

/**
 * What rests on something that the profile says no longer: a mistake, or a way around, which staff settle. What was
 * settled while it was said, or when it was removed another time, settles nothing of it.
 */
const saidUntil = (until: string, { kind, cause, evidence }: Finding): Finding =>
  finding('formerly-said', { ...evidence, was: kind, until }, cause);

/** What was settled of one account's profile settles nothing of another's, also once the two are one person. */
const saidUnder = (personId: string, one: Finding): Finding => ({
  ...one,
  cause: deriveId('conflict', personId, one.cause),
});

/** Five years back from the day the application was sent. */
const since = ({ submission }: Judged): string => {
  const at = submission?.at ?? '0000';
  return `${String(Number(at.slice(0, 4)) - 5).padStart(4, '0')}${at.slice(4)}`;
};

const wasMember = ({ formerly }: PersonFacts, application: Judged) =>
  formerly.some(
    ({ organisationId, until }) =>
      organisationId === application.organisationId && until >= since(application),
  );

type Belonging = { readonly name: string; readonly from?: number; readonly to?: number };

const organisations = (
  all: readonly Belonging[],
  digests: Recognised['organisations'],
  application: Judged,
  facts: Facts,
): Finding[] => {
  const { applicant, partners } = organisationsIn(facts);
  const year = Number(since(application).slice(0, 4));
  return all
    .filter(({ to }) => to === undefined || to >= year)
    .flatMap(({ name, from, to }) => {
      const digest = digests.get(name) ?? '';
      const side = digest === applicant ? 'applicant' : partners.includes(digest) ? 'partner' : undefined;
      return side ? [finding('organisation', { side, name, from: `${from ?? ''}`, to: `${to ?? ''}` })] : [];
    });
};

const stateName = (code: string) => regionOf(code)?.name ?? code;
/** `Austin` of `Austin, TX`. */
const usName = ({ pair }: Judged) => pair.us.replace(/, [A-Z]{2}$/, '');
const isWholeState = (application: Judged) => /^State of |^Guam$/.test(usName(application));
const isCounty = (application: Judged) => / (County|Parish)$/.test(usName(application));

const homes = ({ home }: Said, application: Judged, facts: Facts): Finding[] => {
  if (home?.in === 'us') {
    if (home.state !== facts.us) return [];
    const evidence = { side: 'us', home: `${home.city}, ${home.state}`, place: application.pair.us };
    const same = foldPlace(home.city) === foldPlace(usName(application));
    if (same || isWholeState(application)) return [finding('home', evidence)];
    // Which towns a county holds is not in the data.
    return isCounty(application) ? [finding('place-unknown', { of: 'home', ...evidence })] : [];
  }
  return home?.in === 'japan' ? inJapan('home', home.place, application, facts) : [];
};

const placements = (said: Said, application: Judged, facts: Facts): Finding[] =>
  said.placements.flatMap(({ place, from, to }) =>
    inJapan('placement', place, application, facts, { from: `${from}`, to: `${to ?? ''}` }),
  );

const isWholePrefecture = ({ pair }: Judged) =>
  / Prefecture$/.test(pair.jp) || /^(東京都|北海道|(大阪|京都)府|.{2,3}県)$/.test(pair.jpJa);

/** The Japanese side: the town itself, its designated city, or anywhere in the prefecture where that is the partner. */
const inJapan = (
  kind: 'home' | 'placement',
  place: JapanesePlace,
  application: Judged,
  facts: Facts,
  years: Readonly<Record<string, string>> = {},
): Finding[] => {
  const { municipality, prefecture } = place;
  if (prefecture && facts.jp && prefecture !== facts.jp) return [];
  const { jp, jpJa } = application.pair;
  const said = municipality ? municipality.nameJa : place.text;
  const evidence = { side: 'jp', home: said, place: jpJa || jp, ...years };
  // Whatever town it was, it lies in the prefecture that is the partner.
  if (prefecture && isWholePrefecture(application)) return [finding(kind, evidence)];
  if (!municipality) return [finding('place-unknown', { of: kind, ...evidence })];
  const { nameJa, cityJa, name } = municipality;
  const same = jpJa ? nameJa === jpJa || cityJa === jpJa : isSamePlace(name, application);
  if (!same) return [];
  // Towns of one name lie in several prefectures.
  return facts.jp ? [finding(kind, evidence)] : [finding('place-unknown', { of: kind, ...evidence })];
};

const isSamePlace = (text: string, { pair }: Judged) => {
  const key = foldPlace(text);
  return key !== '' && [pair.jp, pair.jpJa].filter(Boolean).map(foldPlace).includes(key);
};

const partnerships = (said: Said, { partnershipId, pair }: Judged): Finding[] =>
  said.partnerships
    .filter((one) => one.partnershipId === partnershipId)
    .map(({ as }) => finding('partnership', { as, pair: `${pair.us} – ${pair.jp}` }));

const chapters = (said: Said, facts: Facts): Finding[] =>
  said.chapters
    .filter((id) => facts.chapters?.includes(id))
    .map((id) => finding('chapter', { chapter: jetaaChapter(id)?.name ?? id }));

/** Whether an applicant's words mean this person, for whom it is made once. */
export const isMeantBy = ({ names, addressHashes }: PersonFacts): ((named: NamedPerson) => boolean) => {
  const keys = new Set(names.flatMap(nameKeys));
  return ({ name, email }) =>
    (email !== '' && comparableHashes(email).some((hash) => addressHashes.includes(hash))) ||
    nameKeys(name).some((key) => keys.has(key));
};

const namedByApplicant = (
  { isMeant }: Recognised,
  { id }: Judged,
  named: readonly NamedReviewers[],
): Finding[] => {
  const said = named.find(({ applicationId }) => applicationId === id)?.people ?? [];
  return said.some(isMeant) ? [finding('named-by-applicant')] : [];
};

/**
 * A hard conflict with another organisation's application of the same theme and state: an interest in a rival. Each tie
 * with it is a cause of its own, so that waiving one lets no other go that is found later or comes with a merged account.
 */
const rivalsFor = (person: Recognised, circumstances: Circumstances) => {
  // Who applies is kept from the whole round already: that is no tie with a rival of its own.
  const around = { ...circumstances, applying: [] };
  const others = Map.groupBy(circumstances.others ?? [], inCompetition);
  const known = new Map<string, readonly Finding[]>();
  const tiesWith = (rival: Judged): readonly Finding[] => {
    const ties =
      known.get(rival.id) ??
      hardAndUnknown(person, rival, around).filter((one) => isTie(person.facts, rival, one));
    known.set(rival.id, ties);
    return ties;
  };
  return (application: Judged): readonly Finding[] => {
    const { submission, facts, organisationId } = application;
    if (!submission || !facts) return [];
    const { theme } = submission;
    return (others.get(inCompetition(application)) ?? [])
      .filter((other) => other.organisationId !== organisationId)
      .flatMap((rival) => {
        const name = `${rival.pair.us} – ${rival.pair.jp}`;
        return tiesWith(rival).map((tie) =>
          finding(
            'rival',
            { rival: name, theme, state: stateName(facts.us), tie: tie.kind },
            rival.id,
            tie.cause,
          ),
        );
      });
  };
};

/** Removing what a hard one rested on removes the tie no more than the conflict: not until staff settled it as none. */
const isTie = (facts: PersonFacts, rival: Judged, one: Finding): boolean =>
  one.class === 'hard' ||
  (one.kind === 'formerly-said' &&
    one.evidence.was !== 'place-unknown' &&
    stands({ ...one, settled: settlementOf(facts, rival, one) }));

/** Applications of one theme and state. */
const inCompetition = ({ submission, facts }: Judged): string => `${submission?.theme} ${facts?.us}`;
