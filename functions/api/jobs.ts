import { jobsApi } from '../../shared/jobs/jobs.api.ts';
import { type Container, createContainer } from '../container/jobs.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain([bind(jobsApi.viewJob, container.viewJob), bind(jobsApi.cancelJob, container.cancelJob)], {
    ...container,
    log: write,
  });

export const handler = createHandler(createContainer(process.env), log);
