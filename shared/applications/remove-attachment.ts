import { mayEdit } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Applications } from './application.port.ts';
import { isEditable } from './application-actions.ts';
import { refuseStep } from './application-steps.ts';
import type { Attachments, Files } from './attachment.port.ts';
import { fileKey } from './attachment.ts';

type Ports = {
  applications: Pick<Applications, 'find'>;
  attachments: Pick<Attachments, 'remove'>;
  files: Pick<Files, 'remove'>;
};
type Input = { applicationId: string; attachmentId: string };

/** Takes a file out of the draft. What was once sent keeps its file. */
export const removeAttachment =
  ({
    applications,
    attachments,
    files,
  }: Ports): UseCase<Input, Record<string, never>, NotFound | StepRefused> =>
  async (actor, { applicationId, attachmentId }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application || !mayEdit(actor, application.organisationId)) return fail({ kind: 'not-found' });
    if (!isEditable(application)) return fail(refuseStep(application, 'edit'));
    await attachments.remove(applicationId, attachmentId);
    if (!application.submission) await files.remove(fileKey({ applicationId, id: attachmentId }));
    return ok({});
  };
