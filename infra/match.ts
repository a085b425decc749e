import { usage } from './match/arguments.ts';
import { runMatch } from './match/run-match.ts';
import { UsageProblem } from './rank/arguments.ts';
import { FileProblem } from './rank/csv-rows.ts';

// Plans who to introduce to whom, from files of alumni and partnerships. See docs/matching.md.
const args = process.argv.slice(2);

try {
  if (args.includes('--help')) console.log(usage);
  else runMatch(args, new Date());
} catch (error) {
  const known = error instanceof FileProblem || error instanceof UsageProblem;
  console.error(known ? error.message : error);
  if (error instanceof UsageProblem) console.error(`\n${usage}`);
  process.exitCode = 1;
}
