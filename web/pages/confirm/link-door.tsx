import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { render, seeOther } from '../../respond.tsx';
import { type LinkPage, linkSessions } from '../../session/link-sessions.ts';
import type { SitePorts } from '../../session/site-ports.ts';
import { type Site, viewOf } from '../../view.ts';
import { GoneLinkPage } from './gone-link-page.tsx';
import { type Ending, OpeningPage, SessionEndedPage } from './link-pages.tsx';

type Behind<Sheet> = {
  readonly page: LinkPage;
  readonly what: 'letter' | 'signing';
  /** What whoever holds an open link reads. */
  readonly read: UseCase<unknown, Sheet, Failure>;
};

/**
 * The way in to the pages that a mailed link opens, without an account: `routes` swap the link's token for a session at
 * an address without it, and `opened` gives whoever comes with that session what they read, or the page that says why
 * there is nothing. Reading changes nothing.
 */
export const linkDoor = <Sheet,>(ports: SitePorts, { page, what, read }: Behind<Sheet>) => {
  const sessions = linkSessions(ports, page);
  const linked = (c: Context<Site>) => ({ kind: 'link', token: c.req.param('token') ?? '' }) as const;
  const gone = (c: Context<Site>, failure: Failure) =>
    render(c, <GoneLinkPage view={viewOf(c)} what={what} failure={failure} />, failure);
  const ended = (c: Context<Site>, ending: Ending, kept = false) =>
    render(c, <SessionEndedPage view={viewOf(c)} ending={ending} kept={kept} />, 401);

  const opened = async (c: Context<Site>) => {
    const holder = sessions.holder(c);
    if (holder === 'none') return { response: ended(c, 'never') };
    if (holder === 'ended') {
      const kept = c.req.method === 'POST' && (await sessions.keep(c, viewOf(c).typed.text('of')));
      return { response: ended(c, 'closed', kept) };
    }
    const seen = await read(holder, {}, viewOf(c).call);
    return seen.ok ? { holder, sheet: seen.value } : { response: gone(c, seen.failure) };
  };

  const routes = new Hono<Site>()
    .get(`/${page}/:token`, async (c) => {
      const seen = await read(linked(c), {}, viewOf(c).call);
      return seen.ok ? render(c, <OpeningPage view={viewOf(c)} what={what} />) : gone(c, seen.failure);
    })
    .post(`/${page}/:token`, async (c) => {
      const seen = await read(linked(c), {}, viewOf(c).call);
      if (!seen.ok) return gone(c, seen.failure);
      sessions.open(c, linked(c).token);
      return seeOther(c, `/${page}`);
    });
  return { sessions, gone, ended, opened, routes };
};
