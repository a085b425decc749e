import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolders } from '../../infra/build/folders.ts';
import { otherFunctions } from '../../infra/functions.ts';
import { queues } from '../../infra/queues.ts';
import { environments } from '../../shared/environment.ts';
import { mostTries } from '../../shared/jobs/job.ts';

const table = Object.values(queues);

test('the relay’s variables are the queues’, one each', () => {
  expect(table.map(({ url }) => url).sort()).toEqual(Object.keys(environments.relay.shape).sort());
});

test('every function of functions/queue and functions/job works one queue, and no other function does', () => {
  const consumers = Object.values(otherFunctions).filter(({ entry }) =>
    /^functions\/(queue|job)\//.test(entry),
  );
  expect(table.map(({ worker }) => worker.name).sort()).toEqual(consumers.map(({ name }) => name).sort());
});

test('a queue of jobs tries once more than a job does, so that the last try can say it was given up', () => {
  const ofJobs = table.filter(({ worker }) =>
    readFileSync(join(projectFolders.root, worker.entry), 'utf8').includes('jobBatch('),
  );
  expect(ofJobs).toHaveLength(3);
  for (const queue of ofJobs) expect(queue).toMatchObject({ tries: mostTries + 1 });
});
