import { askFor } from '../jobs/job-steps.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import { type ChosenPorts, chosenApplications } from './chosen-applications.ts';
import type { Exports } from './export.port.ts';
import type { Export } from './export.ts';
import type { NothingChosen } from './roster.errors.ts';

type Ports = ChosenPorts & {
  exports: Pick<Exports, 'find' | 'ask'>;
};
type Input = Pick<Export, 'roundId' | 'format' | 'language' | 'filter'>;

/**
 * Staff ask for a file of what they have filtered. Which applications it holds is settled here, by key and clear of
 * conflicts; a job writes it. Nobody gets mail.
 */
export const askExport =
  (ports: Ports): UseCase<Input, Export, NotFound | Conflict | NothingChosen> =>
  async (actor, { roundId, format, language, filter }, { receivedAt, idempotencyKey }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const id = deriveId('export', roundId, actor.personId, idempotencyKey);
    const [before, found] = await Promise.all([
      ports.exports.find(id),
      chosenApplications(ports)(actor, roundId, filter),
    ]);
    if (!found) return fail({ kind: 'not-found' });
    if (before) return ok(before);
    const { chosen } = found;
    if (chosen.length === 0) return fail({ kind: 'nothing-chosen' });
    const act = { by: actor.personId, at: receivedAt };
    const job = askFor({ id: deriveId('job', id), kind: 'write-export', roundId, about: id }, act);
    const asked: Export = {
      ...{ id, version: 1, roundId, format, language, filter, applications: chosen.length },
      askedBy: act.by,
      askedAt: receivedAt.toISOString(),
      jobId: job.job.id,
    };
    const event = {
      id: `${id}/asked`,
      subject: `round#${roundId}`,
      type: 'export-asked',
      at: asked.askedAt,
      by: act.by,
      data: { exportId: id, format, applications: chosen.length },
    };
    const saved = await ports.exports.ask({
      ...{ asked, job, events: [event] },
      applicationIds: chosen.map(({ head }) => head.id),
    });
    return saved.ok ? ok(asked) : saved;
  };
