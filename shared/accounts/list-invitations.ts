import { type Actor, isStaff, membership } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { leadingAsia } from '../programs/round.ts';
import type { Cursors } from '../table/cursor.ts';
import type { Invitations } from './invitation.port.ts';
import type { Invitation } from './invitation.ts';

type Ports = { invitations: Pick<Invitations, 'list'>; cursors: Cursors };
type Answer = Result<Page<Invitation>, NotFound | InvalidInput>;
type Cursor = { cursor?: string | undefined };

/** What the program office sent, to staff, reviewers and chapters’ leads, newest first. For staff. */
export const listStaffInvitations =
  (ports: Ports): UseCase<Cursor, Page<Invitation>, NotFound | InvalidInput> =>
  async (actor, { cursor }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    return listOf(ports, actor, `program#${leadingAsia}`, cursor);
  };

/** What an organisation's owners sent, newest first. For its owners and editors. */
export const listOrganisationInvitations =
  (ports: Ports): UseCase<Cursor & { organisationId: string }, Page<Invitation>, NotFound | InvalidInput> =>
  async (actor, { organisationId, cursor }) => {
    const as = membership(actor, organisationId);
    if (as !== 'owner' && as !== 'editor') return fail({ kind: 'not-found' });
    return listOf(ports, actor, `organisation#${organisationId}`, cursor);
  };

const listOf = async (
  { invitations, cursors }: Ports,
  actor: Actor,
  sender: string,
  cursor: string | undefined,
): Promise<Answer> => {
  const scope = `invitations:${sender}:${actor.kind === 'person' ? actor.personId : ''}`;
  const position = cursor && cursors.open(scope, cursor);
  if (cursor && !position)
    return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
  const page = await invitations.list(sender, position);
  return ok({ items: page.items, ...(page.next && { next: cursors.seal(scope, page.next) }) });
};
