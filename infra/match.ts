import { InputError, UsageProblem } from './command/input-error.ts';
import { usage } from './match/arguments.ts';
import { runMatch } from './match/run-match.ts';

// Plans who to introduce to whom, from files of alumni and partnerships. See docs/matching.md.
const args = process.argv.slice(2);

try {
  if (args.includes('--help')) console.log(usage);
  else await runMatch(args, new Date());
} catch (error) {
  console.error(error instanceof InputError ? error.message : error);
  if (error instanceof UsageProblem) console.error(`\n${usage}`);
  process.exitCode = 1;
}
