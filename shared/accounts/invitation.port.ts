import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { MessageChange } from '../messages/message.port.ts';
import type { Invitation, InvitationChange } from './invitation.ts';
import type { RoleChange } from './role.ts';

/** What must stand in the same transaction: the mail of a new one, the role of an accepted one. */
type Along = { readonly message?: MessageChange; readonly grant?: RoleChange };

export type Invitations = {
  find(invitationId: string): Promise<Invitation | undefined>;
  /** Sent for an organisation (`organisation#id`) or by the program office (`program#id`), newest first. */
  list(sender: string, position?: string): Promise<Page<Invitation>>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: InvitationChange, along?: Along): Promise<Result<void, Conflict | NotFound>>;
};
