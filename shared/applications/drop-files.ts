import type { DomainEvent } from '../kernel/event.ts';
import type { Attachments } from './attachment.port.ts';
import type { Drafts } from './draft.port.ts';
import { releasePlace } from './release-place.ts';

type Ports = { drafts: Pick<Drafts, 'find'>; attachments: Pick<Attachments, 'release'> };

/** Files go with their draft: what was withdrawn gives up every place, and what was never sent is deleted then. */
export const dropFiles =
  ({ drafts, attachments }: Ports) =>
  async ({ subject, by, at }: DomainEvent): Promise<number> => {
    const draft = await drafts.find(subject.replace(/^application#/, ''));
    // Told twice, or late: what stands now counts.
    if (draft?.application.status !== 'withdrawn') return 0;
    const release = releasePlace(attachments);
    for (const place of draft.attachments) {
      const released = await release(place, { application: draft.application, by, at: new Date(at) });
      if (!released.ok && released.failure.kind === 'conflict')
        throw new Error(`The place ${place.id} changed while its draft's files were dropped`);
    }
    return draft.attachments.length;
  };
