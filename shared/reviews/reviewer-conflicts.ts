import type { Applications } from '../applications/application.port.ts';
import { conflictsFor } from '../conflicts/find-conflicts.ts';
import type { Finding } from '../conflicts/finding.ts';
import type { Judged } from '../conflicts/judged.ts';
import type { Person } from '../kernel/actor.ts';
import { applyingOrganisations } from './applying-organisations.ts';
import { type ClearancePorts, declaredBy } from './staff-clearance.ts';

export type ReviewerConflictPorts = ClearancePorts & {
  applications: Pick<Applications, 'ofOrganisation' | 'allSent'>;
};

/**
 * Every reason that keeps each of several reviewers from scoring an application, with what it rests on, asked once for
 * a whole round and side by side: what keeps anyone from it, and beyond that an own application in the round and an
 * interest in a rival. `sent` is what was sent in the round, where the caller reads it anyway.
 */
export const reviewersConflicts =
  (ports: ReviewerConflictPorts) =>
  async (people: readonly Person[], roundId: string, sent?: Promise<readonly Judged[]>) => {
    const [named, others, of] = await Promise.all([
      ports.interests.namedIn(roundId),
      sent ?? ports.applications.allSent(roundId),
      Promise.all(
        people.map(async (person) => {
          const [declared, facts, applying] = await Promise.all([
            declaredBy(ports)(person, roundId),
            ports.interests.ofPerson(person),
            applyingOrganisations(ports)(person, roundId),
          ]);
          return { declared, facts, applying };
        }),
      ),
    ]);
    return of.map(({ facts, ...own }) => conflictsFor(facts, { ...own, named, others }));
  };

/** The same of one reviewer. */
export const reviewerConflicts =
  (ports: ReviewerConflictPorts) =>
  async (person: Person, roundId: string, sent?: Promise<readonly Judged[]>) => {
    const [find] = await reviewersConflicts(ports)([person], roundId, sent);
    return (application: Judged): readonly Finding[] => find?.(application) ?? [];
  };
