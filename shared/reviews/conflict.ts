import type { Application } from '../applications/application.ts';
import { membership, type Person } from '../kernel/actor.ts';

export type { ConflictKind } from '../conflicts/conflict-kind.ts';

/**
 * The conflict that lies in who belongs to whom, if there is one: a part of what `ownReview` and `staffClearance` find. A member of the applicant in any role, viewer included, is conflicted; so is
 * a reviewer throughout a round in which any of their organisations applies: pass those that do as `applying`.
 */
export const conflictOf = (
  person: Person,
  application: Pick<Application, 'organisationId'>,
  applying: readonly string[] = [],
): 'member-of-applicant' | 'applies-in-round' | undefined => {
  if (membership(person, application.organisationId)) return 'member-of-applicant';
  return applying.some((organisationId) => membership(person, organisationId))
    ? 'applies-in-round'
    : undefined;
};

/** The organisations a person belongs to, in any role. */
export const organisationsOf = (person: Person): readonly string[] =>
  person.roles.flatMap((role) => (role.kind === 'member' ? [role.organisationId] : []));
