import type { JapanesePlace } from '../../../shared/conflicts/japanese-place.ts';
import { isNowPartOf } from '../../../shared/conflicts/now-part-of.ts';
import type { Home } from '../../../shared/conflicts/person-profile.ts';
import type { Placement } from '../../../shared/conflicts/placement.ts';
import { townsMeant } from '../../../shared/reference/towns-meant.ts';
import { anywhere } from './read-place.ts';

type Values = Readonly<Record<string, string | number | undefined>>;

const placeValues = (group: string, words: string, place: JapanesePlace): Values => {
  const { text, prefecture, municipality: town } = place;
  const merged = isNowPartOf(place);
  const shown = merged || !town ? text : town.nameJa;
  const whole = !town && prefecture && townsMeant(text, prefecture).named === prefecture;
  return {
    [`${group}.${words}`]: shown,
    [`${group}.prefecture`]: prefecture,
    [`${group}.said`]: shown,
    [`${group}.code`]: merged ? undefined : (town?.code ?? (whole ? anywhere : undefined)),
    ...(merged && {
      [`${group}.now.text`]: town?.nameJa,
      [`${group}.now.said`]: town?.nameJa,
      [`${group}.now.code`]: town?.code,
    }),
  };
};

/** What stands in the fields of a home. */
export const homeValues = (home: Home | undefined): Values => {
  if (!home) return {};
  if (home.in === 'us') return { 'home.in': 'us', 'home.city': home.city, 'home.state': home.state };
  if (home.in === 'elsewhere') return { 'home.in': 'elsewhere', 'home.text': home.text };
  return { 'home.in': 'japan', ...placeValues('home', 'town', home.place) };
};

/** What stands in the fields of placements. */
export const placementValues = (placements: readonly Placement[]): Values =>
  Object.assign(
    {},
    ...placements.map(({ place, role, from, to, contractingOrganisation: employer }, at) => ({
      ...placeValues(`placements.${at}`, 'text', place),
      [`placements.${at}.role`]: role,
      [`placements.${at}.from`]: from,
      [`placements.${at}.to`]: to,
      [`placements.${at}.contractingOrganisation.kind`]: employer?.kind,
      [`placements.${at}.contractingOrganisation.name`]: employer?.name,
    })),
  );
