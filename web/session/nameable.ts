import type { MiddlewareHandler } from 'hono';
import { type Site, viewOf } from '../view.ts';

/** Longer than any id or token of ours, and short enough for a key of the table whatever its letters. */
const longestName = 200;

/** An address that cannot name anything names nothing: it never becomes a key. */
export const nameable: MiddlewareHandler<Site> = async (c, next) => {
  const names = viewOf(c).path.replace(/\?.*$/s, '').split('/');
  if (names.some((name) => name.length > longestName)) return c.notFound();
  await next();
  return undefined;
};
