import type { MiddlewareHandler } from 'hono';
import type { Site } from '../view.ts';

/** Pages of a mailed link name no referrer to anyone, ourselves included: an address with a token stays where it is. */
export const noReferrer: MiddlewareHandler<Site> = async (c, next) => {
  await next();
  c.header('referrer-policy', 'no-referrer');
};
