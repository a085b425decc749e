import { type Context, Hono } from 'hono';
import type { OfficeDomainList } from '../../../shared/endorsements/list-office-domains.ts';
import { recordSchema, withdrawalSchema } from '../../../shared/endorsements/record-office-domain.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { OfficesPage } from './offices-page.tsx';

type Of = { partnershipId: string };
export type OfficeUseCases = {
  readonly listOfficeDomains: UseCase<Of, OfficeDomainList, Failure>;
  readonly recordOfficeDomain: UseCase<Of & { domain: string; evidence: string }, unknown, Failure>;
  readonly withdrawOfficeDomain: UseCase<Of & { domain: string; version: number }, unknown, Failure>;
};

/** Staff's record of a Japanese office's domains: what an answer from there can rest on. */
export const officePages = (useCases: OfficeUseCases) => {
  const idOf = (c: Context<Site>) => ({ partnershipId: c.req.param('id') ?? '' });

  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const listed = await useCases.listOfficeDomains(view.actor, idOf(c), view.call);
    if (!listed.ok) return c.notFound();
    return render(c, <OfficesPage view={view} list={listed.value} failure={failure} />, failure);
  };

  const record = async (c: Context<Site>) => {
    const { actor, typed, call } = viewOf(c);
    const read = recordSchema.safeParse({ domain: typed.text('domain'), evidence: typed.text('evidence') });
    if (read.success) return useCases.recordOfficeDomain(actor, { ...idOf(c), ...read.data }, call);
    const fields = read.error.issues.map(({ path, message }) => ({
      path: path.join('.'),
      code: path[0] === 'domain' ? (message === 'anybodys' ? message : 'no-domain') : 'required',
    }));
    return fail({ kind: 'invalid-input' as const, fields });
  };

  const withdraw = async (c: Context<Site>) => {
    const { actor, typed, call } = viewOf(c);
    const read = withdrawalSchema.safeParse({ domain: typed.text('domain') });
    if (!read.success) return fail({ kind: 'not-found' as const });
    const version = Number(typed.text('version'));
    return useCases.withdrawOfficeDomain(actor, { ...idOf(c), ...read.data, version }, call);
  };

  return new Hono<Site>()
    .get('/staff/partnerships/:id/offices', (c) => page(c))
    .post('/staff/partnerships/:id/offices', async (c) => {
      const done = viewOf(c).typed.text('act') === 'withdraw' ? await withdraw(c) : await record(c);
      return done.ok
        ? seeOther(c, `/staff/partnerships/${idOf(c).partnershipId}/offices`)
        : page(c, done.failure);
    });
};
