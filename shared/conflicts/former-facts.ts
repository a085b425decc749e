import { foldPlace } from '../reference/fold-place.ts';
import { organisationDigest } from './facts.ts';
import { nameKeys } from './fold-name.ts';
import type { JapanesePlace } from './japanese-place.ts';
import type { Fact, Former, PersonProfile, Said } from './person-profile.ts';
import { tiesOf } from './placement-ties.ts';
import { cityKey, type InState } from './us-home.ts';

/** Everything in a profile that conflicts rest on, one by one. */
export const factsIn = ({
  home,
  placements,
  organisations,
  partnerships,
  chapters,
  nameJa,
}: Said): Fact[] => [
  // A home elsewhere is in neither country: nothing rests on it.
  ...(home && home.in !== 'elsewhere' ? [{ kind: 'home' as const, home }] : []),
  ...placements.flatMap(tiesOf).map((placement) => ({ kind: 'placement' as const, placement })),
  ...organisations.map((organisation) => ({ kind: 'organisation' as const, organisation })),
  ...partnerships.map((partnership) => ({ kind: 'partnership' as const, partnership })),
  ...chapters.map((chapter) => ({ kind: 'chapter' as const, chapter })),
  ...(nameJa === '' ? [] : [{ kind: 'name' as const, name: nameJa }]),
];

const nothing: Said = { placements: [], organisations: [], partnerships: [], chapters: [], nameJa: '' };

/** A profile that says this only, as it was said: an organisation without an end lasted until it was removed. */
export const saidOnly = ({ fact, until }: Former): Said => {
  switch (fact.kind) {
    case 'home':
      return { ...nothing, home: fact.home };
    case 'placement':
      return { ...nothing, placements: [fact.placement] };
    case 'organisation':
      return {
        ...nothing,
        organisations: [{ ...fact.organisation, to: lastYear(fact.organisation, until) }],
      };
    case 'partnership':
      return { ...nothing, partnerships: [fact.partnership] };
    case 'chapter':
      return { ...nothing, chapters: [fact.chapter] };
    case 'name':
      return { ...nothing, nameJa: fact.name };
  }
};

type Lasting = { readonly to?: number };
const lastYear = ({ to }: Lasting, until: string): number =>
  Math.min(to ?? Infinity, Number(until.slice(0, 4)));

const isSamePlace = (one: JapanesePlace, other: JapanesePlace): boolean =>
  one.municipality || other.municipality
    ? one.municipality?.code === other.municipality?.code
    : foldPlace(one.text) === foldPlace(other.text) && one.prefecture === other.prefecture;

const isSameCity = (one: InState, other: InState): boolean =>
  one.state === other.state && cityKey(one) === cityKey(other);

/** By what places are one; saving takes an answer for the place that was asked about. */
export type Comparing = {
  readonly place: (earlier: JapanesePlace, now: JapanesePlace) => boolean;
  readonly city: (earlier: InState, now: InState) => boolean;
};
export const exactly: Comparing = { place: isSamePlace, city: isSameCity };

/** Whoever is met by the one name is met by the other. */
const isWithin = (name: string, other: string): boolean => {
  const keys = new Set(nameKeys(other));
  return nameKeys(name).every((key) => keys.has(key));
};

/**
 * Whether what a profile says takes a former fact in. Role and years of a placement make no difference, as they make
 * none to a conflict; an organisation that is said to have ended earlier than it had is one thing less.
 */
const takesIn = (now: Fact, { fact, until }: Former, same: Comparing): boolean => {
  if (now.kind === 'home' && fact.kind === 'home') {
    const [present, past] = [now.home, fact.home];
    if (present.in === 'us' && past.in === 'us') return same.city(past, present);
    return present.in === 'japan' && past.in === 'japan' && same.place(past.place, present.place);
  }
  if (now.kind === 'placement' && fact.kind === 'placement')
    return same.place(fact.placement.place, now.placement.place);
  if (now.kind === 'organisation' && fact.kind === 'organisation')
    return (
      organisationDigest(now.organisation.name) === organisationDigest(fact.organisation.name) &&
      (now.organisation.to ?? Infinity) >= lastYear(fact.organisation, until)
    );
  if (now.kind === 'partnership' && fact.kind === 'partnership')
    return now.partnership.partnershipId === fact.partnership.partnershipId;
  if (now.kind === 'name' && fact.kind === 'name') return isWithin(fact.name, now.name);
  return now.kind === 'chapter' && fact.kind === 'chapter' && now.chapter === fact.chapter;
};

/** Those that a profile does not say. */
export const unsaid = (
  former: readonly Former[],
  said: Said,
  same: Comparing = exactly,
): readonly Former[] => {
  const facts = factsIn(said);
  return former.filter((one) => !facts.some((now) => takesIn(now, one, same)));
};

/** What a profile once said and says no longer. What was put back is kept, and counts as what it is again. */
export const formerOf = (profile: PersonProfile): readonly Former[] => unsaid(profile.formerly, profile);
