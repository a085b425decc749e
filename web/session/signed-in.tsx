import type { Context, MiddlewareHandler } from 'hono';
import { isStaff } from '../../shared/kernel/actor.ts';
import { keptMinutes } from '../../shared/platform/kept-form.ts';
import { splitAddress } from '../messages/language.ts';
import { ExpiredPage } from '../pages/errors/error-pages.tsx';
import { render } from '../respond.tsx';
import { type Site, viewOf } from '../view.ts';
import { privateCookies, readSessionCookie } from './cookies.ts';
import type { SitePorts } from './site-ports.ts';
import { returnedMark } from './view.middleware.tsx';

type Ports = Pick<SitePorts, 'publicOrigin' | 'keepForm'>;

/** Sends who is not signed in to do so and back. What they had filled in is kept and stands there again afterwards. */
export const signedInOnly = ({ publicOrigin, keepForm }: Ports): MiddlewareHandler<Site> => {
  const cookies = privateCookies(publicOrigin);

  /** The page the form stood on, which need not be the one it was sent to. */
  const formPage = (c: Context<Site>): URL => {
    const sentFrom = c.req.header('referer') ?? '';
    const ours = URL.canParse(sentFrom) && new URL(sentFrom).origin === publicOrigin;
    return new URL(ours ? sentFrom : viewOf(c).path, publicOrigin);
  };

  const keep = async (c: Context<Site>) => {
    const { typed, call } = viewOf(c);
    // Only who has been signed in has something of theirs to come back to.
    const held = readSessionCookie(cookies.read(c, 'session'));
    if (!held || typed.entries.length === 0) return undefined;
    const page = formPage(c);
    page.searchParams.set(returnedMark, '1');
    const path = splitAddress(page.pathname).path + page.search;
    const token = await keepForm({ personId: held.personId, path, fields: typed.entries }, call.receivedAt);
    if (!token) return undefined;
    cookies.write(c, 'kept-form', token, keptMinutes * 60);
    return path;
  };

  return async (c, next) => {
    const view = viewOf(c);
    // A page that someone else left open does not save under the name of who is signed in now.
    const alone = c.req.header('x-autosave') ?? '1';
    if (view.person && (alone === '1' || alone === view.person.account.id)) {
      await next();
      return undefined;
    }
    const signIn = (path: string) => view.href(`/sign-in?next=${encodeURIComponent(path)}`);
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return c.redirect(signIn(view.path), 303);
    // The browser's module keeps its own copy and says so.
    if (c.req.header('x-autosave')) return c.json({ error: 'not-signed-in' }, 401);
    const kept = await keep(c);
    return render(
      c,
      <ExpiredPage view={view} kept={kept !== undefined} signIn={signIn(kept ?? view.path)} />,
      401,
    );
  };
};

/** Staff's pages do not exist for anyone else. */
export const staffOnly: MiddlewareHandler<Site> = async (c, next) => {
  if (!isStaff(viewOf(c).actor)) return c.notFound();
  await next();
  return undefined;
};
