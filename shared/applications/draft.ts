import type { EligibilityTrail } from '../programs/eligibility-trail.ts';
import type { Application, SectionId } from './application.ts';
import type { Attachment, AttachmentSpace } from './attachment.ts';
import type { Confirmation } from './confirmation.ts';
import type { SectionData } from './sections/section-form.ts';
import type { SignOff } from './sign-off.ts';

/** A section as it is stored: what was typed, and its own version. */
export type Section = {
  readonly id: SectionId;
  readonly version: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly data: SectionData;
  /** Everyone who has saved it, with the instant of their latest save. */
  readonly editors?: Readonly<Record<string, string>>;
};

/** All that an application is while it is being written: one read of one partition. */
export type Draft = {
  readonly application: Application;
  readonly sections: readonly Section[];
  readonly attachments: readonly Attachment[];
  /** What the attachments' places hold together; none where no place was ever made. */
  readonly space?: AttachmentSpace | undefined;
  readonly signOff?: SignOff | undefined;
  readonly confirmation?: Confirmation | undefined;
  /** The eligibility check it was started from. */
  readonly trail?: EligibilityTrail | undefined;
};
