import { parseArgs } from 'node:util';
import { openTable } from '../functions/container/clients.ts';
import { matchPorts } from '../functions/container/matches-queue.ts';
import { rebuildMatches } from '../shared/matches/rebuild-matches.ts';

// Makes the cards of all alumni and every partnership's list anew from the table of a stage. See docs/operations.md.
const usage = 'npm run -s rebuild-matches -- --stage dev';

const run = async (): Promise<string> => {
  const { stage } = parseArgs({ options: { stage: { type: 'string' } } }).values;
  if (stage !== 'dev' && stage !== 'prod') throw new Error(`Say which stage, dev or prod: ${usage}`);
  const done = await rebuildMatches(matchPorts(openTable(`shimai-${stage}`)))();
  return `Cards and lists of ${stage} are made anew from ${done?.alumni ?? 0} alumni`;
};

/** What went wrong at the bottom: stores wrap what the SDK says. */
const sentence = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'ResourceNotFoundException')
    return 'There is no such table in this region: deploy the stage first';
  return error.cause instanceof Error ? sentence(error.cause) : error.message;
};

try {
  console.log(await run());
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
