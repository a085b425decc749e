import { cancelJob } from '../../shared/jobs/cancel-job.ts';
import { jobStore } from '../../shared/jobs/job.store.ts';
import { viewJob } from '../../shared/jobs/view-job.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import type { Table } from '../../shared/table/table.ts';

/** Everything long work can be asked, on one table; API and pages take what they need. */
export const jobsUseCases = (table: Table) => {
  const jobs = jobStore(table);
  return {
    viewJob: viewJob({ jobs }),
    // Where a report came between, the second look finds the job a step further.
    cancelJob: onceMore(cancelJob({ jobs })),
  };
};
