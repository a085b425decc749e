import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { membership, owns } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Reviews } from '../reviews/review.port.ts';
import type { RemarksShelf } from './remarks.port.ts';
import { approvedFeedback, type Feedback } from './remarks.ts';

type Ports = {
  applications: Pick<Applications, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  reviews: Pick<Reviews, 'ofApplication'>;
  remarks: Pick<RemarksShelf, 'find'>;
};

export type Outcome = {
  readonly application: Application;
  readonly round: Round;
  /** What staff have approved of the reviewers' words; empty until they have. */
  readonly feedback: readonly Feedback[];
  /** Whether this person may answer the award now. */
  readonly mayAnswer: boolean;
};

/** The outcome and the approved remarks, for the applicant's people, once it is announced; not found before. */
export const viewOutcome =
  ({
    applications,
    rounds,
    reviews,
    remarks,
  }: Ports): UseCase<{ applicationId: string }, Outcome, NotFound> =>
  async (actor, { applicationId }) => {
    const application = await applications.find(applicationId);
    if (!application || !membership(actor, application.organisationId)) return fail({ kind: 'not-found' });
    const [round, files, stands] = await Promise.all([
      rounds.find(application.roundId),
      application.outcome ? reviews.ofApplication(applicationId) : [],
      application.outcome ? remarks.find(applicationId) : undefined,
    ]);
    if (!round?.announcedAt || !application.outcome) return fail({ kind: 'not-found' });
    return ok({
      application,
      round,
      feedback: approvedFeedback(stands, files),
      mayAnswer: application.status === 'awarded' && owns(actor, application.organisationId),
    });
  };
