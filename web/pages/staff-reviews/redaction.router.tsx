import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { fileRules } from '../../../shared/reviews/redaction.ts';
import { passagePathSchema, passageTextSchema } from '../../../shared/reviews/redaction-steps.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { RedactionPage } from './redaction-page.tsx';
import type { FileUseCases } from './use-cases.ts';

type UseCases = Pick<FileUseCases, 'viewRedaction' | 'hidePassage' | 'showPassage' | 'ruleFile'>;

/** What reviewers read of one application, and what staff hide of it. */
export const redactionPages = (useCases: UseCases) => {
  const page = async (c: Context<Site>, applicationId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewRedaction(view.actor, { applicationId }, view.call);
    if (!seen.ok) return c.notFound();
    const typed = failure || view.returned ? view.typed : undefined;
    return render(
      c,
      <RedactionPage view={view} seen={seen.value} typed={typed} failure={failure} />,
      failure,
    );
  };

  const act = ({ actor, typed, call }: View, applicationId: string) => {
    const of = { applicationId, version: Number(typed.text('version')) || 0 };
    const action = typed.text('action');
    if (action === 'show')
      return useCases.showPassage(actor, { ...of, passageId: typed.id('passageId') }, call);
    if (action === 'file') {
      const rule = fileRules.find((one) => one === typed.text('rule')) ?? 'as-the-round';
      return useCases.ruleFile(actor, { ...of, attachmentId: typed.id('attachmentId'), rule }, call);
    }
    const path = passagePathSchema.safeParse(typed.text('path'));
    const text = passageTextSchema.safeParse(typed.text('text'));
    if (path.success && text.success)
      return useCases.hidePassage(actor, { ...of, path: path.data, text: text.data }, call);
    const code = typed.text('text').trim() === '' ? 'required' : 'too_big';
    return fail({
      kind: 'invalid-input',
      fields: [
        ...(path.success ? [] : [{ path: 'path', code: 'required' }]),
        ...(text.success ? [] : [{ path: 'text', code }]),
      ],
    });
  };

  return new Hono<Site>()
    .get('/staff/applications/:id/redaction', (c) => page(c, c.req.param('id')))
    .post('/staff/applications/:id/redaction', async (c) => {
      const applicationId = c.req.param('id');
      const view = viewOf(c);
      const done = await act(view, applicationId);
      return done.ok ? seeOther(c, view.path) : page(c, applicationId, done.failure);
    });
};
