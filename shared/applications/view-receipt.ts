import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Applications } from './application.port.ts';
import { belonging } from './belonging.ts';
import type { Submissions } from './submission.port.ts';
import type { Receipt } from './submission.ts';
import { receiptOf } from './submit-application.ts';
import { digestsIn } from './verify-snapshot.ts';

type Ports = { applications: Pick<Applications, 'find'>; submissions: Pick<Submissions, 'find' | 'people'> };
type Input = { applicationId: string; no?: number | undefined };
export type ReceiptSheet = Receipt & {
  title: string;
  pair: { us: string; jp: string; jpJa: string };
  /** The canonical JSON that was hashed, people as digests: whoever keeps it can check the SHA-256. */
  snapshot: string;
  /** How many personal details stand in it as digests, and behind how many the detail is still kept; erased, none. */
  people: { named: number; kept: number };
};

/** The receipt of the latest submission, or of an earlier one by its number, for the applicant's own people. */
export const viewReceipt =
  ({ applications, submissions }: Ports): UseCase<Input, ReceiptSheet, NotFound> =>
  async (actor, { applicationId, no }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application?.submission || !belonging(actor, application)) return fail({ kind: 'not-found' });
    const latest = application.submission.no;
    const asked = no ?? latest;
    if (asked > latest) return fail({ kind: 'not-found' });
    const [submission, people] = await Promise.all([
      submissions.find(applicationId, asked),
      submissions.people(applicationId, asked),
    ]);
    if (!submission) throw new Error(`Submission ${asked} of ${applicationId} is gone`);
    const { title, pair } = application;
    const named = [...digestsIn(JSON.parse(submission.snapshot))];
    return ok({
      ...receiptOf(submission),
      title,
      pair,
      snapshot: submission.snapshot,
      people: { named: named.length, kept: named.filter((digest) => people[digest]).length },
    });
  };
