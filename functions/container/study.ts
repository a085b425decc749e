import { environments } from '../../shared/environment.ts';
import type { Works } from '../../shared/jobs/job.port.ts';
import { jobStore, jobWrites } from '../../shared/jobs/job.store.ts';
import type { MatchJobKind } from '../../shared/jobs/job.ts';
import { runJob } from '../../shared/jobs/run-job.ts';
import { planIntroductionsWork } from '../../shared/matches/plan-introductions-work.ts';
import { rebuildMatchesWork } from '../../shared/matches/rebuild-matches-work.ts';
import { studyStore } from '../../shared/matches/study.store.ts';
import { tryWeightsWork } from '../../shared/matches/try-weights-work.ts';
import type { Table } from '../../shared/table/table.ts';
import { systemClock as clock, openTable } from './clients.ts';
import { matchPorts } from './matches-queue.ts';

export const createContainer = (env: NodeJS.ProcessEnv) =>
  matchJobsOn(openTable(environments.job.parse(env).TABLE_NAME));

/** The long work on alumni and partnerships, on one table. */
export const matchJobsOn = (table: Table) => {
  const ports = { ...matchPorts(table), studies: studyStore(table, { jobWrites }) };
  const works: Works<MatchJobKind> = {
    'plan-introductions': planIntroductionsWork(ports),
    'try-match-weights': tryWeightsWork(ports),
    'rebuild-matches': rebuildMatchesWork(ports),
  };
  return { runJob: runJob({ jobs: jobStore(table), works, clock }) };
};
