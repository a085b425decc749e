import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Applications } from './application.port.ts';
import type { Attachments, Files } from './attachment.port.ts';
import { type AttachmentState, attachmentState } from './attachment.ts';
import { mayWrite } from './belonging.ts';
import { settlePlace } from './settle-place.ts';

type Ports = {
  applications: Pick<Applications, 'find'>;
  attachments: Pick<Attachments, 'find' | 'settle'>;
  files: Pick<Files, 'find' | 'isSound' | 'remove'>;
};
type Input = { applicationId: string; attachmentId: string };
export type Settled = { state: AttachmentState; bytes?: number };

/** Looks whether a file has arrived and notes it at once, instead of waiting for the store's own notice. */
export const settleAttachment =
  (ports: Ports): UseCase<Input, Settled, NotFound> =>
  async (actor, { applicationId, attachmentId }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const [application, place] = await Promise.all([
      ports.applications.find(applicationId),
      ports.attachments.find(applicationId, attachmentId),
    ]);
    if (!application || !place || !mayWrite(actor, application)) return fail({ kind: 'not-found' });
    const settled = await settlePlace(ports)(place, receivedAt);
    return ok({
      state: attachmentState(settled),
      ...(settled.arrived && { bytes: settled.arrived.size }),
    });
  };
