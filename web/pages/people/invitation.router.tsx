import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { ClosedInvitationPage, InvitationPage } from './invitation-page.tsx';
import { afterwards } from './role-door.ts';
import type { InvitationUseCases } from './use-cases.ts';

/** The address of an invitation's mail. Looking changes nothing; accepting needs a signed-in person and a POST. */
export const invitationPages = ({ viewInvitation, acceptInvitation }: InvitationUseCases) => {
  const page = async (c: Context<Site>, token: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await viewInvitation(view.actor, { token }, view.call);
    if (!seen.ok) return render(c, <ClosedInvitationPage view={view} failure={seen.failure} />, seen.failure);
    return render(
      c,
      <InvitationPage view={view} token={token} seen={seen.value} failure={failure} />,
      failure,
    );
  };

  return new Hono<Site>()
    .get('/invitations/:token', (c) => page(c, c.req.param('token')))
    .post('/invitations/:token', async (c) => {
      const { actor, call, typed } = viewOf(c);
      const token = c.req.param('token');
      const here = encodeURIComponent(`/invitations/${encodeURIComponent(token)}`);
      if (actor.kind !== 'person') return seeOther(c, `/sign-in?next=${here}`);
      const done = await acceptInvitation(actor, { token, pledge: typed.text('pledge') === 'yes' }, call);
      return done.ok ? seeOther(c, afterwards(done.value.role)) : page(c, token, done.failure);
    });
};
