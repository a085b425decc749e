import { membership } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Applications } from './application.port.ts';
import type { Submissions } from './submission.port.ts';
import type { Receipt } from './submission.ts';
import { receiptOf } from './submit-application.ts';

type Ports = { applications: Pick<Applications, 'find'>; submissions: Pick<Submissions, 'find'> };
export type ReceiptSheet = Receipt & {
  title: string;
  pair: { us: string; jp: string; jpJa: string };
  /** The canonical JSON that was hashed, people as digests: whoever keeps it can check the SHA-256. */
  snapshot: string;
};

/** The receipt of the latest submission, for the applicant's own people. */
export const viewReceipt =
  ({ applications, submissions }: Ports): UseCase<{ applicationId: string }, ReceiptSheet, NotFound> =>
  async (actor, { applicationId }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application?.submission || !membership(actor, application.organisationId))
      return fail({ kind: 'not-found' });
    const submission = await submissions.find(applicationId, application.submission.no);
    if (!submission) throw new Error(`Submission ${application.submission.no} of ${applicationId} is gone`);
    const { title, pair } = application;
    return ok({ ...receiptOf(submission), title, pair, snapshot: submission.snapshot });
  };
