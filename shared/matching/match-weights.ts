/**
 * What each part of a score may reach, in points; together 100. The one place that says so: what a change would do is seen
 * by ranking with other ones (`rankAlumni`), before it is applied.
 */
export type MatchWeights = {
  /** Served in the very municipality; for a prefecture's own partnership, in the prefecture. */
  readonly sameMunicipality: number;
  /** Served elsewhere in its prefecture. */
  readonly samePrefecture: number;
  /** Served in a prefecture beside it. */
  readonly neighbour: number;
  /** Lives in the U.S. place; less the farther away. */
  readonly distance: number;
  readonly themes: number;
  readonly skills: number;
  readonly japanese: number;
  readonly availability: number;
  readonly recency: number;
};

export const matchWeights: MatchWeights = {
  sameMunicipality: 40,
  samePrefecture: 22,
  neighbour: 8,
  distance: 20,
  themes: 10,
  skills: 10,
  japanese: 10,
  availability: 5,
  recency: 5,
};

/** Kilometres over which closeness halves. */
export const halvedAfter = 75;
/** Years over which it halves how recently somebody came home. */
export const fadesAfter = 15;

/** 1 at home, half of it every 75 km: no step that a neighbour falls off. */
export const closeness = (kilometres: number): number => 2 ** (-kilometres / halvedAfter);
/** 0 for nothing in common, a half for one thing, three quarters for two: one more is always worth something. */
export const overlap = (shared: number): number => 1 - 2 ** -shared;
/** 1 in the year of coming home and before it, half of it fifteen years on. */
export const freshness = (years: number): number => 2 ** (-Math.max(0, years) / fadesAfter);
