import type { DomainEvent } from '../kernel/event.ts';
import type { Application } from './application.ts';
import type { Attachments } from './attachment.port.ts';
import type { Attachment } from './attachment.ts';

/** What a place's end is told by: the consumer of files deletes what lay there, unless it was sent once. */
const removedEvent = ({ applicationId, id }: Attachment, by: string, at: Date): DomainEvent => ({
  id: `${applicationId}/attachment/${id}/removed`,
  subject: `application#${applicationId}`,
  type: 'attachment-removed',
  at: at.toISOString(),
  by,
  data: { attachmentId: id },
});

type Of = { readonly application: Application; readonly by: string; readonly at: Date };

/** Gives up a place with its bytes, and says so; refused where the application took a step in between. */
export const releasePlace =
  (attachments: Pick<Attachments, 'release'>) =>
  (place: Attachment, { application, by, at }: Of) =>
    attachments.release(place, {
      applicationVersion: application.version,
      events: [removedEvent(place, by, at)],
    });
