import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import * as z from 'zod';
import { type Typed, typedFrom } from '../components/form/typed.ts';
import { languages } from '../messages/language.ts';
import { type Site, viewOf } from '../view.ts';
import type { SitePorts } from './site-ports.ts';

/** The pages that a mailed link opens. */
export type LinkPage = 'confirm' | 'sign-off';
type Name = 'link' | 'link-form';
type Ports = Pick<SitePorts, 'publicOrigin' | 'seals' | 'keepForm' | 'findKeptForm'>;

/** After the last step; it never outlives the link itself, which every step checks. */
export const linkMinutes = 30;
/** An ended session is known for a day, so that its page can say so and keep what was typed. */
const rememberedSeconds = 86_400;

const sessionSchema = z.object({ token: z.string(), until: z.iso.datetime() });

/**
 * The session that a link's token is swapped for, by a POST: the token leaves the address, and lives on sealed in a
 * cookie that only the link's own pages get. It slides by being written again, so that reading a page writes nothing
 * to the table; a link that was revoked, replaced or has expired opens nothing, whatever a cookie says.
 */
export const linkSessions = ({ publicOrigin, seals, keepForm, findKeptForm }: Ports, page: LinkPage) => {
  const secure = publicOrigin.startsWith('https:');
  const prefix = secure ? ({ prefix: 'secure' } as const) : {};
  const scope = `link-session:${page}`;
  const paths = ['', ...languages.map((language) => `/${language}`)].map((before) => `${before}/${page}`);

  const read = (c: Context<Site>, name: Name) => (secure ? getCookie(c, name, 'secure') : getCookie(c, name));
  const write = (c: Context<Site>, name: Name, value: string, maxAge: number) => {
    for (const path of paths)
      setCookie(c, name, value, { ...prefix, path, secure, httpOnly: true, sameSite: 'Strict', maxAge });
  };
  const remember = (c: Context<Site>, token: string) => {
    const until = new Date(viewOf(c).call.receivedAt.getTime() + linkMinutes * 60_000).toISOString();
    write(c, 'link', seals.seal(scope, JSON.stringify({ token, until })), rememberedSeconds);
  };
  const sealed = (c: Context<Site>) => {
    const opened = seals.open(scope, read(c, 'link') ?? '');
    return opened === undefined ? undefined : sessionSchema.parse(JSON.parse(opened));
  };

  return {
    /** Swaps the token for a session. */
    open: remember,
    /** Whose link it is, for half an hour more; `ended` once that has passed, `none` where none was opened here. */
    holder(c: Context<Site>): { kind: 'link'; token: string } | 'ended' | 'none' {
      const session = sealed(c);
      if (!session) return 'none';
      if (viewOf(c).call.receivedAt >= new Date(session.until)) return 'ended';
      remember(c, session.token);
      return { kind: 'link', token: session.token };
    },
    end: (c: Context<Site>) => write(c, 'link', '', 0),
    /** Keeps a form that came too late, for whoever opens the same request's link in this browser. */
    async keep(c: Context<Site>, of: string): Promise<boolean> {
      const { typed, call } = viewOf(c);
      if (!sealed(c) || of === '' || typed.entries.length === 0) return false;
      const form = { personId: `${scope}:${of}`, path: `/${page}`, fields: typed.entries };
      const token = await keepForm(form, call.receivedAt);
      if (token) write(c, 'link-form', token, linkMinutes * 60);
      return token !== undefined;
    },
    /** The form that was kept, if it belongs to the request that is open now. */
    async kept(c: Context<Site>, of: string): Promise<Typed | undefined> {
      const token = read(c, 'link-form');
      const form = token ? await findKeptForm(token, viewOf(c).call.receivedAt) : undefined;
      return form?.personId === `${scope}:${of}` ? typedFrom(form.fields) : undefined;
    },
    forget: (c: Context<Site>) => write(c, 'link-form', '', 0),
  };
};
