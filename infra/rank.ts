import { UsageProblem, usage } from './rank/arguments.ts';
import { FileProblem } from './rank/csv-rows.ts';
import { runRank } from './rank/run-rank.ts';

// Ranks any file of scores as the platform ranks a round. See docs/ranking.md.
const args = process.argv.slice(2);

try {
  console.log(args.includes('--help') ? usage : runRank(args));
} catch (error) {
  const known = error instanceof FileProblem || error instanceof UsageProblem;
  console.error(known ? error.message : error);
  if (error instanceof UsageProblem) console.error(`\n${usage}`);
  process.exitCode = 1;
}
