import { foldText } from '../reference/fold-text.ts';
import { type ListedPartnership, listedPartnerships } from '../reference/partnerships.ts';
import { regionOf } from '../reference/regions.ts';
import type { Partnership } from './partnership.ts';

/** A partnership with what its texts are searched by. */
type Searchable = { readonly partnership: Partnership; readonly text: string };

const wordsOf = ({ us, jp }: Partnership, kana: string | undefined) => {
  const regions = [us.region, jp.region].flatMap((code) => {
    const region = regionOf(code);
    return region ? [region.name, region.nameJa] : [];
  });
  return [us.name, us.nameJa, jp.name, jp.nameJa, kana, ...regions];
};

// A character that no query can hold keeps a match from running from one name into the next.
const textOf = (words: readonly (string | undefined)[]) =>
  words.flatMap((word) => (word ? [foldText(word)] : [])).join('\n');

const asPartnership = ({ id, us, jp, establishedYear }: ListedPartnership): Partnership => ({
  id,
  us: { name: us.name, region: us.region, ...(us.nameJa && { nameJa: us.nameJa }) },
  jp: { name: jp.name, region: jp.region, ...(jp.nameJa && { nameJa: jp.nameJa }) },
  ...(establishedYear && { establishedYear }),
  standing: 'reference',
});

const listed: readonly Searchable[] = listedPartnerships.map((one) => {
  const partnership = asPartnership(one);
  return { partnership, text: textOf(wordsOf(partnership, one.jp.kana)) };
});

export type Filter = {
  readonly state?: string | undefined;
  readonly prefecture?: string | undefined;
  /** Romaji with or without macrons, kanji, kana, a state's or prefecture's name; each word must be found. */
  readonly text?: string | undefined;
};

const stateName = ({ us }: Partnership) => regionOf(us.region)?.name ?? us.region;
const order = (a: Partnership, b: Partnership) =>
  stateName(a).localeCompare(stateName(b), 'en') ||
  a.us.name.localeCompare(b.us.name, 'en') ||
  (a.id < b.id ? -1 : 1);

/** The list and the added ones that match, by state and U.S. place. Linear in the list: it lies in memory. */
export const matching = (
  added: readonly Partnership[],
  { state, prefecture, text }: Filter,
): readonly Partnership[] => {
  const words = (text ?? '').split(/\s+/).map(foldText).filter(Boolean);
  const all = [
    ...listed,
    ...added.map((one) => ({ partnership: one, text: textOf(wordsOf(one, undefined)) })),
  ];
  return all
    .filter(
      ({ partnership: { us, jp } }) =>
        (!state || us.region === state) && (!prefecture || jp.region === prefecture),
    )
    .filter((one) => words.every((word) => one.text.includes(word)))
    .map(({ partnership }) => partnership)
    .sort(order);
};
