import { jetaaChapters } from '../reference/jetaa-chapters.ts';
import { organisationKey } from './fold-name.ts';

const isChapter = /jetaa|jetalumni|jetalumn/;
const placeOf = (key: string) =>
  key.replace(/us?jetaa|jetaa|jetalumniassn|jetalumni(?:assn)?/, '').replace(/(chapter|branch)$/, '');

const places = jetaaChapters.map(({ id, name }) => ({ id, place: placeOf(organisationKey(name)) }));

/** The JETAA chapters that these organisations are: `JET Alumni Association of Texoma` is JETAA Texoma. */
export const chaptersNamed = (organisations: readonly string[]): readonly string[] => {
  const named = organisations
    .map(organisationKey)
    .filter((key) => isChapter.test(key))
    .map(placeOf);
  const found = places.filter(({ place }) =>
    named.some((one) => one.length > 1 && (one.includes(place) || place.includes(one))),
  );
  return found.map(({ id }) => id);
};
