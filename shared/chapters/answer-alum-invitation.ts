import type { AlumDrafts, Alumni } from '../alumni/alum.port.ts';
import { draftDays, type Registration } from '../alumni/alum-draft.ts';
import { ownAlum } from '../alumni/own-alum.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, LinkExpired, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { AlumInvitations } from './alum-invitation.port.ts';
import { type AlumInvitation, answerAlumInvitation, isAlumInvitationExpired } from './alum-invitation.ts';
import { alumInvitationByToken } from './alum-invitation-link.ts';

type Ports = {
  invitations: Pick<AlumInvitations, 'find' | 'save'>;
  alumni: Pick<Alumni, 'many'>;
  drafts: Pick<AlumDrafts, 'find' | 'save'>;
};
type Failures = NotFound | LinkExpired | StepRefused | Conflict;
type Input = { token: string };

const dayMs = 24 * 60 * 60_000;

/**
 * The signed-in person takes over what the chapter had said: it stands in their registration, unsent, wherever they have not
 * written anything themselves. They are registered, matched and counted only once they register and consent. Accepting again
 * what oneself accepted is ok.
 */
export const acceptAlumInvitation =
  ({ invitations, alumni, drafts }: Ports): UseCase<Input, { chapterId: string }, Failures> =>
  async (actor, { token }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const found = await alumInvitationByToken(invitations, token);
    if (!found) return fail({ kind: 'not-found' });
    const { chapterId } = found;
    if (found.accepted?.by === actor.personId) return ok({ chapterId });
    const open = openAt(found, receivedAt);
    if (!open.ok) return open;
    const answered = answerAlumInvitation(found, { action: 'accept', by: actor.personId }, receivedAt);
    if (!answered.ok) return answered;

    const [alum, draft] = await Promise.all([ownAlum(alumni, actor), drafts.find(actor.personId)]);
    if (!alum && found.imported) {
      // Before the answer, which lets go of it: cut short here, the link still opens.
      const kept = await drafts.save({
        ...draft,
        personId: actor.personId,
        version: (draft?.version ?? 0) + 1,
        savedAt: receivedAt.toISOString(),
        expiresAt: Math.ceil((receivedAt.getTime() + draftDays * dayMs) / 1000),
        invitedBy: chapterId,
        registration: { ...prefilled(found.imported), ...draft?.registration },
      });
      if (!kept.ok) return kept;
    }
    const saved = await invitations.save([answered.value]);
    return saved.ok ? ok({ chapterId }) : saved;
  };

/** Whoever holds the link has what the chapter said of them deleted, without an account; the chapter does not ask again. */
export const declineAlumInvitation =
  ({
    invitations,
  }: Pick<Ports, 'invitations'>): UseCase<Input, { chapterId: string }, NotFound | StepRefused | Conflict> =>
  async (actor, { token }, { receivedAt }) => {
    const found = await alumInvitationByToken(invitations, token);
    if (!found || found.status === 'accepted' || found.status === 'withdrawn')
      return fail({ kind: 'not-found' });
    const { chapterId } = found;
    // A second click finds it done.
    if (found.status === 'declined') return ok({ chapterId });
    const by = actor.kind === 'person' ? actor.personId : 'link:alum-invitation';
    const answered = answerAlumInvitation(found, { action: 'decline', by }, receivedAt);
    if (!answered.ok) return answered;
    const saved = await invitations.save([answered.value]);
    return saved.ok ? ok({ chapterId }) : saved;
  };

const openAt = (found: AlumInvitation, now: Date) => {
  // A used or withdrawn link tells a stranger nothing.
  if (found.status !== 'pending') return fail({ kind: 'not-found' } as const);
  if (isAlumInvitationExpired(found, now))
    return fail({ kind: 'link-expired', expiredAt: found.expiresAt } as const);
  return ok(undefined);
};

const prefilled = ({ placements, state }: NonNullable<AlumInvitation['imported']>): Registration => ({
  placements,
  ...(state && { home: { in: 'us', city: '', state } }),
});
