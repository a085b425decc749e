import { parseArgs } from 'node:util';
import { openTable } from '../functions/container/clients.ts';
import { matchPorts } from '../functions/container/matches-queue.ts';
import { rebuildMatches } from '../shared/matches/rebuild-matches.ts';
import { sayOutcome, stageNamed } from './command/on-stage.ts';

// Makes the cards of all alumni and every partnership's list anew from the table of a stage. See docs/operations.md.
const usage = 'npm run -s rebuild-matches -- --stage dev';

const run = async (): Promise<string> => {
  const stage = stageNamed(parseArgs({ options: { stage: { type: 'string' } } }).values.stage, usage);
  const done = await rebuildMatches(matchPorts(openTable(`shimai-${stage}`)))();
  return `Cards and lists of ${stage} are made anew from ${done?.alumni ?? 0} alumni`;
};

await sayOutcome(run);
