import { InputError, UsageProblem } from './command/input-error.ts';
import { usage } from './rank/arguments.ts';
import { runRank } from './rank/run-rank.ts';

// Ranks any file of scores as the platform ranks a round. See docs/ranking.md.
const args = process.argv.slice(2);

try {
  console.log(args.includes('--help') ? usage : runRank(args));
} catch (error) {
  console.error(error instanceof InputError ? error.message : error);
  if (error instanceof UsageProblem) console.error(`\n${usage}`);
  process.exitCode = 1;
}
