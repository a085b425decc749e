import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Reviews } from '../reviews/review.port.ts';
import { applicationReviews, type StandingReviewsPorts } from '../reviews/standing-reviews.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';
import { isBeforeCommittee } from './list-decisions.ts';
import type { Clearance } from './propose-decision.ts';
import { setAsideBefore } from './set-aside-before.ts';

type Ports = StandingReviewsPorts & {
  applications: Pick<Applications, 'find'>;
  reviews: Pick<Reviews, 'ofApplication'>;
  rounds: Pick<Rounds, 'find'>;
  decisions: Pick<Decisions, 'find'>;
  clearance: Clearance;
};

export type DecisionView = {
  readonly round: Round;
  readonly application: Application;
  readonly decision: Decision | undefined;
  /** Reviews that were in before it was proposed and count no more. */
  readonly setAside: number;
};

/** One application with what is proposed for it, for staff without a conflict. */
export const viewDecision =
  (ports: Ports): UseCase<{ applicationId: string }, DecisionView, NotFound> =>
  async (actor, { applicationId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    // Side by side with the door and dropped where it stays shut.
    const [shown, { setAside }] = await Promise.all([
      shownTo(ports, actor, applicationId),
      applicationReviews(ports)(ports.reviews.ofApplication(applicationId)),
    ]);
    if (!shown) return fail({ kind: 'not-found' });
    return ok({ ...shown, setAside: setAsideBefore(shown.decision, setAside) });
  };

const shownTo = async (ports: Ports, person: Person, applicationId: string) => {
  const [application, decision] = await Promise.all([
    ports.applications.find(applicationId),
    ports.decisions.find(applicationId),
  ]);
  if (!application || !isBeforeCommittee(application)) return undefined;
  const [round, conflict] = await Promise.all([
    ports.rounds.find(application.roundId),
    ports.clearance(person, application.roundId),
  ]);
  return round && !conflict(application) ? { round, application, decision } : undefined;
};
