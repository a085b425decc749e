import type { JapanesePlace } from '../../../shared/conflicts/japanese-place.ts';
import type { PersonProfile } from '../../../shared/conflicts/person-profile.ts';

const placeValues = (name: string, { text, prefecture, municipality }: JapanesePlace) => ({
  [`${name}text`]: municipality?.nameJa ?? text,
  [`${name}prefecture`]: prefecture,
  [`${name}code`]: municipality?.code,
  [`${name}said`]: municipality?.nameJa ?? text,
});

const homeValues = ({ home }: PersonProfile) => {
  if (!home) return {};
  if (home.in === 'us') return { 'home.in': 'us', 'home.city': home.city, 'home.state': home.state };
  if (home.in === 'elsewhere') return { 'home.in': 'elsewhere', 'home.text': home.text };
  const { 'home.text': town, ...place } = placeValues('home.', home.place);
  return { 'home.in': 'japan', 'home.town': town, ...place };
};

const rows = <Row>(group: string, all: readonly Row[], values: (row: Row, name: string) => object) =>
  Object.assign({}, ...all.map((row, at) => values(row, `${group}.${at}.`)));

/** What stands in each field. */
export const profileValues = (
  profile: PersonProfile | undefined,
  pairs: ReadonlyMap<string, string>,
): Readonly<Record<string, string | number | readonly string[] | undefined>> =>
  profile
    ? {
        nameJa: profile.nameJa,
        ...homeValues(profile),
        ...rows('organisations', profile.organisations, ({ name, from, to }, at) => ({
          [`${at}name`]: name,
          [`${at}from`]: from,
          [`${at}to`]: to,
        })),
        ...rows('placements', profile.placements, ({ place, role, from, to }, at) => ({
          ...placeValues(at, place),
          [`${at}role`]: role,
          [`${at}from`]: from,
          [`${at}to`]: to,
        })),
        ...rows('partnerships', profile.partnerships, ({ partnershipId, as }, at) => ({
          [`${at}pair`]: pairs.get(partnershipId) ?? partnershipId,
          [`${at}said`]: pairs.get(partnershipId) ?? partnershipId,
          [`${at}picked`]: partnershipId,
          [`${at}as`]: as,
        })),
        ...Object.fromEntries(profile.chapters.map((id, at) => [`chapters.${at}`, id])),
        themes: profile.themes,
        business: profile.business ? 'yes' : '',
        japanese: profile.japanese,
        languages: profile.languages.join(', '),
      }
    : { japanese: 'none' };
