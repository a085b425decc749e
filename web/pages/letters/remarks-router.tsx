import { type Context, Hono } from 'hono';
import { type Remark, type RemarksAction, remarkListSchema } from '../../../shared/awards/remarks.ts';
import type { RemarksView } from '../../../shared/awards/save-remarks.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { RemarksPage } from './remarks-page.tsx';

export type RemarksUseCases = {
  viewRemarks: UseCase<{ applicationId: string }, RemarksView, Failure>;
  saveRemarks: UseCase<
    { applicationId: string; action: RemarksAction; remarks: readonly Remark[]; version: number },
    unknown,
    Failure
  >;
};

/** What an applicant may read of their reviews. */
export const remarksPages = (useCases: RemarksUseCases) => {
  const remarksPage = async (c: Context<Site>, applicationId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewRemarks(view.actor, { applicationId }, view.call);
    if (!seen.ok) return c.notFound();
    return render(c, <RemarksPage view={view} seen={seen.value} failure={failure} />, failure);
  };

  return new Hono<Site>()
    .get('/staff/applications/:id/feedback', (c) => remarksPage(c, c.req.param('id')))
    .post('/staff/applications/:id/feedback', async (c) => {
      const { actor, typed, call } = viewOf(c);
      const applicationId = c.req.param('id');
      const remarks = remarkListSchema.safeParse(typed.rows('remarks').map(remarkOf));
      if (!remarks.success) return remarksPage(c, applicationId, tooMany);
      const action = typed.text('action') === 'approve' ? 'approve' : 'save';
      const input = {
        applicationId,
        action,
        remarks: remarks.data,
        version: Number(typed.text('version')),
      } as const;
      const saved = await useCases.saveRemarks(actor, input, call);
      return saved.ok
        ? seeOther(c, `/staff/applications/${applicationId}/feedback`)
        : remarksPage(c, applicationId, saved.failure);
    });
};

const tooMany: Failure = { kind: 'invalid-input', fields: [{ path: 'remarks', code: 'too_big' }] };

const remarkOf = ({ reviewId, feedback = '', ...rest }: Readonly<Record<string, string>>) => ({
  reviewId,
  feedback,
  comments: Object.entries(rest).map(([name, comment]) => ({
    criterionId: name.replace(/^comments\./, ''),
    comment,
  })),
});
