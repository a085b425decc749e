import { createContainer } from '../container/study.ts';
import type { Log } from '../middleware/event.ts';
import { jobBatch } from '../middleware/job-batch.ts';
import { log } from '../middleware/log.ts';

type Ports = Pick<ReturnType<typeof createContainer>, 'runJob'>;

/** Does the long work on alumni and partnerships: plans of introductions, other weights tried, all lists made anew. */
export const createHandler = ({ runJob }: Ports, write: Log) => jobBatch(runJob, write);

export const handler = createHandler(createContainer(process.env), log);
