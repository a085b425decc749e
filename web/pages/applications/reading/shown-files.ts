import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { Attachment, AttachmentState } from '../../../../shared/applications/attachment.ts';

/** A file of an application as its pages list it. */
export type ShownFile = {
  readonly id: string;
  readonly name: string;
  readonly bytes: number | undefined;
  readonly state: AttachmentState;
  /** The further question that it answers. */
  readonly questionId?: string | undefined;
  readonly standsFor?: Attachment['standsFor'] | undefined;
  /** A softer line under its name. */
  readonly note?: string | undefined;
};

type Seen = Pick<ApplicationView, 'attachments'>;

export const filesOf = ({ attachments }: Seen): readonly ShownFile[] =>
  attachments.map(({ id, name, arrivedBytes, size, state, questionId, standsFor }) => ({
    ...{ id, name, state, questionId, standsFor },
    bytes: arrivedBytes ?? size,
  }));

/** Those that stand by themselves; the others are answers to further questions. */
export const filesAlone = (seen: Seen): readonly ShownFile[] =>
  filesOf(seen).filter(({ questionId }) => questionId === undefined);
