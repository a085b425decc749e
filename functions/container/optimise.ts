import { environments } from '../../shared/environment.ts';
import type { Work, Works } from '../../shared/jobs/job.port.ts';
import { jobStore } from '../../shared/jobs/job.store.ts';
import { runJob } from '../../shared/jobs/run-job.ts';
import { fail } from '../../shared/kernel/result.ts';
import { openTable, systemClock } from './clients.ts';

/** What a kind of work is until its use case lands. */
const notYet: Work = async () => fail({ kind: 'work-failed', reason: 'facts-missing' });

export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME } = environments.job.parse(env);
  const table = openTable(TABLE_NAME);
  // One line for each kind of work.
  const works: Works = {
    'plan-assignment': notYet,
    'apply-assignment': notYet,
  };
  return { runJob: runJob({ jobs: jobStore(table), works, clock: systemClock }) };
};
