import { foldPlace } from '../reference/fold-place.ts';
import type { Facts } from './facts.ts';
import { type Finding, finding } from './finding.ts';
import type { Judged } from './judged.ts';
import type { JapanesePlace, Said } from './reviewer-profile.ts';

/** `Austin` of `Austin, TX`. */
const usName = ({ pair }: Judged) => pair.us.replace(/, [A-Z]{2}$/, '');
const isWholeState = (application: Judged) => /^State of |^Guam$/.test(usName(application));
const isCounty = (application: Judged) => / (County|Parish)$/.test(usName(application));

/** Living in either city. */
export const homeFindings = ({ home }: Said, application: Judged, facts: Facts): Finding[] => {
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

/** Having served in the Japanese city. */
export const placementFindings = (said: Said, application: Judged, facts: Facts): Finding[] =>
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
