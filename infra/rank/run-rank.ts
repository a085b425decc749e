import { writeFileSync } from 'node:fs';
import { rankReviews, sensitivityOf } from '../../shared/ranking/sensitivity.ts';
import { FileProblem, UsageProblem } from '../command/input-error.ts';
import { readArguments } from './arguments.ts';
import { rankingCsv } from './ranking-csv.ts';
import { readScores } from './read-scores.ts';
import { equalWeights, readWeights } from './read-weights.ts';
import { summaryOf, unknownInRules } from './summary.ts';

/** Reads the files, ranks and writes both results; what it did, in a sentence. Throws what its caller can mend. */
export const runRank = (args: readonly string[]): string => {
  const asked = readArguments(args);
  const file = readScores(asked.scores);
  const criteria = asked.weights ? readWeights(asked.weights, file.criteria) : equalWeights(file.criteria);
  const { partial, ties, leastReviews, awards, draws, seed } = asked;
  const input = { criteria, reviews: file.reviews, partial, ties, columns: file.columns, leastReviews };
  const unknown = unknownInRules(input, file);
  if (unknown) throw new UsageProblem(`The rule ${unknown} names what ${asked.scores} does not have`);
  const ranked = rankReviews(input);
  if (ranked.standings.length === 0)
    throw new FileProblem(`${asked.scores}: no application has enough reviews that count`);
  const sensitivity = sensitivityOf(input, ranked, { awards: awards ?? 0, draws, seed });
  writeFileSync(asked.out, rankingCsv(file.applications, ranked, sensitivity));
  const summary = summaryOf({ file, input, ranked, sensitivity, asked });
  writeFileSync(asked.summary, `${JSON.stringify(summary, null, 2)}\n`);
  return `Ranked ${ranked.standings.length} of ${file.applications.length} applications`;
};
