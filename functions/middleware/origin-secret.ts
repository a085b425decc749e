import { timingSafeEqual } from 'node:crypto';
import type { ApiMiddleware } from './event.ts';

/** The header CloudFront adds. Without it a call went round the front door, and round its limits. */
export const originSecretHeader = 'x-shimai-origin';

export const matchesOriginSecret = (secret: string, given: string | undefined): boolean => {
  const [a, b] = [Buffer.from(secret), Buffer.from(given ?? '')];
  return a.length === b.length && timingSafeEqual(a, b);
};

export const originSecret = (secret: string): ApiMiddleware => ({
  before: ({ event }) => {
    if (!matchesOriginSecret(secret, event.headers[originSecretHeader]))
      throw Object.assign(new Error('Come by the public address'), { statusCode: 403 });
  },
});
