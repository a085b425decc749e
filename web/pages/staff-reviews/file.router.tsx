import { type Context, Hono } from 'hono';
import { returnSchema } from '../../../shared/applications/return-application.ts';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import type { ReadableApplication } from '../../../shared/reviews/readable-application.ts';
import { conflictReasonSchema } from '../../../shared/reviews/staff-conflict.ts';
import { openFile } from '../../open-file.tsx';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { asideReason } from './file-acts.tsx';
import { FilePage } from './file-page.tsx';
import { redactionPages } from './redaction.router.tsx';
import type { FileUseCases } from './use-cases.ts';

/** Staff's pages about one application: its file, what is blacked out in it, its attachments. */
export const filePages = (useCases: FileUseCases) => {
  type Shown = { failure?: Failure; details?: ReadableApplication };
  const filePage = async (c: Context<Site>, applicationId: string, { failure, details }: Shown = {}) => {
    const view = viewOf(c);
    const file = await useCases.viewApplicationFile(view.actor, { applicationId }, view.call);
    if (!file.ok) return c.notFound();
    const typed = failure || view.returned ? view.typed : undefined;
    const page = { view, file: file.value, details, typed, failure };
    return render(c, <FilePage {...page} />, failure);
  };

  const stepAside = ({ actor, typed, call }: View, applicationId: string) => {
    const reason = conflictReasonSchema.safeParse(typed.text('reason'));
    return reason.success
      ? useCases.declareStaffConflict(actor, { applicationId, reason: reason.data }, call)
      : fail({ kind: 'invalid-input', fields: [{ path: asideReason, code: 'required' }] });
  };

  const giveBack = ({ actor, typed, call }: View, applicationId: string) => {
    const asked = returnSchema.safeParse({ reason: typed.text('reason'), until: typed.text('until') });
    if (asked.success) return useCases.returnApplication(actor, { applicationId, ...asked.data }, call);
    const fields = asked.error.issues.map(({ path }) => ({ path: path.join('.'), code: 'required' }));
    return fail({ kind: 'invalid-input', fields });
  };

  return new Hono<Site>()
    .route('/', redactionPages(useCases))
    .get('/staff/applications/:id', (c) => filePage(c, c.req.param('id')))
    .get('/staff/applications/:id/files/:file', async (c) => {
      const view = viewOf(c);
      const of = { applicationId: c.req.param('id'), attachmentId: c.req.param('file') };
      const file = await useCases.openAttachment(view.actor, of, view.call);
      return openFile(c, file, `/staff/applications/${of.applicationId}`);
    })
    .post('/staff/applications/:id', async (c) => {
      const view = viewOf(c);
      const applicationId = c.req.param('id');
      const action = view.typed.text('action');
      if (action === 'declare-conflict') {
        const done = await stepAside(view, applicationId);
        return done.ok
          ? seeOther(c, `/staff/rounds/${done.value.roundId}/applications`)
          : filePage(c, applicationId, { failure: done.failure });
      }
      if (action === 'return') {
        const done = await giveBack(view, applicationId);
        return done.ok
          ? seeOther(c, `/staff/applications/${applicationId}`)
          : filePage(c, applicationId, { failure: done.failure });
      }
      // No redirect: what was asked for is shown once, and asking again is another reading.
      const shown = await useCases.showContactDetails(view.actor, { applicationId }, view.call);
      return shown.ok
        ? filePage(c, applicationId, { details: shown.value })
        : filePage(c, applicationId, { failure: shown.failure });
    });
};
