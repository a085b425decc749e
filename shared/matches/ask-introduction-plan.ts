import { askFor } from '../jobs/job-steps.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { mayPlan } from './may-plan.ts';
import type { Studies } from './study.port.ts';
import { askForStudy, type Study } from './study.ts';

type AskPorts = { studies: Pick<Studies, 'find' | 'ask'> };
type PlanInput = { chapterId?: string | undefined; top: number };

/**
 * A plan of whom to introduce to whom: for staff of all alumni or of one chapter's, for a chapter's lead of its own. A job works
 * it out; nobody is asked and nobody gets mail.
 */
export const askIntroductionPlan =
  ({ studies }: AskPorts): UseCase<PlanInput, Study, NotFound | Conflict> =>
  async (actor, { chapterId, top }, { receivedAt, idempotencyKey }) => {
    if (!mayPlan(actor, chapterId) || actor.kind !== 'person') return fail({ kind: 'not-found' });
    const id = deriveId('match-plan', chapterId ?? '', actor.personId, idempotencyKey);
    const before = await studies.find(id);
    if (before) return ok(before);
    const by = { by: actor.personId, at: receivedAt };
    const job = askFor({ id: deriveId('job', id), kind: 'plan-introductions', about: id }, by);
    const chapter = chapterId === undefined ? undefined : jetaaChapterSchema.parse(chapterId);
    const asked = {
      id,
      kind: 'plan',
      top,
      jobId: job.job.id,
      ...(chapter && { chapterId: chapter }),
    } as const;
    const change = askForStudy(asked, by);
    const saved = await studies.ask(change, job);
    return saved.ok ? ok(change.study) : saved;
  };
