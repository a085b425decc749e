import type { PersonProfile } from '../../../shared/conflicts/person-profile.ts';
import { homeValues, placementValues } from '../../components/places/place-values.ts';

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
        ...homeValues(profile.home),
        ...rows('organisations', profile.organisations, ({ name, from, to }, at) => ({
          [`${at}name`]: name,
          [`${at}from`]: from,
          [`${at}to`]: to,
        })),
        ...placementValues(profile.placements),
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
