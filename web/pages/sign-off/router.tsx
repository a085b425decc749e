import { type Context, Hono } from 'hono';
import type { SignOffSheet } from '../../../shared/applications/application-view.ts';
import type { Signature } from '../../../shared/applications/sign-application.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { readSignature } from '../applications/asking/signature.ts';
import { GoneLinkPage } from '../confirm/gone-link-page.tsx';
import { SigningPage } from './signing-page.tsx';

export type SignOffUseCases = {
  readonly viewSignOff: UseCase<unknown, SignOffSheet, Failure>;
  readonly signByLink: UseCase<Signature, { signedAt: string }, Failure>;
};

/** The authorised official's page: the link is all that is needed, no account. Reading it changes nothing. */
export const signOffPages = ({ viewSignOff, signByLink }: SignOffUseCases) => {
  const holder = (c: Context<Site>) => ({ kind: 'link', token: c.req.param('token') ?? '' }) as const;

  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await viewSignOff(holder(c), {}, view.call);
    return seen.ok
      ? render(c, <SigningPage view={view} sheet={seen.value} failure={failure} />, failure)
      : render(c, <GoneLinkPage view={view} what="signing" failure={seen.failure} />, seen.failure);
  };

  return new Hono<Site>()
    .get('/sign-off/:token', (c) => page(c))
    .post('/sign-off/:token', async (c) => {
      const { typed, call } = viewOf(c);
      const signature = readSignature(typed);
      const done = signature.ok ? await signByLink(holder(c), signature.value, call) : signature;
      return done.ok ? seeOther(c, c.req.path) : page(c, done.failure);
    });
};
