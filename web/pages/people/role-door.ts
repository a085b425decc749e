import type { Role } from '../../../shared/kernel/actor.ts';

/** Where a role's work lies: our own address, without language. */
export const doorOf = (role: Role): string => {
  if (role.kind === 'staff') return '/staff';
  if (role.kind === 'lead') return `/chapters/${role.chapterId}`;
  return role.kind === 'reviewer' ? '/reviews' : `/organisations/${role.organisationId}`;
};

/** Where one goes right after accepting it: a reviewer first says where they live, served and belong. */
export const afterwards = (role: Role): string =>
  role.kind === 'reviewer' ? '/reviews/profile' : doorOf(role);
