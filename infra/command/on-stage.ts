import { UsageProblem } from './input-error.ts';

/** The stage that a command is for, as it was said. */
export const stageNamed = (said: string | undefined, usage: string): 'dev' | 'prod' => {
  if (said !== 'dev' && said !== 'prod') throw new UsageProblem(`Say which stage, dev or prod: ${usage}`);
  return said;
};

/** What went wrong at the bottom: stores wrap what the SDK says. */
const sentence = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'ResourceNotFoundException')
    return 'There is no such table in this region: deploy the stage first';
  return error.cause instanceof Error ? sentence(error.cause) : error.message;
};

/** Runs a command on a stage's table, and says in one line what it did or why it could not. */
export const sayOutcome = async (run: () => Promise<string>): Promise<void> => {
  try {
    console.log(await run());
  } catch (error) {
    console.error(sentence(error));
    process.exitCode = 1;
  }
};
