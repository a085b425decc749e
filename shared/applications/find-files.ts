import type { Files } from './attachment.port.ts';
import { fileKey } from './attachment.ts';
import type { Draft, FoundDraft } from './draft.ts';

/** The draft with what has arrived of its files: one small read each, all at once, a dozen at most. */
export const findFiles =
  (files: Pick<Files, 'arrived'>) =>
  async (draft: Draft): Promise<FoundDraft> => ({
    ...draft,
    attachments: await Promise.all(
      draft.attachments.map(async (attachment) => ({
        ...attachment,
        arrived: await files.arrived(fileKey(attachment)),
      })),
    ),
  });
