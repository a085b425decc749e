import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Applications } from './application.port.ts';
import { isEditable } from './application-actions.ts';
import { refuseStep } from './application-steps.ts';
import type { Attachments } from './attachment.port.ts';
import { mayWrite } from './belonging.ts';
import { releasePlace } from './release-place.ts';

type Ports = {
  applications: Pick<Applications, 'find'>;
  attachments: Pick<Attachments, 'find' | 'release'>;
};
type Input = { applicationId: string; attachmentId: string };

/** Takes a file out of the draft. It is deleted soon after, unless it was once sent. */
export const removeAttachment =
  ({
    applications,
    attachments,
  }: Ports): UseCase<Input, Record<string, never>, NotFound | Conflict | StepRefused> =>
  async (actor, { applicationId, attachmentId }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application || !mayWrite(actor, application)) return fail({ kind: 'not-found' });
    if (!isEditable(application)) return fail(refuseStep(application, 'edit'));
    const place = await attachments.find(applicationId, attachmentId);
    // Gone is gone: removing what is not there is no failure.
    if (!place) return ok({});
    const released = await releasePlace(attachments)(place, {
      application,
      by: actor.personId,
      at: receivedAt,
    });
    return released.ok ? ok({}) : fail({ kind: 'conflict' });
  };
