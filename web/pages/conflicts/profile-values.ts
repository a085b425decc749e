import type { JapanesePlace, ReviewerProfile } from '../../../shared/conflicts/reviewer-profile.ts';
import { listedPartnership } from '../../../shared/reference/partnerships.ts';

const placeValues = (name: string, { text, prefecture, municipality }: JapanesePlace) => ({
  [`${name}text`]: municipality?.nameJa ?? text,
  [`${name}prefecture`]: prefecture,
  [`${name}code`]: municipality?.code,
});

const homeValues = ({ home }: ReviewerProfile) => {
  if (!home) return {};
  if (home.in === 'us') return { 'home.in': 'us', 'home.city': home.city, 'home.state': home.state };
  if (home.in === 'elsewhere') return { 'home.in': 'elsewhere', 'home.text': home.text };
  const { text, prefecture, municipality } = home.place;
  return { 'home.in': 'japan', 'home.town': municipality?.nameJa ?? text, 'home.prefecture': prefecture };
};

const pairWords = (id: string) => {
  const one = listedPartnership(id);
  return one ? `${one.us.name} ${one.us.region} ${one.jp.name}` : id;
};

const rows = <Row>(group: string, all: readonly Row[], values: (row: Row, name: string) => object) =>
  Object.assign({}, ...all.map((row, at) => values(row, `${group}.${at}.`)));

/** What stands in each field. */
export const profileValues = (
  profile: ReviewerProfile | undefined,
): Readonly<Record<string, string | number | readonly string[] | undefined>> =>
  profile
    ? {
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
          [`${at}pair`]: pairWords(partnershipId),
          [`${at}as`]: as,
        })),
        chapters: profile.chapters,
        themes: profile.themes,
        business: profile.business ? 'yes' : '',
        japanese: profile.japanese,
        languages: profile.languages.join(', '),
      }
    : { japanese: 'none' };
