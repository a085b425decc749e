import * as z from 'zod';
import { shownApplicationSchema } from './application.ts';
import { applicationActs } from './application-actions.ts';
import { roundBriefSchema } from './application-view.ts';
import { snapshotSchema } from './snapshot.ts';
import { receiptSchema } from './submission.ts';

/** What was sent, as staff, cleared reviewers and the applicant's own people read it. */
export const submissionViewSchema = z.object({
  application: shownApplicationSchema,
  receipt: receiptSchema,
  round: roundBriefSchema,
  /** Shown to its own people, and to reviewers where the round's blinding shows names; addresses to its own alone. */
  people: z.enum(['shown', 'hidden']),
  /** Hidden from reviewers where the round's blinding hides names. */
  organisation: z.enum(['shown', 'hidden']),
  submission: snapshotSchema,
  actions: z.array(z.enum(applicationActs)).readonly(),
});
export type SubmissionView = z.output<typeof submissionViewSchema>;
