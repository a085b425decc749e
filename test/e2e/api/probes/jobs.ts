import { randomUUID } from 'node:crypto';
import { jobStore } from '../../../../shared/jobs/job.store.ts';
import { askFor } from '../../../../shared/jobs/job-steps.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Probes } from './probe.ts';

export const jobsProbes =
  ({ table }: SeededPlatform): Probes<'jobs'> =>
  (world) => {
    const one = async () => {
      const of = { kind: 'plan-assignment', roundId: world.committee.id, about: randomUUID() } as const;
      const { job } = askFor({ id: randomUUID(), ...of }, { by: world.colleague.personId, at: new Date() });
      // Without its event the relay tells nobody: it waits until someone cancels it.
      await jobStore(table).save({ job, events: [] });
      return { params: { jobId: job.id } };
    };
    return { viewJob: { 'one that waits': one }, cancelJob: { 'one that waits': one } };
  };
