import type { Context } from 'hono';
import { versionNameSchema } from '../../../shared/applications/versions.api.ts';
import type { Site } from '../../view.ts';

/** `?from=1&to=2`; what is no version's name is as if nothing were said. */
export const askedIn = (c: Context<Site>) => {
  const name = (query: string) => versionNameSchema.safeParse(c.req.query(query)).data;
  return { applicationId: c.req.param('id') ?? '', from: name('from'), to: name('to') };
};
