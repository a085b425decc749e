import type { KnownPerson } from '../accounts/account.port.ts';
import type { Application } from '../applications/application.ts';
import type { ConflictKind } from '../conflicts/conflict-kind.ts';
import { keptBy } from '../conflicts/finding.ts';
import { type ReviewerConflictPorts, reviewersConflicts } from './reviewer-conflicts.ts';

/**
 * What keeps each of several reviewers from an application, unknown ones and rivals included: for a plan, which asks of
 * each pair. As kinds, for staff.
 */
export const pairConflicts =
  (ports: ReviewerConflictPorts) =>
  async (roundId: string, reviewers: readonly Pick<KnownPerson, 'actor'>[]) => {
    const people = reviewers.map(({ actor }) => actor);
    const found = await reviewersConflicts(ports)(people, roundId);
    const of = new Map(people.map(({ personId }, at) => [personId, found[at]]));
    // Somebody who was not asked about is kept away: nothing is known of them.
    return (reviewerId: string, application: Application): ConflictKind | undefined => {
      const find = of.get(reviewerId);
      return find ? keptBy(find(application)) : 'declared';
    };
  };
