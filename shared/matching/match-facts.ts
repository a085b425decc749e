import type { Topic } from '../kernel/theme.ts';

/** From none to native; N5 to N1 are the levels of the Japanese-Language Proficiency Test. */
export const readingLevels = ['none', 'N5', 'N4', 'N3', 'N2', 'N1', 'native'] as const;
export type ReadingLevel = (typeof readingLevels)[number];

/** Whether somebody wishes to be asked: whoever says `none` is asked by nobody. */
export const availabilities = ['none', 'some', 'open'] as const;
export type Availability = (typeof availabilities)[number];

/** Where and when an alum served. Years, both included; without an end they serve still. */
export type ServedIn = {
  /** What it is told by: the town's name, else the prefecture's. */
  readonly name: string;
  /** English name of the prefecture; unknown where nobody has settled what the words mean. */
  readonly prefecture?: string | undefined;
  /** Five digits of the city, town or village; of the city where they served in one of its wards. */
  readonly municipality?: string | undefined;
  readonly from: number;
  readonly to?: number | undefined;
};

/** What matching goes by, of an alum. */
export type AlumFacts = {
  readonly id: string;
  readonly servedIn: readonly ServedIn[];
  /** Where they live now, in the United States. A state is enough. */
  readonly home?: { readonly city: string; readonly state: string } | undefined;
  readonly japanese: ReadingLevel;
  /** Fields of work by their ids, and skills in their own words. */
  readonly skills: readonly string[];
  /** The program's themes, and those of the policy paper. */
  readonly themes: readonly Topic[];
  readonly availability: Availability;
  /** Partnerships that may not ask them, by their ids. */
  readonly barred?: readonly string[] | undefined;
  /** The most partnerships they wish to be asked by at once. */
  readonly most?: number | undefined;
};

/** What matching goes by, of a partnership. */
export type PartnershipFacts = {
  readonly id: string;
  /** `whole`: the state's own, for which anywhere in it is home. */
  readonly us: { readonly name: string; readonly state: string; readonly whole: boolean };
  /** `whole`: the prefecture's own. A town that is on no list has no municipality. */
  readonly jp: {
    readonly prefecture: string;
    readonly whole: boolean;
    readonly municipality?: string | undefined;
  };
  readonly themes: readonly Topic[];
  /** What it looks for: fields of work by their ids, and skills in its own words. */
  readonly needs: readonly string[];
};

/**
 * Why a partnership has nobody: nobody is tied to it; those who are may not be asked now, by it or by anybody; or they are
 * all asked as often as they may be, by others.
 */
export const whyNobody = ['nobody-tied', 'not-now', 'all-asked'] as const;
export type WhyNobody = (typeof whyNobody)[number];
