import type { KnownPerson } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import type { Person } from '../kernel/actor.ts';
import { applyingOrganisations } from './applying-organisations.ts';
import { type ConflictKind, conflictOf } from './conflict.ts';
import { type ClearancePorts, staffClearance } from './staff-clearance.ts';

type Ports = ClearancePorts & { applications: Pick<Applications, 'ofOrganisation'> };

/**
 * What keeps a reviewer from an application, asked once for a round: their own roles, what applies with them, and what
 * they declared in whichever role, also before an assignment was taken back.
 */
export const reviewerClearance = (ports: Ports) => async (reviewer: Person, roundId: string) => {
  const [applying, declared] = await Promise.all([
    applyingOrganisations(ports)(reviewer, roundId),
    staffClearance(ports)(reviewer, roundId),
  ]);
  return (application: Application): ConflictKind | undefined =>
    conflictOf(reviewer, application, applying) ?? declared(application);
};

/** The same of several reviewers, side by side: for a plan, which asks of each pair. */
export const pairConflicts = (ports: Ports) => {
  const clearance = reviewerClearance(ports);
  return async (roundId: string, reviewers: readonly KnownPerson[]) => {
    const asked = await Promise.all(
      reviewers.map(async ({ actor }) => [actor.personId, await clearance(actor, roundId)] as const),
    );
    const of = new Map(asked);
    // Somebody who was not asked about is kept away: nothing is known of them.
    return (reviewerId: string, application: Application): ConflictKind | undefined => {
      const one = of.get(reviewerId);
      return one ? one(application) : 'declared';
    };
  };
};
