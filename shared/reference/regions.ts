import * as z from 'zod';
import prefectureRows from './prefectures.json' with { type: 'json' };
import stateRows from './us-states.json' with { type: 'json' };

export type Region = {
  /** A state's abbreviation, or a prefecture's English name: what a place's `region` holds. */
  readonly code: string;
  readonly name: string;
  readonly nameJa: string;
  /** The Census Bureau's region of a state: `South`. Empty for Guam and for prefectures. */
  readonly census: string;
};

const text = z.string();
const stateSchema = z
  .tuple([text, text, text, text])
  .transform(([code, name, nameJa, census]) => ({ code, name, nameJa, census }));
const prefectureSchema = z
  .tuple([text, text])
  .transform(([name, nameJa]) => ({ code: name, name, nameJa, census: '' }));

/** The fifty states, the District of Columbia and Guam, by English name. */
export const usStates: readonly Region[] = z.array(stateSchema).parse(stateRows);

/** The forty-seven, from north to south. */
export const prefectures: readonly Region[] = z.array(prefectureSchema).parse(prefectureRows);

export const stateCodeSchema = z.enum(usStates.map(({ code }) => code));
export const prefectureCodeSchema = z.enum(prefectures.map(({ code }) => code));

const regions = new Map([...usStates, ...prefectures].map((region) => [region.code, region]));

/** A place's state or prefecture. */
export const regionOf = (code: string): Region | undefined => regions.get(code);
