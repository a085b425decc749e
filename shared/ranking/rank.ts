import { compare, meanOf, minus, parseDecimal, type Rational } from './rational.ts';
import type { TieRule } from './tie-rule.ts';
import { criterionMean, greater, lesser, type WeighedReview } from './weigh.ts';

/** What comes with the applications beside their scores: column by name, then its cell by application. */
export type Columns = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** One application's figures, in points and exact. */
export type Tally = {
  readonly applicationId: string;
  /** Mean of its reviews' weighted means. */
  readonly mean: Rational;
  readonly low: Rational;
  readonly high: Rational;
  /** Lowest first; equal ones by the review's id. */
  readonly reviews: readonly WeighedReview[];
};

/** Where an application stands. Those that no rule parts share a rank, and the next rank counts them: 1, 2, 2, 4. */
export type Standing = Tally & {
  readonly rank: number;
  /** The mean and every rule leave it level with another one. */
  readonly tied: boolean;
  /** The rule that put it below another one of the same mean. */
  readonly decidedBy?: TieRule | undefined;
};

export type RankingRules = {
  readonly better: 'higher' | 'lower';
  readonly ties: readonly TieRule[];
  readonly columns?: Columns | undefined;
};

/** Each application's figures, by application. Only reviews that count belong here. */
export const talliesOf = (reviews: readonly WeighedReview[]): readonly Tally[] =>
  [...Map.groupBy(reviews, ({ applicationId }) => applicationId)].flatMap(([applicationId, own]) => {
    const means = own.map(({ mean }) => mean);
    const [mean, first] = [meanOf(means), means[0]];
    if (!mean || !first) return [];
    const sorted = own.toSorted((a, b) => compare(a.mean, b.mean) || inOrder(a.id, b.id));
    return [
      {
        applicationId,
        mean,
        low: means.reduce(lesser, first),
        high: means.reduce(greater, first),
        reviews: sorted,
      },
    ];
  });

export const spreadOf = ({ low, high }: Tally): Rational => minus(high, low);

type Key = Rational | string | undefined;

/**
 * Best first: by the mean, or by `value` where another view counts; equal ones by the rules in their order. Where all
 * rules tie they share a rank, and are listed by id: an order for finding them, which says nothing of merit. Never chance,
 * never the order of the input. An application that a rule knows nothing of comes after those it does.
 */
export const rankApplications = (
  tallies: readonly Tally[],
  { better, ties, columns }: RankingRules,
  value: (tally: Tally) => Rational = ({ mean }) => mean,
): readonly Standing[] => {
  const rules = ties.map((rule) => ({ rule, keyOf: keyOf(rule, columns) }));
  const order = better === 'higher' ? 'desc' : 'asc';
  const keyed = tallies.map((tally) => ({
    tally,
    value: value(tally),
    keys: rules.map((one) => one.keyOf(tally)),
  }));
  type Keyed = (typeof keyed)[number];
  const decisive = (a: Keyed, b: Keyed) => {
    for (const [at, { rule }] of rules.entries()) {
      const difference = ordered(a.keys[at], b.keys[at], rule.order);
      if (difference !== 0) return { difference, rule };
    }
    return undefined;
  };
  const byMerit = (a: Keyed, b: Keyed) =>
    ordered(a.value, b.value, order) || (decisive(a, b)?.difference ?? 0);
  const sorted = keyed.toSorted(
    (a, b) => byMerit(a, b) || inOrder(a.tally.applicationId, b.tally.applicationId),
  );
  const level = (a: Keyed | undefined, b: Keyed | undefined) => a && b && byMerit(a, b) === 0;
  let rank = 0;
  return sorted.map((one, at) => {
    const [before, after] = [sorted[at - 1], sorted[at + 1]];
    if (!level(before, one)) rank = at + 1;
    // The nearest one above that it is not level with: had it the same mean, a rule decided.
    const above = sorted[rank - 2];
    const decidedBy = above && compare(above.value, one.value) === 0 ? decisive(above, one)?.rule : undefined;
    const tied = Boolean(level(before, one) || level(one, after));
    return { ...one.tally, rank, tied, ...(decidedBy && { decidedBy }) };
  });
};

/** By the rule's order; what is unknown comes last either way. */
const ordered = (a: Key, b: Key, order: 'asc' | 'desc'): number => {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const rising =
    typeof a === 'string' || typeof b === 'string' ? inOrder(String(a), String(b)) : compare(a, b);
  return order === 'asc' ? rising : -rising;
};

const keyOf = (rule: TieRule, columns: Columns | undefined): ((tally: Tally) => Key) => {
  switch (rule.by) {
    case 'criterion':
      return ({ reviews }) => criterionMean(reviews, rule.of);
    case 'min':
      return ({ low }) => low;
    case 'max':
      return ({ high }) => high;
    case 'spread':
      return spreadOf;
    case 'column':
      return columnKey(columns?.get(rule.of) ?? new Map());
  }
};

/** As figures where every cell is one, else as text by code units; an empty cell is unknown. */
const columnKey = (cells: ReadonlyMap<string, string>) => {
  const filled = [...cells.values()].filter((cell) => cell !== '');
  const figures = filled.every((cell) => parseDecimal(cell));
  return ({ applicationId }: Tally): Key => {
    const cell = cells.get(applicationId) || undefined;
    return cell && figures ? parseDecimal(cell) : cell;
  };
};

/** The order of code units, the same on every machine. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
