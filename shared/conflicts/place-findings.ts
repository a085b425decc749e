import { foldKanji } from '../reference/fold-kanji.ts';
import { foldPlace } from '../reference/fold-place.ts';
import type { Facts } from './facts.ts';
import { type Finding, finding } from './finding.ts';
import type { JapanesePlace } from './japanese-place.ts';
import type { Judged } from './judged.ts';
import type { Said } from './person-profile.ts';
import { tiesOf } from './placement-ties.ts';
import { cityKey, homeWords } from './us-home.ts';

/** `Austin` of `Austin, TX`. */
const usName = ({ pair }: Judged) => pair.us.replace(/, [A-Z]{2}$/, '');
const isWholeState = (application: Judged) => /^State of |^Guam$/.test(usName(application));
const isCounty = (application: Judged) => / (County|Parish)$/.test(usName(application));

/** Living in either city. */
export const homeFindings = ({ home }: Said, application: Judged, facts: Facts): Finding[] => {
  if (home?.in === 'us') {
    if (home.state !== facts.us) return [];
    const evidence = { side: 'us', home: homeWords(home), place: application.pair.us };
    const same = cityKey(home) === foldPlace(usName(application));
    if (same || isWholeState(application)) return [finding('home', evidence)];
    // Which towns a county holds is not in the data, and of a state alone nobody knows where in it they live.
    return isCounty(application) || home.city === ''
      ? [finding('place-unknown', { of: 'home', ...evidence })]
      : [];
  }
  return home?.in === 'japan' ? inJapan('home', home.place, application, facts) : [];
};

/** Having served in the Japanese city, or having been employed by it. */
export const placementFindings = (said: Said, application: Judged, facts: Facts): Finding[] =>
  said.placements
    .flatMap(tiesOf)
    .flatMap(({ place, from, to }) =>
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
  if (!isPartner(municipality, application)) return [];
  // Towns of one name lie in several prefectures.
  return facts.jp ? [finding(kind, evidence)] : [finding('place-unknown', { of: kind, ...evidence })];
};

/**
 * Whether a town or its designated city is the partner. Its name in kanji tells where there is one, with the kind or
 * without (越前市 and 越前町 are read alike); otherwise how it is read.
 */
const isPartner = ({ name, nameJa, cityJa }: Town, { pair }: Judged): boolean => {
  const written = townAlone(foldKanji(pair.jpJa));
  if (/\p{Script=Han}/u.test(written))
    return [nameJa, cityJa ?? nameJa].map(foldKanji).some((one) => [one, withoutKind(one)].includes(written));
  const keys = [pair.jp, pair.jpJa].map(foldPlace).filter(Boolean);
  return [name, nameJa].map(foldPlace).some((key) => keys.includes(key));
};

type Town = NonNullable<JapanesePlace['municipality']>;
const withoutKind = (town: string) => town.replace(/[市区町村]$/, '');
/** 大分市 of 大分県 大分市, 挾間町 of 大分郡挾間町. */
const townAlone = (text: string) =>
  text
    .replaceAll(/\s/g, '')
    .replace(/^(東京都|北海道|(大阪|京都)府|.{2,3}県)(?=.)/, '')
    .replace(/^.{1,4}郡(?=.+[町村]$)/, '');
