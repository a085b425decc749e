import { type Context, Hono } from 'hono';
import type { SignOffSheet } from '../../../shared/applications/application-view.ts';
import type { Signature } from '../../../shared/applications/sign-application.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { render, seeOther } from '../../respond.tsx';
import { linkSessions } from '../../session/link-sessions.ts';
import type { SitePorts } from '../../session/site-ports.ts';
import { type Site, viewOf } from '../../view.ts';
import { readSignature } from '../applications/asking/signature.ts';
import { GoneLinkPage } from '../confirm/gone-link-page.tsx';
import { type Ending, OpeningPage, SessionEndedPage } from '../confirm/link-pages.tsx';
import { SigningPage } from './signing-page.tsx';

export type SignOffUseCases = {
  readonly viewSignOff: UseCase<unknown, SignOffSheet, Failure>;
  readonly signByLink: UseCase<Signature, { signedAt: string }, Failure>;
};

/**
 * The authorised official's page: the link is all that is needed, no account. Opening it swaps the link's token for a
 * session at an address without it; reading changes nothing.
 */
export const signOffPages = ({ viewSignOff, signByLink }: SignOffUseCases, ports: SitePorts) => {
  const sessions = linkSessions(ports, 'sign-off');
  const linked = (c: Context<Site>) => ({ kind: 'link', token: c.req.param('token') ?? '' }) as const;
  const gone = (c: Context<Site>, failure: Failure) =>
    render(c, <GoneLinkPage view={viewOf(c)} what="signing" failure={failure} />, failure);
  const ended = (c: Context<Site>, ending: Ending, kept = false) =>
    render(c, <SessionEndedPage view={viewOf(c)} ending={ending} kept={kept} />, 401);

  /** The open application, or the page that says why there is none. */
  const opened = async (c: Context<Site>) => {
    const holder = sessions.holder(c);
    if (holder === 'none') return { response: ended(c, 'never') };
    if (holder === 'ended') {
      const kept = c.req.method === 'POST' && (await sessions.keep(c, viewOf(c).typed.text('of')));
      return { response: ended(c, 'closed', kept) };
    }
    const seen = await viewSignOff(holder, {}, viewOf(c).call);
    return seen.ok ? { holder, sheet: seen.value } : { response: gone(c, seen.failure) };
  };

  return new Hono<Site>()
    .get('/sign-off', async (c) => {
      const { sheet, response } = await opened(c);
      if (!sheet) return response;
      const isOpen = sheet.open && sheet.signOff.state !== 'signed';
      const back = isOpen ? await sessions.kept(c, sheet.application.id) : undefined;
      return render(c, <SigningPage view={viewOf(c)} sheet={sheet} back={back} />);
    })
    .post('/sign-off', async (c) => {
      const { holder, sheet, response } = await opened(c);
      if (!holder) return response;
      const { typed, call } = viewOf(c);
      // Two requests in one browser share the session: a signature goes under the text that was read, or nowhere.
      const of = typed.text('of');
      if (of !== sheet.application.id) return ended(c, 'other', await sessions.keep(c, of));
      const signature = readSignature(typed);
      const done = signature.ok ? await signByLink(holder, signature.value, call) : signature;
      if (done.ok) {
        sessions.forget(c);
        return seeOther(c, '/sign-off');
      }
      // The text as it stands now, which may be another than the one that was read.
      const now = await viewSignOff(holder, {}, call);
      return now.ok
        ? render(c, <SigningPage view={viewOf(c)} sheet={now.value} failure={done.failure} />, done.failure)
        : gone(c, now.failure);
    })
    .get('/sign-off/:token', async (c) => {
      const view = viewOf(c);
      const seen = await viewSignOff(linked(c), {}, view.call);
      return seen.ok ? render(c, <OpeningPage view={view} what="signing" />) : gone(c, seen.failure);
    })
    .post('/sign-off/:token', async (c) => {
      const seen = await viewSignOff(linked(c), {}, viewOf(c).call);
      if (!seen.ok) return gone(c, seen.failure);
      sessions.open(c, linked(c).token);
      return seeOther(c, '/sign-off');
    });
};
