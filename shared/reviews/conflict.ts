import type { Application } from '../applications/application.ts';
import { membership, type Person } from '../kernel/actor.ts';

/** Why someone is kept from an application. `declared` is their own word, the others are computed at each step. */
export const conflictKinds = ['member-of-applicant', 'applies-in-round', 'declared'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/**
 * The computed conflict, if there is one. A member of the applicant in any role, viewer included, is conflicted; so is
 * a reviewer throughout a round in which any of their organisations applies: pass those that do as `applying`.
 */
export const conflictOf = (
  person: Person,
  application: Pick<Application, 'organisationId'>,
  applying: readonly string[] = [],
): Exclude<ConflictKind, 'declared'> | undefined => {
  if (membership(person, application.organisationId)) return 'member-of-applicant';
  return applying.some((organisationId) => membership(person, organisationId))
    ? 'applies-in-round'
    : undefined;
};

/** The organisations a person belongs to, in any role. */
export const organisationsOf = (person: Person): readonly string[] =>
  person.roles.flatMap((role) => (role.kind === 'member' ? [role.organisationId] : []));
