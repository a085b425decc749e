import { parseArgs } from 'node:util';
import { parseTieRule, type TieRule } from '../../shared/ranking/tie-rule.ts';
import { type PartialPolicy, partialPolicies } from '../../shared/ranking/weigh.ts';
import { UsageProblem } from '../command/input-error.ts';
import { wholeNumber } from '../command/whole-number.ts';

export const usage = `npm run -s rank -- --scores s.csv [--weights w.csv] [--tie "rule,rule"] --out ranking.csv --summary summary.json
  [--partial scored-criteria|complete-only] [--least-reviews 1] [--awards N] [--draws 1000] [--seed 1]

s.csv    application,reviewer,criterion,score and any columns that say the same of an application in all its rows
w.csv    criterion,weight,direction (higher or lower is better); without it all criteria weigh the same
rules    criterion:<id>, min, max, spread, column:<name>, each with :asc or :desc, the first that parts two decides
docs/ranking.md has every formula.`;

export type RankArguments = {
  readonly scores: string;
  readonly weights?: string | undefined;
  readonly ties: readonly TieRule[];
  readonly out: string;
  readonly summary: string;
  readonly partial: PartialPolicy;
  readonly leastReviews: number;
  readonly awards?: number | undefined;
  readonly draws: number;
  readonly seed: number;
};

const text = { type: 'string' } as const;
const options = {
  scores: text,
  weights: text,
  tie: text,
  out: text,
  summary: text,
  partial: { ...text, default: 'scored-criteria' },
  'least-reviews': { ...text, default: '1' },
  awards: text,
  draws: { ...text, default: '1000' },
  seed: { ...text, default: '1' },
} as const;

/** The command's arguments. Throws a `UsageProblem` that says what to change. */
export const readArguments = (args: readonly string[]): RankArguments => {
  const values = parsed(args);
  const { scores, out, summary, weights, awards } = values;
  if (!scores || !out || !summary)
    throw new UsageProblem('Say --scores, --out and --summary, each with a file');
  const partial = partialPolicies.find((one) => one === values.partial);
  if (!partial) throw new UsageProblem(`--partial is ${partialPolicies.join(' or ')}`);
  return {
    scores,
    weights,
    out,
    summary,
    partial,
    ties: tiesOf(values.tie ?? ''),
    leastReviews: wholeNumber('--least-reviews', values['least-reviews'], 1, 1000),
    ...(awards !== undefined && { awards: wholeNumber('--awards', awards, 1, 1_000_000) }),
    draws: wholeNumber('--draws', values.draws, 1, 100_000),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
  };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? error.message : String(error));
  }
};

const tiesOf = (written: string): readonly TieRule[] =>
  written.trim() === ''
    ? []
    : written.split(',').map((one) => {
        const rule = parseTieRule(one);
        if (!rule)
          throw new UsageProblem(
            `“${one.trim()}” is no rule: say criterion:<id>, min, max, spread or column:<name>, then :asc or :desc`,
          );
        return rule;
      });
