import * as z from 'zod';
import type { Person, Role } from '../kernel/actor.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { idSchema } from '../kernel/ids.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';

/** From the widest to the narrowest. */
export const memberships = ['owner', 'editor', 'viewer'] as const;
export type Membership = (typeof memberships)[number];

export const roleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), programId: idSchema }),
  z.object({ kind: z.literal('member'), organisationId: idSchema, as: z.enum(memberships) }),
  z.object({ kind: z.literal('reviewer'), roundId: idSchema }),
  z.object({ kind: z.literal('lead'), chapterId: jetaaChapterSchema }),
]);

/** The confidentiality pledge as it was signed: which text, and when. */
export const signedPledgeSchema = z.object({ version: z.string(), at: z.iso.datetime() });
export type SignedPledge = z.output<typeof signedPledgeSchema>;

/** A role given or taken, by whom and when. A reviewer's carries the pledge that made it. */
export type RoleChange = {
  readonly personId: string;
  readonly role: Role;
  readonly by: string;
  readonly at: Date;
  readonly pledge?: SignedPledge;
  /** The role of the same kind and scope that a wider one takes the place of. */
  readonly replaces?: Role;
};

/** A role as it is kept: since when, by whose doing, and with which pledge. */
export type HeldRole = {
  readonly role: Role;
  readonly since: string;
  readonly by: string;
  readonly pledge?: SignedPledge;
};

/** Within what a role holds: one person has one role of a kind in a scope. */
export const scopeOf = (role: Role): string => {
  if (role.kind === 'staff') return role.programId;
  if (role.kind === 'member') return role.organisationId;
  return role.kind === 'lead' ? role.chapterId : role.roundId;
};

/** `owner`, `editor`, `viewer`, `staff`, `reviewer`, `lead`: as histories and lists name it. */
export const roleName = (role: Role): string => (role.kind === 'member' ? role.as : role.kind);

/** The role of this kind and scope that the person holds, however it may read otherwise. */
export const heldLike = ({ roles }: Person, role: Role): Role | undefined =>
  roles.find((held) => held.kind === role.kind && scopeOf(held) === scopeOf(role));

/** The fact of a role given or taken, under the person. The instant tells a second grant from the first. */
export const roleEvent = (type: 'role-granted' | 'role-revoked', change: RoleChange): DomainEvent => {
  const { personId, role, by } = change;
  const at = change.at.toISOString();
  const scope = scopeOf(role);
  return {
    id: `${personId}/${type}/${role.kind}/${scope}/${at}`,
    subject: `person#${personId}`,
    type,
    at,
    by,
    data: { role: roleName(role), scope },
  };
};
