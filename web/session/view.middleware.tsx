import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { KnownPerson } from '../../shared/accounts/account.port.ts';
import { idSchema } from '../../shared/kernel/ids.ts';
import { type Typed, typedFrom } from '../components/form/typed.ts';
import { languageCookie, splitAddress } from '../messages/language.ts';
import { RefusedPage } from '../pages/errors/error-pages.tsx';
import { render } from '../respond.tsx';
import type { Site, View } from '../view.ts';
import { bareView } from './bare-view.ts';
import { privateCookies, readSessionCookie } from './cookies.ts';
import { readFormBody } from './form-body.ts';
import { isSameOrigin } from './same-origin.ts';
import type { SitePorts } from './site-ports.ts';

const year = 31_536_000;

/** On the address of a page that shows a kept form again. */
export const returnedMark = 'returned';

const withForm = (view: View, typed: Typed): View => {
  const key = idSchema.safeParse(typed.text('_key'));
  return key.success
    ? { ...view, typed, key: key.data, call: { ...view.call, idempotencyKey: key.data } }
    : { ...view, typed };
};

const withPerson = (view: View, person: KnownPerson | undefined): View =>
  person ? { ...view, person, actor: person.actor } : view;

/** Language, person, form and call of every request; refuses forms that another site sent or that are none. */
export const viewOfRequest = (ports: SitePorts): MiddlewareHandler<Site> => {
  const cookies = privateCookies(ports.publicOrigin);
  const secure = ports.publicOrigin.startsWith('https:');

  const keepLanguage = (c: Context<Site>) => {
    const { language } = splitAddress(new URL(c.req.url).pathname);
    if (!language) c.header('vary', 'accept-language, cookie');
    else if (getCookie(c, languageCookie) !== language)
      setCookie(c, languageCookie, language, {
        path: '/',
        maxAge: year,
        sameSite: 'Lax',
        httpOnly: true,
        secure,
      });
  };

  const personOf = (c: Context<Site>, now: Date) => {
    const held = readSessionCookie(cookies.read(c, 'session'));
    return held && ports.personOfSession(held.personId, held.token, now);
  };

  const keptFormOf = (c: Context<Site>, now: Date) => {
    const token = c.req.method === 'GET' && c.req.query(returnedMark) && cookies.read(c, 'kept-form');
    return token ? ports.findKeptForm(token, now) : undefined;
  };

  return async (c, next) => {
    const bare = bareView(c, ports);
    // Set before anything can fail: the error pages speak the reader's language too.
    c.set('view', bare);
    c.header('cache-control', 'no-store');
    keepLanguage(c);

    const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    const refuse = (status: 400 | 403 | 413 | 415) =>
      render(c, <RefusedPage view={bare} status={status} />, status);
    if (changes && !isSameOrigin((name) => c.req.header(name), ports.publicOrigin)) return refuse(403);
    const body = changes ? await readFormBody(c.req.raw) : { entries: [] };
    if ('problem' in body) return refuse(body.problem.status);

    const { receivedAt } = bare.call;
    const [person, kept] = await Promise.all([personOf(c, receivedAt), keptFormOf(c, receivedAt)]);
    // On a shared computer someone else may have signed in since.
    const returned = kept !== undefined && kept.personId === person?.account.id;
    const typed = typedFrom(returned ? kept.fields : body.entries);
    c.set('view', { ...withPerson(withForm(bare, typed), person), returned });
    await next();
    return undefined;
  };
};
