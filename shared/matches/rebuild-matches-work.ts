import type { Work } from '../jobs/job.port.ts';
import { fail, ok } from '../kernel/result.ts';
import { type RebuildPorts, rebuildMatches } from './rebuild-matches.ts';

/** The work behind making all cards and lists anew; broken off and begun again it does all of it again. */
export const rebuildMatchesWork =
  (ports: RebuildPorts): Work =>
  async (_job, report) => {
    const goesOn = async (done: number, known: number) => (await report(done, known + 1)).ok;
    return (await rebuildMatches(ports)(goesOn)) ? ok(undefined) : fail({ kind: 'stopped' });
  };
