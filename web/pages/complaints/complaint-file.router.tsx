import { type Context, Hono } from 'hono';
import { settlementTermsSchema } from '../../../shared/complaints/complaint.ts';
import type { ComplaintFile } from '../../../shared/complaints/handle-complaints.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { ComplaintFilePage } from './complaint-file-page.tsx';

type Of = { applicationId: string };
type Edit = Of & { version: number };
export type ComplaintFileUseCases = {
  readonly viewComplaintFile: UseCase<Of, ComplaintFile, Failure>;
  readonly takeUpComplaint: UseCase<Edit, unknown, Failure>;
  readonly settleComplaint: UseCase<
    Edit & { outcome: 'uphold' | 'reject'; reason: string },
    unknown,
    Failure
  >;
};

/** One complaint, for staff who neither reviewed the application nor conflict with it. */
export const complaintFilePages = (useCases: ComplaintFileUseCases) => {
  const page = async (c: Context<Site>, applicationId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewComplaintFile(view.actor, { applicationId }, view.call);
    if (!seen.ok) return c.notFound();
    return render(c, <ComplaintFilePage view={view} seen={seen.value} failure={failure} />, failure);
  };

  const act = ({ actor, typed, call }: View, applicationId: string) => {
    const at = { applicationId, version: Number(typed.text('version')) };
    if (typed.text('action') === 'take-up') return useCases.takeUpComplaint(actor, at, call);
    const asked = settlementTermsSchema.safeParse({
      outcome: typed.text('outcome'),
      reason: typed.text('reason'),
    });
    if (asked.success) return useCases.settleComplaint(actor, { ...at, ...asked.data }, call);
    const fields = asked.error.issues.map(({ path }) => ({ path: path.join('.'), code: 'required' }));
    return fail({ kind: 'invalid-input', fields });
  };

  return new Hono<Site>()
    .get('/staff/applications/:id/complaint', (c) => page(c, c.req.param('id')))
    .post('/staff/applications/:id/complaint', async (c) => {
      const applicationId = c.req.param('id');
      const done = await act(viewOf(c), applicationId);
      return done.ok
        ? seeOther(c, `/staff/applications/${applicationId}/complaint`)
        : page(c, applicationId, done.failure);
    });
};
