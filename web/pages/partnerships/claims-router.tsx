import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import { fail } from '../../../shared/kernel/result.ts';
import type { OpenClaim } from '../../../shared/partnerships/list-open-claims.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { ClaimsPage } from './claims-page.tsx';

type Settlement = {
  partnershipId: string;
  organisationId: string;
  outcome: 'verify' | 'refuse';
  version: number;
};
export type ClaimUseCases = {
  listOpenClaims: UseCase<{ cursor?: string | undefined }, Page<OpenClaim>, Failure>;
  settleClaim: UseCase<Settlement, unknown, Failure>;
  confirmPartnership: UseCase<{ partnershipId: string }, unknown, Failure>;
};

/** Staff's list of claims, and what they do with each. */
export const claimPages = ({ listOpenClaims, settleClaim, confirmPartnership }: ClaimUseCases) => {
  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const listed = await listOpenClaims(view.actor, { cursor: c.req.query('cursor') }, view.call);
    const shown = failure ?? (listed.ok ? undefined : listed.failure);
    if (shown?.kind === 'not-found' && !listed.ok) return c.notFound();
    const { items, next } = listed.ok ? listed.value : { items: [], next: undefined };
    return render(c, <ClaimsPage view={view} claims={items} next={next} failure={shown} />, shown);
  };

  const act = async (c: Context<Site>) => {
    const { actor, typed, call } = viewOf(c);
    const [outcome, partnershipId] = [typed.text('act'), typed.id('partnershipId')];
    if (outcome === 'confirm') return confirmPartnership(actor, { partnershipId }, call);
    if (outcome !== 'verify' && outcome !== 'refuse') return fail({ kind: 'not-found' });
    const organisationId = typed.id('organisationId');
    const version = Number(typed.text('version'));
    return settleClaim(actor, { partnershipId, organisationId, outcome, version }, call);
  };

  return new Hono<Site>()
    .get('/staff/claims', (c) => page(c))
    .post('/staff/claims', async (c) => {
      const done = await act(c);
      return done.ok ? seeOther(c, '/staff/claims') : page(c, done.failure);
    });
};
