import type { UseCase } from '../kernel/endpoint.ts';
import type { LinkExpired, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { type JetaaChapter, jetaaChapter } from '../reference/jetaa-chapters.ts';
import type { AlumInvitations } from './alum-invitation.port.ts';
import { isAlumInvitationExpired } from './alum-invitation.ts';
import { alumInvitationByToken } from './alum-invitation-link.ts';

/** What the link's holder may know: who asks, and until when. Nothing of what the chapter has said of somebody. */
export type SeenAlumInvitation = {
  readonly chapter: JetaaChapter;
  readonly expiresAt: string;
  /** By the person who looks. */
  readonly accepted: boolean;
};

/** For whoever holds the link; looking changes nothing. One that was answered or withdrawn is not found. */
export const viewAlumInvitation =
  ({
    invitations,
  }: {
    invitations: Pick<AlumInvitations, 'find'>;
  }): UseCase<{ token: string }, SeenAlumInvitation, NotFound | LinkExpired> =>
  async (actor, { token }, { receivedAt }) => {
    const found = await alumInvitationByToken(invitations, token);
    const chapter = found && jetaaChapter(found.chapterId);
    if (!found || !chapter) return fail({ kind: 'not-found' });
    const accepted = actor.kind === 'person' && found.accepted?.by === actor.personId;
    if (found.status !== 'pending' && !accepted) return fail({ kind: 'not-found' });
    if (!accepted && isAlumInvitationExpired(found, receivedAt))
      return fail({ kind: 'link-expired', expiredAt: found.expiresAt });
    return ok({ chapter, expiresAt: found.expiresAt, accepted });
  };
