import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { MessageChange } from '../messages/message.port.ts';
import type { AlumImport, AlumImportChange } from './alum-import.ts';
import type { AlumInvitation, AlumInvitationChange } from './alum-invitation.ts';

export type AlumInvitations = {
  /** Consistent. */
  find(invitationId: string): Promise<AlumInvitation | undefined>;
  /** In no order; those that do not exist are left out. Consistent. */
  many(invitationIds: readonly string[]): Promise<readonly AlumInvitation[]>;
  /** A chapter's, newest first, thirty a page, from an index. */
  ofChapter(chapterId: string, position?: string): Promise<Page<AlumInvitation>>;
  /** Creates version 1, replaces version n-1 by n, each with its mail where it has one; all of them or none. At most twenty. */
  save(
    changes: readonly (AlumInvitationChange & { readonly mail?: MessageChange })[],
  ): Promise<Result<void, Conflict | NotFound>>;
};

export type AlumImports = {
  /** Consistent. */
  find(chapterId: string, importId: string): Promise<AlumImport | undefined>;
  /** A chapter's of the last weeks: a handful. Consistent. */
  ofChapter(chapterId: string): Promise<readonly AlumImport[]>;
  /** How many invitations the chapter has mailed on a day, `2027-01-04`, UTC. Consistent. */
  mailedOn(chapterId: string, day: string): Promise<number>;
  /** Creates it and counts its mails to its day; a conflict where it is there already, or more than `most` would be mailed. */
  begin(change: AlumImportChange, most: number): Promise<Result<void, Conflict | NotFound>>;
  /** Replaces version 1 by 2. */
  end(change: AlumImportChange): Promise<Result<void, Conflict | NotFound>>;
};
