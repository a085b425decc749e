import { isStaff, membership, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Applications } from './application.port.ts';
import type { Application } from './application.ts';
import { actionsFor } from './application-actions.ts';
import { shownToApplicant } from './draft-view.ts';
import { readSnapshot } from './read-snapshot.ts';
import { snapshotSchema } from './snapshot.ts';
import type { Submissions } from './submission.port.ts';
import type { SubmissionView } from './submission-view.ts';
import { receiptOf } from './submit-application.ts';

/** Whether a person who is no member may read: staff without a conflict, reviewers who were cleared. Reviews know. */
export type MayRead = (person: Person, application: Application) => Promise<boolean>;

type Ports = {
  applications: Pick<Applications, 'find'>;
  submissions: Pick<Submissions, 'find' | 'people'>;
  rounds: Pick<Rounds, 'find'>;
  mayRead: MayRead;
};

/**
 * What was sent, for whoever may read it. Only its own people see the persons in it here; staff ask for them by an
 * act of its own that is kept as an event, and nobody needs them to score.
 */
export const viewSubmission =
  ({
    applications,
    submissions,
    rounds,
    mayRead,
  }: Ports): UseCase<{ applicationId: string }, SubmissionView, NotFound> =>
  async (actor, { applicationId }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application?.submission) return fail({ kind: 'not-found' });
    const { no } = application.submission;
    const isMember = membership(actor, application.organisationId) !== undefined;
    // Side by side with the check and dropped where it fails, so that a page waits no longer for being careful.
    const [allowed, submission, people, round] = await Promise.all([
      isMember || mayRead(actor, application),
      submissions.find(applicationId, no),
      isMember ? submissions.people(applicationId, no) : {},
      rounds.find(application.roundId),
    ]);
    if (!allowed) return fail({ kind: 'not-found' });
    if (!submission || !round) throw new Error(`Submission ${no} of ${applicationId} lacks a part`);

    const asStaff = !isMember && isStaff(actor);
    const organisation = isMember || asStaff || round.blinding === 'open' ? 'shown' : 'hidden';
    const snapshot = snapshotSchema.parse(JSON.parse(submission.snapshot));
    // Only staff know where the committee stands.
    const head = asStaff ? application : shownToApplicant(application, round);
    return ok({
      application: organisation === 'shown' ? head : { ...head, organisationId: 'hidden' },
      receipt: receiptOf(submission),
      round,
      people: isMember ? 'shown' : 'hidden',
      organisation,
      submission: readSnapshot(snapshot, { people, terms: round, organisation }),
      actions: actionsFor(actor, application, round, receivedAt),
    });
  };
