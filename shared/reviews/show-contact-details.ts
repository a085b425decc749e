import { wholeSight } from '../applications/sight.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import { type ReadableApplication, readableApplication } from './readable-application.ts';
import { type ApplicationFilePorts, clearedFile } from './view-application-file.ts';

/**
 * The submission with the people it names, for staff without a conflict. That it was read is an event, so it is asked
 * for by a POST: the event is written first, and without it nothing is shown.
 */
export const showContactDetails = (
  ports: ApplicationFilePorts,
): UseCase<{ applicationId: string }, ReadableApplication, NotFound> => {
  const open = clearedFile(ports);
  return async (actor, { applicationId }, { receivedAt, idempotencyKey }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const found = await open(actor, applicationId);
    if (!found.ok) return found;
    const { round, submission } = found.value;
    if (!submission) return fail({ kind: 'not-found' });
    await ports.note({
      id: `${applicationId}/read/${deriveId(actor.personId, idempotencyKey)}`,
      subject: `application#${applicationId}`,
      type: 'application-read',
      at: receivedAt.toISOString(),
      by: actor.personId,
      data: {},
    });
    const people = await ports.submissions.people(applicationId, submission.no);
    return ok(readableApplication(submission, round, wholeSight, people));
  };
};
