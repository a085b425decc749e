import type { Jobs } from '../jobs/job.port.ts';
import type { Job } from '../jobs/job.ts';
import { askFor } from '../jobs/job-steps.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';

/** Staff have all cards and lists made anew from the table, where they miss somebody. Nobody gets mail. */
export const askRebuildMatches =
  ({ jobs }: { jobs: Pick<Jobs, 'find' | 'save'> }): UseCase<unknown, Job, NotFound | Conflict> =>
  async (actor, _, { receivedAt, idempotencyKey }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const id = deriveId('rebuild-matches', actor.personId, idempotencyKey);
    const before = await jobs.find(id);
    if (before) return ok(before);
    const change = askFor({ id, kind: 'rebuild-matches', about: id }, { by: actor.personId, at: receivedAt });
    const saved = await jobs.save(change);
    return saved.ok ? ok(change.job) : saved;
  };
