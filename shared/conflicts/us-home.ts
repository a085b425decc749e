import { foldPlace } from '../reference/fold-place.ts';
import { stateNamed } from '../reference/named-regions.ts';
import { regionOf } from '../reference/regions.ts';

/** A home in the United States; without a city it may be in any of the state. */
export type InState = { readonly city: string; readonly state: string };

/** A city's name without the state that people write after it: `Kent, WA` in Washington is Kent. */
export const cityAlone = ({ city, state }: InState): string => {
  const [, alone, after = ''] = /^([^,]+),\s*([^,]+)$/.exec(city.normalize('NFKC').trim()) ?? [];
  return alone && stateNamed(after) === state ? alone.trim() : city;
};

/** A city's name as it is compared. */
export const cityKey = (home: InState): string => foldPlace(cityAlone(home));

/** `Kent, WA`, or `Washington` where no city is said. */
export const homeWords = ({ city, state }: InState): string =>
  city === '' ? (regionOf(state)?.name ?? state) : `${city}, ${state}`;
