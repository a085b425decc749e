import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

type Name = 'session' | 'sign-in' | 'kept-form';

/** Cookies that no script reads. On https they are bound to this very host by their name's prefix. */
export const privateCookies = (publicOrigin: string) => {
  const secure = publicOrigin.startsWith('https:');
  const prefix = secure ? { prefix: 'host' as const } : {};
  const attributes = { ...prefix, secure, httpOnly: true, sameSite: 'Lax', path: '/' } as const;
  return {
    read: (c: Context, name: Name) => (secure ? getCookie(c, name, 'host') : getCookie(c, name)),
    write: (c: Context, name: Name, value: string, maxAge: number) =>
      setCookie(c, name, value, { ...attributes, maxAge }),
    remove: (c: Context, name: Name) => {
      deleteCookie(c, name, attributes);
    },
  };
};

/** `<personId>.<token>`; the token never holds a dot. */
export const readSessionCookie = (value: string | undefined) => {
  const match = /^([A-Za-z0-9-]{1,64})\.([A-Za-z0-9_-]{20,200})$/.exec(value ?? '');
  return match?.[1] && match[2] ? { personId: match[1], token: match[2] } : undefined;
};
