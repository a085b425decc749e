import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { ApplicationChange } from './application.port.ts';
import type { AttachmentSpace } from './attachment.ts';
import type { People, Submission } from './submission.ts';

export type Submissions = {
  find(applicationId: string, no: number): Promise<Submission | undefined>;
  /** Empty once erased. */
  people(applicationId: string, no: number): Promise<People>;
  /** Head, submission, people and events: all or none. A conflict where another act came between. */
  submit(
    change: ApplicationChange & {
      readonly submission: Submission;
      readonly people: People;
      /** What the files' places held when they were read: a file given up or filled since refuses the submission. */
      readonly space?: AttachmentSpace | undefined;
    },
  ): Promise<Result<void, Conflict | NotFound>>;
  /** Deletes who was named, for good; the submission stays and verifies. */
  erasePeople(applicationId: string, no: number): Promise<void>;
};
