import { leads } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Cursors } from '../table/cursor.ts';
import type { AlumImports, AlumInvitations } from './alum-invitation.port.ts';
import {
  type AlumInvitation,
  type AlumInvitationStatus,
  answerAlumInvitation,
  isAlumInvitationExpired,
} from './alum-invitation.ts';

/** One line of a chapter's list. Name and address are there while it waits for an answer, and no longer. */
export type AlumInvitationEntry = {
  readonly id: string;
  readonly status: AlumInvitationStatus | 'expired';
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly name?: string;
  readonly email?: string;
};
export type AlumInvitationList = {
  readonly items: readonly AlumInvitationEntry[];
  readonly next?: string;
  /** Imports whose invitations are not all written yet. */
  readonly unfinished: readonly { readonly id: string; readonly at: string; readonly count: number }[];
};

type Ports = {
  invitations: Pick<AlumInvitations, 'ofChapter'>;
  imports: Pick<AlumImports, 'ofChapter'>;
  cursors: Cursors;
};
type Input = { chapterId: string; cursor?: string | undefined };

/** Whom a chapter has asked to register, newest first. For its leads. */
export const listAlumInvitations =
  ({ invitations, imports, cursors }: Ports): UseCase<Input, AlumInvitationList, NotFound | InvalidInput> =>
  async (actor, { chapterId, cursor }, { receivedAt }) => {
    if (!leads(actor, chapterId)) return fail({ kind: 'not-found' });
    const scope = `alum-invitations:${chapterId}:${actor.personId}`;
    const position = cursor === undefined ? undefined : cursors.open(scope, cursor);
    if (cursor !== undefined && position === undefined)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const [page, begun] = await Promise.all([
      invitations.ofChapter(chapterId, position),
      imports.ofChapter(chapterId),
    ]);
    return ok({
      items: page.items.map((one) => entryOf(one, receivedAt)),
      ...(page.next && { next: cursors.seal(scope, page.next) }),
      unfinished: begun
        .filter(({ status }) => status === 'writing')
        .map(({ id, at, count }) => ({ id, at, count })),
    });
  };

const entryOf = (one: AlumInvitation, now: Date): AlumInvitationEntry => {
  const { id, createdAt, expiresAt, imported } = one;
  const expired = one.status === 'pending' && isAlumInvitationExpired(one, now);
  return {
    ...{ id, createdAt, expiresAt, status: expired ? 'expired' : one.status },
    // What the table has yet to forget is not shown any more.
    ...(imported && !expired && { name: imported.name, email: imported.email }),
  };
};

type Withdrawing = { chapterId: string; invitationId: string };

/** A lead takes an invitation back: the link stops working, what was said of somebody goes. Nobody gets mail. */
export const withdrawAlumInvitation =
  ({
    invitations,
  }: {
    invitations: Pick<AlumInvitations, 'find' | 'save'>;
  }): UseCase<Withdrawing, { status: AlumInvitationStatus }, NotFound | StepRefused | Conflict> =>
  async (actor, { chapterId, invitationId }, { receivedAt }) => {
    if (!leads(actor, chapterId)) return fail({ kind: 'not-found' });
    const found = await invitations.find(invitationId);
    if (found?.chapterId !== chapterId) return fail({ kind: 'not-found' });
    if (found.status === 'withdrawn') return ok({ status: found.status });
    const step = { action: 'withdraw', by: actor.personId } as const;
    const withdrawn = answerAlumInvitation(found, step, receivedAt);
    if (!withdrawn.ok) return withdrawn;
    const saved = await invitations.save([withdrawn.value]);
    return saved.ok ? ok({ status: withdrawn.value.invitation.status }) : saved;
  };
