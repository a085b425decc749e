import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { render } from '../../respond.tsx';
import { privateCookies, readSessionCookie } from '../../session/cookies.ts';
import { firstPage, ownPath } from '../../session/sign-in.ts';
import { callbackPath } from '../../session/sign-in-addresses.ts';
import type { SitePorts } from '../../session/site-ports.ts';
import { type Site, viewOf } from '../../view.ts';
import { SignInFailedPage } from './sign-in-failed-page.tsx';

const underWaySchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().optional(),
  prefix: z.enum(['', '/en', '/ja']),
});

/** Ten minutes to find the code in one's mail. */
const signInSeconds = 600;

/** Signing in through the identity provider, and out. */
export const signInPages = (ports: SitePorts) => {
  const cookies = privateCookies(ports.publicOrigin);
  const callback = `${ports.publicOrigin}${callbackPath}`;

  const failed = (c: Context<Site>, status: 400 | 403, unconfirmed = false) =>
    render(c, <SignInFailedPage view={viewOf(c)} unconfirmed={unconfirmed} />, status);

  /** What was remembered when this browser set out; used once. */
  const underWayOf = (c: Context<Site>) => {
    const text = cookies.read(c, 'sign-in');
    cookies.remove(c, 'sign-in');
    try {
      return underWaySchema.parse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8')));
    } catch {
      return undefined;
    }
  };

  const endSession = async (c: Context<Site>) => {
    const held = readSessionCookie(cookies.read(c, 'session'));
    if (held) await ports.endSession(held.personId, held.token);
  };

  return new Hono<Site>()
    .get('/sign-in', async (c) => {
      const view = viewOf(c);
      const next = ownPath(c.req.query('next'));
      if (view.person) return c.redirect(view.href(next ?? firstPage(view.person)), 303);
      const { address, underWay } = await ports.identity.begin(callback, view.language);
      const remembered = JSON.stringify({ ...underWay, next, prefix: view.href('') });
      cookies.write(c, 'sign-in', Buffer.from(remembered).toString('base64url'), signInSeconds);
      return c.redirect(address.href, 303);
    })

    .get(callbackPath, async (c) => {
      const { call, language } = viewOf(c);
      const underWay = underWayOf(c);
      if (!underWay) return failed(c, 400);
      const came = new URL(callbackPath + new URL(c.req.url).search, ports.publicOrigin);
      const who = await ports.identity.finish(came, underWay);
      if (!who) return failed(c, 400);
      if (!who.emailVerified) return failed(c, 403, true);

      const { subject, email } = who;
      const account = await ports.signIn.signIn(publicActor, { subject, email, language }, call);
      if (!account.ok) return failed(c, 400);
      const { personId } = account.value;
      const [session, person] = await Promise.all([
        ports.signIn.openSession(personId, call.receivedAt),
        ports.signIn.findPerson(personId),
        // A session that stood before is not taken along.
        endSession(c),
      ]);
      const seconds = Math.floor((session.endsAt.getTime() - call.receivedAt.getTime()) / 1000);
      cookies.write(c, 'session', `${personId}.${session.token}`, seconds);
      return c.redirect(underWay.prefix + (ownPath(underWay.next) ?? firstPage(person)), 303);
    })

    .post('/sign-out', async (c) => {
      await endSession(c);
      cookies.remove(c, 'session');
      cookies.remove(c, 'kept-form');
      return c.redirect(ports.logoutUrl || viewOf(c).href('/'), 303);
    });
};
