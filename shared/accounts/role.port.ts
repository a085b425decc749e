import type { Role } from '../kernel/actor.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { HeldRole, RoleChange } from './role.ts';

/** Someone who holds a role in a scope, and since when. */
export type RoleHolder = { readonly personId: string; readonly role: Role; readonly since: string };

export type Roles = {
  /** All that is held under one account's id, and under no other. Consistent. */
  heldBy(personId: string): Promise<readonly HeldRole[]>;
  /** A conflict where a role of this kind and scope is held already. */
  grant(change: RoleChange): Promise<Result<void, Conflict | NotFound>>;
  /** Takes effect with the next request. Not found where no such role is held. */
  revoke(change: RoleChange): Promise<Result<void, Conflict | NotFound>>;
  staffOf(programId: string): Promise<readonly RoleHolder[]>;
  reviewersOf(roundId: string): Promise<readonly RoleHolder[]>;
  /** The officers of a JETAA chapter. */
  leadsOf(chapterId: string): Promise<readonly RoleHolder[]>;
  membersOf(organisationId: string): Promise<readonly RoleHolder[]>;
};
