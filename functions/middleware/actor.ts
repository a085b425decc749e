import { type Actor, publicActor } from '../../shared/kernel/actor.ts';
import type { ApiMiddleware } from './event.ts';

/** The account behind a subject of the identity provider, with its roles as they stand now. */
export type PersonOf = (subject: string) => Promise<Actor | undefined>;

/** Says who asks: the person the gateway vouches for, or the public. Routes without an authorizer read no table. */
export const actor = (personOf: PersonOf): ApiMiddleware => ({
  before: async ({ event }) => {
    const subject = event.requestContext.authorizer?.jwt.claims.sub;
    event.actor = (subject && (await personOf(subject))) || publicActor;
  },
});
