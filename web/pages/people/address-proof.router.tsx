import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { AddressProofPage, ClosedProofPage } from './address-proof-page.tsx';
import type { AccountUseCases } from './use-cases.ts';

/** The address of the mail that asks whether an address is one's own. Looking changes nothing; confirming is a POST. */
export const addressProofPages = ({ viewAddressProof, proveAddress }: AccountUseCases) => {
  const page = async (c: Context<Site>, token: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await viewAddressProof(view.actor, { token }, view.call);
    if (!seen.ok) return render(c, <ClosedProofPage view={view} failure={seen.failure} />, seen.failure);
    return render(c, <AddressProofPage view={view} seen={seen.value} failure={failure} />, failure);
  };

  return new Hono<Site>()
    .get('/account/addresses/:token', (c) => page(c, c.req.param('token')))
    .post('/account/addresses/:token', async (c) => {
      const { actor, call, typed } = viewOf(c);
      const token = c.req.param('token');
      const done = await proveAddress(actor, { token, merge: typed.text('merge') === 'yes' }, call);
      return done.ok ? seeOther(c, '/account?address=added#addresses') : page(c, token, done.failure);
    });
};
