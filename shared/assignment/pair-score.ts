import type { ReviewerTraits } from '../conflicts/person-profile.ts';
import type { Theme } from '../kernel/theme.ts';
import type { PreferenceKind } from './preference.ts';
import { type PlanSettings, type ScorePart, scoreParts, type Trait } from './settings.ts';

/** What is said of one part of a pair's score; its words are `assignment.why.<says>`. */
export type Says =
  | 'theme-match'
  | 'theme-other'
  | 'want'
  | 'willing'
  | 'rather-not'
  | 'nothing-said'
  | 'japanese-well'
  | 'japanese-some'
  | 'japanese-none'
  | 'region-other'
  | 'region-same'
  | 'region-unknown'
  | 'jet-served'
  | 'jet-not';

export type PartScore = { readonly part: ScorePart; readonly says: Says; readonly points: number };

/**
 * What each finding is worth before its weight, in whole points:
 *
 * - theme: 100 where the application's theme is among the reviewer's, else 0
 * - preference: want 100, willing 50, nothing said 0, rather not −100
 * - language: reads Japanese well 100, some 50, none 0; every application comes with Japanese papers
 * - region: 100 where the reviewer lives in another region of the United States than the applicant, as the Census Bureau
 *   draws them; 0 in the same one, and 0 where either is not known, as of a reviewer who lives in Japan or elsewhere. It is of
 *   the pair alone: how the reviewers of one application are spread over regions plays no part
 * - jet: 100 where the reviewer served on the JET Program, else 0
 */
export const worth: Readonly<Record<Says, number>> = {
  'theme-match': 100,
  'theme-other': 0,
  want: 100,
  willing: 50,
  'rather-not': -100,
  'nothing-said': 0,
  'japanese-well': 100,
  'japanese-some': 50,
  'japanese-none': 0,
  'region-other': 100,
  'region-same': 0,
  'region-unknown': 0,
  'jet-served': 100,
  'jet-not': 0,
};

/** What is known of a reviewer; nothing of them counts as no trait at all. */
export type KnownTraits = Pick<ReviewerTraits, 'themes' | 'business' | 'japanese' | 'region' | 'jet'>;
export const noTraits: KnownTraits = {
  themes: [],
  business: false,
  japanese: 'none',
  region: undefined,
  jet: false,
};

/** What of an application counts. `region` is the applicant's, as the Census Bureau names it. */
export type Wanted = { readonly theme: Theme | undefined; readonly region: string | undefined };

/** What is said of a pair, part by part, in the order of `scoreParts`. */
export const findings = (
  reviewer: KnownTraits,
  application: Wanted,
  preference: PreferenceKind | undefined,
): readonly Says[] => [
  application.theme && reviewer.themes.includes(application.theme) ? 'theme-match' : 'theme-other',
  preference ?? 'nothing-said',
  `japanese-${reviewer.japanese}`,
  regionOf(reviewer.region, application.region),
  reviewer.jet ? 'jet-served' : 'jet-not',
];

const regionOf = (one: string | undefined, other: string | undefined): Says => {
  if (!one || !other) return 'region-unknown';
  return one === other ? 'region-same' : 'region-other';
};

/** Each part with what it adds: weight × worth. */
export const partsOf = (found: readonly Says[], weights: PlanSettings['weights']): readonly PartScore[] =>
  scoreParts.map((part, at) => {
    const says = found[at] ?? 'nothing-said';
    // −0 would be told from 0 by who compares what was stored.
    return { part, says, points: weights[part] * worth[says] || 0 };
  });

/** A pair's score: the sum of its parts, a whole number. */
export const pairScore = (found: readonly Says[], weights: PlanSettings['weights']): number =>
  partsOf(found, weights).reduce((sum, { points }) => sum + points, 0);

/** What a reviewer brings to the mix. Reading Japanese means reading it well: papers come without a translation. */
export const traitsFor = (reviewer: KnownTraits): readonly Trait[] => [
  ...(reviewer.business ? (['business'] as const) : []),
  ...(reviewer.japanese === 'well' ? (['japanese'] as const) : []),
  ...(reviewer.jet ? (['jet'] as const) : []),
];
