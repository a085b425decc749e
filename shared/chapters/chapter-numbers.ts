import type { Partnership } from '../partnerships/partnership.ts';
import { cityCodeOf, municipalitiesNamed } from '../reference/municipalities.ts';
import type { CountedRegion } from './alumni-counts.ts';
import type { ChapterMember } from './chapter-member.ts';

/** A partnership of the chapter's states and how many members know its Japanese side. */
export type NearPartnership = {
  readonly partnership: Partnership;
  readonly sameTown: number;
  /** Elsewhere in its prefecture. */
  readonly samePrefecture: number;
};

export type ChapterNumbers = {
  readonly members: number;
  /** By prefecture, most first; whoever served in two counts in both. */
  readonly served: readonly CountedRegion[];
  /** Those who joined by year, the latest first. */
  readonly years: readonly { readonly year: string; readonly count: number }[];
  /** Those who joined in each of the last twelve months, `2027-01`, UTC, the latest first. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
  /** Best known first; those that no member knows are left out. */
  readonly near: readonly NearPartnership[];
};

const tally = (words: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const prefecturesOf = ({ servedIn }: ChapterMember) => [
  ...new Set(servedIn.flatMap(({ prefecture }) => prefecture ?? [])),
];

const lastMonths = (now: Date): readonly string[] =>
  Array.from({ length: 12 }, (_, ago) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)).toISOString().slice(0, 7),
  );

// A town whose name means several, or none, is known by its prefecture alone.
const townOf = ({ jp }: Partnership) => {
  const [town, ...more] = municipalitiesNamed(jp.nameJa ?? jp.name, jp.region);
  return town && more.length === 0 ? cityCodeOf(town) : undefined;
};

const nearOf = (members: readonly ChapterMember[], partnership: Partnership): NearPartnership => {
  const town = townOf(partnership);
  const inTown = ({ servedIn }: ChapterMember) =>
    town !== undefined && servedIn.some(({ municipality }) => municipality === town);
  const inPrefecture = members.filter((one) => prefecturesOf(one).includes(partnership.jp.region));
  const sameTown = inPrefecture.filter(inTown).length;
  return { partnership, sameTown, samePrefecture: inPrefecture.length - sameTown };
};

/** What a chapter's members come to. `partnerships` are those of its states. */
export const chapterNumbers = (
  members: readonly ChapterMember[],
  partnerships: readonly Partnership[],
  now: Date,
): ChapterNumbers => {
  const joined = members.map(({ registeredAt }) => registeredAt);
  const byMonth = tally(joined.map((at) => at.slice(0, 7)));
  return {
    members: members.length,
    served: [...tally(members.flatMap(prefecturesOf))]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code, 'en')),
    years: [...tally(joined.map((at) => at.slice(0, 4)))]
      .map(([year, count]) => ({ year, count }))
      .sort((a, b) => b.year.localeCompare(a.year, 'en')),
    months: lastMonths(now).map((month) => ({ month, count: byMonth.get(month) ?? 0 })),
    near: partnerships
      .map((one) => nearOf(members, one))
      .filter(({ sameTown, samePrefecture }) => sameTown + samePrefecture > 0)
      .sort((a, b) => b.sameTown - a.sameTown || b.samePrefecture - a.samePrefecture),
  };
};
