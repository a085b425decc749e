import { UsageProblem } from './command/input-error.ts';
import { usage } from './verify-receipt/arguments.ts';
import { runVerify } from './verify-receipt/run-verify.ts';

// Says whether a file is what was sent with an application, by its receipt. Needs neither account nor network.
const args = process.argv.slice(2);

try {
  if (args.includes('--help')) console.log(usage);
  else {
    const { text, exitCode } = runVerify(args);
    console.log(text);
    process.exitCode = exitCode;
  }
} catch (error) {
  console.error(error instanceof UsageProblem ? `${error.message}\n\n${usage}` : error);
  process.exitCode = 2;
}
