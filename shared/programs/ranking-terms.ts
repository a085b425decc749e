import * as z from 'zod';
import { parseTieRule, type TieRule, tieRuleSchema } from '../ranking/tie-rule.ts';
import { partialPolicies } from '../ranking/weigh.ts';

/** Columns that rules may name on the platform: 1 or 0, and whole cents. */
export const tieColumns = ['first-time', 'requested'] as const;

/** In a rule: the first criterion of the rubric, whichever that is. */
export const firstCriterion = 'first';

/** Hundredths of a point: 390 is 3.90. */
const markSchema = z.int().min(100).max(500);

/** How a round's scores become an order. Stated before it opens, and frozen with the rubric. */
export const rankingTermsSchema = z.strictObject({
  /** In their order; where all of them tie, it is a tie. */
  ties: z.array(tieRuleSchema).max(6),
  /** What becomes of a review that leaves criteria unscored. */
  partial: z.enum(partialPolicies),
  /** An application with fewer counted reviews has no rank. */
  leastReviews: z.int().min(1).max(9),
  /** The mean from which on it is proposed for funding, as far as slots and envelope reach. */
  fundFrom: markSchema.exactOptional(),
  /** The mean below which it is proposed for declining. */
  declineBelow: markSchema.exactOptional(),
});
export type RankingTerms = z.output<typeof rankingTermsSchema>;

/** What holds where nothing else is stated, and held before a round could state it. */
export const defaultRanking: RankingTerms = {
  ties: [`criterion:${firstCriterion}:desc`, 'spread:asc'],
  partial: 'scored-criteria',
  leastReviews: 1,
};

type Stated = {
  readonly ranking: RankingTerms;
  readonly rubric: { readonly criteria: readonly { readonly id: string }[] };
};

/** The round's rules, the first criterion by its id. */
export const tieRulesOf = ({ ranking, rubric }: Stated): readonly TieRule[] => {
  const known = rubric.criteria.some(({ id }) => id === firstCriterion);
  return ranking.ties.flatMap((written) => {
    const rule = parseTieRule(written);
    if (!rule) return [];
    const meant = rule.by === 'criterion' && rule.of === firstCriterion && !known;
    return [meant ? { ...rule, of: rubric.criteria[0]?.id ?? '' } : rule];
  });
};

/** What the schema cannot see: rules about what there is, each once, and marks in order. */
export const checkRanking = (stated: Stated): readonly { path: string; code: string }[] => {
  const { fundFrom = 500, declineBelow = 100 } = stated.ranking;
  const rules = tieRulesOf(stated);
  const criteria = stated.rubric.criteria.map(({ id }) => id);
  const problem = ({ by, of }: TieRule, at: number) => {
    if (by === 'criterion' && !criteria.includes(of)) return 'unknown-criterion';
    if (by === 'column' && !tieColumns.some((one) => one === of)) return 'unknown-column';
    return rules.findIndex((other) => other.by === by && other.of === of) < at
      ? 'same-rule-twice'
      : undefined;
  };
  return [
    ...rules.flatMap((rule, at) => {
      const code = problem(rule, at);
      return code ? [{ path: `ranking.ties.${at}`, code }] : [];
    }),
    ...(declineBelow > fundFrom ? [{ path: 'ranking.declineBelow', code: 'above-funding' }] : []),
  ];
};
