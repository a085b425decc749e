import { parseArgs } from 'node:util';
import { UsageProblem } from '../command/input-error.ts';

export const usage = `npm run -s verify-receipt -- snapshot.json [--sha256 <64 hexadecimal digits> | --receipt receipt.json]

snapshot.json  the file of what was sent, as the receipt's page gives it; or the API's answer of a receipt, which holds
               both and needs nothing else
--sha256       the value on the receipt's page or in its mail
--receipt      a file with the receipt as JSON: sha256 and, if there, number, no and at

Exit code 0: it matches. 1: it does not. 2: nothing to compare it with, or a file that is none.`;

export type VerifyArguments = {
  readonly file: string;
  readonly sha256?: string | undefined;
  readonly receipt?: string | undefined;
};

const options = { sha256: { type: 'string' }, receipt: { type: 'string' } } as const;

/** The command's arguments. Throws a `UsageProblem` that says what to change. */
export const readArguments = (args: readonly string[]): VerifyArguments => {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new UsageProblem('Say one file: what was sent, as JSON');
  const { sha256, receipt } = values;
  if (sha256 && receipt) throw new UsageProblem('Say --sha256 or --receipt, not both');
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(sha256))
    throw new UsageProblem('--sha256 is 64 hexadecimal digits');
  return { file, sha256, receipt };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? error.message : String(error));
  }
};
