import { createContainer } from '../container/optimise.ts';
import type { Log } from '../middleware/event.ts';
import { jobBatch } from '../middleware/job-batch.ts';
import { log } from '../middleware/log.ts';

type Ports = Pick<ReturnType<typeof createContainer>, 'runJob'>;

/** Does the long work that was asked for: whatever its kind, one job at a time. */
export const createHandler = ({ runJob }: Ports, write: Log) => jobBatch(runJob, write);

export const handler = createHandler(createContainer(process.env), log);
