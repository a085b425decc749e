import { isStaff, membership } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Applications } from './application.port.ts';
import { actionsFor } from './application-actions.ts';
import { shownToApplicant } from './draft-view.ts';
import { readSnapshot, shownTitle } from './read-snapshot.ts';
import { type SightFor, wholeSight } from './sight.ts';
import { snapshotSchema } from './snapshot.ts';
import type { Submissions } from './submission.port.ts';
import type { SubmissionView } from './submission-view.ts';
import { receiptOf } from './submit-application.ts';

type Ports = {
  applications: Pick<Applications, 'find'>;
  submissions: Pick<Submissions, 'find' | 'people'>;
  rounds: Pick<Rounds, 'find'>;
  sightFor: SightFor;
};

/**
 * What was sent, for whoever may read it, and of it what each may: its own people everything, staff the original
 * without the persons, whom they ask for by an act of its own, reviewers what the round's blinding leaves.
 */
export const viewSubmission =
  ({
    applications,
    submissions,
    rounds,
    sightFor,
  }: Ports): UseCase<{ applicationId: string; no?: number }, SubmissionView, NotFound> =>
  async (actor, { applicationId, no: wanted }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application?.submission) return fail({ kind: 'not-found' });
    const isMember = membership(actor, application.organisationId) !== undefined;
    // Versions before the latest are its own people's alone.
    const latest = application.submission.no;
    const no = (isMember && wanted) || latest;
    if (no > latest) return fail({ kind: 'not-found' });
    // Side by side with the check and dropped where it fails, so that a page waits no longer for being careful.
    const [sight, submission, people, round] = await Promise.all([
      isMember ? wholeSight : sightFor(actor, application),
      submissions.find(applicationId, no),
      submissions.people(applicationId, no),
      rounds.find(application.roundId, application),
    ]);
    if (!sight) return fail({ kind: 'not-found' });
    if (!submission || !round) throw new Error(`Submission ${no} of ${applicationId} lacks a part`);

    const snapshot = snapshotSchema.parse(JSON.parse(submission.snapshot));
    // Only staff know where the committee stands.
    const known = !isMember && isStaff(actor) ? application : shownToApplicant(application, round);
    const head = { ...known, title: shownTitle(known.title, sight.redaction) };
    return ok({
      application: sight.organisations ? head : { ...head, organisationId: 'hidden' },
      receipt: receiptOf(submission),
      round,
      people: sight.people ? 'shown' : 'hidden',
      organisation: sight.organisations ? 'shown' : 'hidden',
      submission: readSnapshot(snapshot, { people, terms: round, sight }),
      actions: actionsFor(actor, application, round, receivedAt),
    });
  };
