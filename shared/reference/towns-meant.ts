import * as z from 'zod';
import { isWrittenOut, type Municipality, municipalitiesNamed } from './municipalities.ts';
import { prefectureNamed } from './named-regions.ts';
import capitalRows from './prefecture-capitals.json' with { type: 'json' };

const capitals = new Map(z.array(z.tuple([z.string(), z.string()])).parse(capitalRows));

/** What a person's words for a place in Japan can mean. */
export type Meant = {
  readonly towns: readonly Municipality[];
  /** The only one, where nothing else can be meant. */
  readonly town?: Municipality;
  /** The prefecture whose name the words are, as well as a town's or instead of one. */
  readonly named?: string;
  /** The prefecture that they say beside the town: `Imabari, Ehime`. */
  readonly beside?: string;
};

const saysPrefecture =
  /[\s-](prefecture|pref|ken|fu|to|do)\.?$|^(the\s+)?prefecture\s+of\s|^東京都$|.[府県]$|^北海道$/i;
const prefectureFirst = /^(東京都|北海道|(?:大阪|京都)府|.{2,3}県)\s*(.+)$/u;
const districtFirst = /^.{1,4}郡\s*(.+[町村])$/u;
const prefectureAfter = /^(.+?)\s*[\s,、(]\s*([^,、()]+?)\s*\)?$/u;

/** A town's words and the prefecture's: 愛媛県今治市, 今治市（愛媛県）, `Imabari, Ehime Prefecture`. */
const partsOf = (written: string): readonly [town: string, beside: string | undefined] => {
  const [, before, rest] = prefectureFirst.exec(written) ?? [];
  const [, first, after] = prefectureAfter.exec(written) ?? [];
  const [town, beside] = before && rest ? [rest, before] : first && after ? [first, after] : [written, ''];
  const prefecture = prefectureNamed(beside);
  const alone = prefecture === undefined ? written : town;
  return [districtFirst.exec(alone)?.[1] ?? alone, prefecture];
};

/**
 * The towns that words can mean, within a prefecture where one is chosen. Where a prefecture is called so too, nobody
 * guesses: `Okinawa` may be the town or anywhere in the prefecture, `Ishikawa` a town elsewhere. Only the capital goes
 * for its prefecture's name, and a town that is written with its kind for itself.
 */
export const townsMeant = (typed: string, chosen?: string): Meant => {
  const written = typed.normalize('NFKC').trim();
  const named = within(prefectureNamed(written), chosen);
  if (named && saysPrefecture.test(written)) return { towns: [], named };

  const whole = municipalitiesNamed(written, chosen);
  const [words, region] = whole.length > 0 ? [written, undefined] : partsOf(written);
  const beside = within(region, chosen);
  const elsewhere = region !== undefined && beside === undefined;
  const towns = whole.length > 0 ? whole : elsewhere ? [] : municipalitiesNamed(words, beside ?? chosen);
  const [only] = towns.length === 1 ? towns : [];
  const read = /\p{Script=Han}/u.test(words) ? undefined : prefectureNamed(towns[0]?.name ?? '');
  const alike = named ?? within(read, chosen);
  const sure = only && (!alike || isCapital(only, alike) || isWrittenOut(only.code, words));
  return {
    towns,
    ...(sure && { town: only }),
    ...(alike && !sure && { named: alike }),
    ...(beside && { beside }),
  };
};

const within = (prefecture: string | undefined, chosen: string | undefined) =>
  chosen === undefined || prefecture === chosen ? prefecture : undefined;

const isCapital = ({ nameJa, prefecture }: Municipality, alike: string) =>
  prefecture === alike && capitals.get(alike) === nameJa;
