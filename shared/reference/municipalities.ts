import * as z from 'zod';
import { foldKanji } from './fold-kanji.ts';
import { foldPlace } from './fold-place.ts';
import rows from './municipalities.json' with { type: 'json' };
import { prefectureNamed } from './named-regions.ts';
import { prefectures } from './regions.ts';

/** A Japanese city, town, village or ward as it stands today. */
export type Municipality = {
  /** Five digits, as the ministry gives them. */
  readonly code: string;
  /** In Latin letters, without its kind: `Oita`. */
  readonly name: string;
  readonly nameJa: string;
  readonly prefecture: string;
  /** The designated city that a ward is a part of. */
  readonly cityJa?: string;
};

type Searchable = Municipality & {
  readonly keys: readonly string[];
  /** 中央区 of 札幌市中央区; a town's own name as it stands. */
  readonly ownJa: string;
};

const text = z.string();
const rowSchema = z
  .tuple([text, text, text, text, text])
  .transform(([code, nameJa, kana, name, cityJa]): Searchable => {
    const prefecture = prefectures[Number(code.slice(0, 2)) - 1]?.code ?? '';
    const keys = [name, nameJa, bareName(nameJa), kana, kana.replace(kindInKana, '')].map(fold);
    const ownJa = nameJa.slice(cityJa.length);
    return { code, name, nameJa, prefecture, ...(cityJa && { cityJa }), keys, ownJa };
  });

/** 竜ヶ崎市, 龍が崎市 and 龍ケ崎市 are one, as are ぬまづ and ぬまず, 塩竈 and 塩釜. */
const fold = (name: string) =>
  foldKanji(foldPlace(name))
    .replaceAll(/(?<=\p{Script=Han})[ガカヵ](?=\p{Script=Han})/gu, 'ケ')
    .replaceAll('ヅ', 'ズ')
    .replaceAll('ヂ', 'ジ')
    .replaceAll('竃', '釜');

/** 大分 for 大分市: people leave the kind away, and the reading of 市 with it. */
const bareName = (nameJa: string) => nameJa.replace(/[市区町村]$/, '');
const kindInKana = /(シ|ク|チョウ|マチ|ムラ|ソン)$/;

// Read once asked for: most requests never look a town up.
let list: readonly Searchable[] | undefined;
const all = () => {
  list ??= withWards(z.array(rowSchema).parse(rows));
  return list;
};

/** A ward goes by its own name too, as people say it: 北区 is one of eleven, not only Tokyo's. */
const withWards = (found: readonly Searchable[]): readonly Searchable[] => {
  const cities = new Map(found.map((one) => [`${one.prefecture}/${one.nameJa}`, one]));
  return found.map((one) => {
    const city = one.cityJa && cities.get(`${one.prefecture}/${one.cityJa}`);
    if (!city) return one;
    const [name = '', nameJa = '', , kana = ''] = city.keys;
    const before = [`${name}shi`, nameJa, nameJa, kana, kana];
    const [own = '', ownJa = '', bare = '', ownKana = '', bareKana = ''] = one.keys.map((key, at) =>
      key.slice(before[at]?.length),
    );
    // Hyogo is the prefecture, never the ward of Kobe.
    const short = prefectureNamed(own) === undefined ? [own, bare, bareKana] : [];
    return { ...one, keys: [...one.keys, ownJa, ownKana, ...short] };
  });
};

const kinds: readonly (readonly [string, RegExp])[] = [
  ['市', /[\s-](city|shi)\.?$|^(the\s+)?city\s+of\s/i],
  ['町', /[\s-](town|machi|ch[oō])\.?$|^(the\s+)?town\s+of\s/i],
  ['村', /[\s-](village|mura|son)\.?$|^(the\s+)?village\s+of\s/i],
  ['区', /[\s-](ward|ku)\.?$/i],
];
/** 市 of `Oita-shi`, 村 of `Nagano village`. */
const kindInLatin = (typed: string) =>
  kinds.find(([, written]) => written.test(typed.normalize('NFKC').trim()))?.[0];

const shown = ({ keys: _, ownJa: __, ...municipality }: Searchable): Municipality => municipality;

export const municipalityOf = (code: string): Municipality | undefined => {
  const found = all().find((one) => one.code === code);
  return found && shown(found);
};

/** The code of the designated city for one of its wards, else its own: who served in a ward of Sapporo served in Sapporo. */
export const cityCodeOf = ({ code, cityJa, prefecture }: Municipality): string =>
  (cityJa && all().find((one) => one.nameJa === cityJa && one.prefecture === prefecture)?.code) || code;

/** A prefecture's, wards of its designated cities among them. */
export const municipalitiesOf = (prefecture: string): readonly Municipality[] =>
  within(prefecture).map(shown);

const within = (prefecture: string | undefined) =>
  all().filter((one) => !prefecture || one.prefecture === prefecture);

/**
 * Those that a name can mean, as it is written: romaji with or without macrons and kind (`Ōita-shi`), kanji with or
 * without kind, kana; within a prefecture where one is given. Several towns share a name.
 */
export const municipalitiesNamed = (typed: string, prefecture?: string): readonly Municipality[] => {
  const key = fold(typed);
  const named = key ? within(prefecture).filter(({ keys }) => keys.includes(key)) : [];
  const written = foldKanji(typed.trim());
  const spelled = named.filter((one) => [one.nameJa, one.ownJa].some((name) => foldKanji(name) === written));
  const kind = kindInLatin(typed);
  // Tokyo's special wards call themselves cities: Ota City may be 大田区.
  const isCity = ({ nameJa, cityJa }: Municipality) =>
    nameJa.endsWith('市') || (nameJa.endsWith('区') && !cityJa);
  const ofKind = named.filter((one) =>
    kind === '市' ? isCity(one) : kind !== undefined && one.nameJa.endsWith(kind),
  );
  // 越前市 and 越前町 share a reading: written out in full, one is meant.
  const meant = [spelled, ofKind].find((some) => some.length > 0) ?? beforeWards(named, prefecture);
  return meant.map(shown);
};

/**
 * Sakai is the city before its ward of that name, and Kanazawa the city before a ward of Yokohama, unless Yokohama's
 * prefecture is said.
 */
const beforeWards = (named: readonly Searchable[], prefecture: string | undefined) => {
  const isTown = ({ nameJa }: Municipality) => !nameJa.endsWith('区');
  const giveWay = (one: Searchable) =>
    prefecture ? named.some(({ nameJa }) => nameJa === one.cityJa) : named.some(isTown);
  return named.filter((one) => !one.cityJa || !giveWay(one));
};

/** Whether words say of what kind the town is: 沖縄市, おきなわし and `Okinawa-shi` are a town, `Okinawa` may be all of it. */
export const isWrittenOut = (code: string, typed: string): boolean => {
  const [, nameJa, bare, kana] = all().find((one) => one.code === code)?.keys ?? [];
  const key = fold(typed);
  return kindInLatin(typed) !== undefined || (key !== bare && [nameJa, kana].includes(key));
};

/** Those of that name, else those whose name begins so; twenty at most. */
export const findMunicipalities = (typed: string, prefecture?: string): readonly Municipality[] => {
  const named = municipalitiesNamed(typed, prefecture);
  const key = fold(typed);
  if (named.length > 0 || !key) return named.slice(0, 20);
  const begun = within(prefecture).filter(({ keys }) => keys.some((one) => one.startsWith(key)));
  return begun.slice(0, 20).map(shown);
};
