import { foldText } from './fold-text.ts';
import { listedPartnerships } from './partnerships.ts';

/** Degrees north and east, to two decimals: about a kilometre. */
export type Coordinates = { readonly latitude: number; readonly longitude: number };

const keyOf = (name: string, region: string) => `${foldText(name)}/${region}`;

const known = new Map(
  listedPartnerships
    .flatMap(({ us, jp }) => [us, jp])
    .map(({ name, region, latitude, longitude }): [string, Coordinates] => [
      keyOf(name, region),
      { latitude, longitude },
    ]),
);

/** Where a place lies, if it is one of the directory's; an added city may be unknown. */
export const coordinatesOf = ({ name, region }: { name: string; region: string }): Coordinates | undefined =>
  known.get(keyOf(name, region));
