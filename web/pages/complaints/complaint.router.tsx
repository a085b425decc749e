import { type Context, Hono } from 'hono';
import type { ComplaintSheet } from '../../../shared/complaints/complain.ts';
import { complaintTermsSchema } from '../../../shared/complaints/complaint.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { ComplaintPage } from './complaint-page.tsx';

type Of = { applicationId: string };
export type ComplaintUseCases = {
  readonly viewComplaint: UseCase<Of, ComplaintSheet, Failure>;
  readonly complain: UseCase<Of & { text: string }, unknown, Failure>;
  readonly withdrawComplaint: UseCase<Of & { version: number }, unknown, Failure>;
};

/** The applicant's page of a complaint; before the announcement there is nothing under this address. */
export const complaintPages = (useCases: ComplaintUseCases) => {
  const page = async (c: Context<Site>, applicationId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewComplaint(view.actor, { applicationId }, view.call);
    if (!seen.ok) return c.notFound();
    return render(c, <ComplaintPage view={view} seen={seen.value} failure={failure} />, failure);
  };

  const act = ({ actor, typed, call }: View, applicationId: string) => {
    if (typed.text('action') === 'withdraw')
      return useCases.withdrawComplaint(
        actor,
        { applicationId, version: Number(typed.text('version')) },
        call,
      );
    const asked = complaintTermsSchema.safeParse({ text: typed.text('text') });
    if (asked.success) return useCases.complain(actor, { applicationId, ...asked.data }, call);
    const isEmpty = typed.text('text').trim() === '';
    return fail({
      kind: 'invalid-input',
      fields: [{ path: 'text', code: isEmpty ? 'required' : 'too_big' }],
    } as const);
  };

  return new Hono<Site>()
    .get('/applications/:id/complaint', (c) => page(c, c.req.param('id')))
    .post('/applications/:id/complaint', async (c) => {
      const applicationId = c.req.param('id');
      const done = await act(viewOf(c), applicationId);
      return done.ok
        ? seeOther(c, `/applications/${applicationId}/complaint`)
        : page(c, applicationId, done.failure);
    });
};
