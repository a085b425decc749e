import { type Context, Hono } from 'hono';
import type * as z from 'zod';
import { extensionEndSchema, extensionTermsSchema } from '../../../shared/applications/extension.ts';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { ExtensionPage } from './extension-page.tsx';
import type { ExtensionUseCases } from './use-cases.ts';

const invalid = (error: z.ZodError, field = (path: string) => path) =>
  fail({
    kind: 'invalid-input',
    fields: error.issues.map(({ path, code }) => ({
      path: field(path.join('.')),
      code: code === 'too_small' || code === 'invalid_format' ? 'required' : code,
    })),
  } as const);

/** Where staff give one application more time, change it or take it back. */
export const extensionPages = (useCases: Omit<ExtensionUseCases, 'listExtensions'>) => {
  const page = async (c: Context<Site>, applicationId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewExtension(view.actor, { applicationId }, view.call);
    if (!seen.ok) return c.notFound();
    return render(c, <ExtensionPage view={view} seen={seen.value} failure={failure} />, failure);
  };

  const act = ({ actor, typed, call }: View, applicationId: string) => {
    const at = { applicationId, version: Number(typed.text('version')) };
    if (typed.text('action') === 'end') {
      const asked = extensionEndSchema.safeParse({ reason: typed.text('why') });
      return asked.success
        ? useCases.endExtension(actor, { ...at, ...asked.data }, call)
        : invalid(asked.error, () => 'why');
    }
    const asked = extensionTermsSchema.safeParse({
      until: typed.text('until'),
      reason: typed.text('reason'),
    });
    return asked.success
      ? useCases.extendApplication(actor, { ...at, ...asked.data }, call)
      : invalid(asked.error);
  };

  return new Hono<Site>()
    .get('/staff/applications/:id/extension', (c) => page(c, c.req.param('id')))
    .post('/staff/applications/:id/extension', async (c) => {
      const applicationId = c.req.param('id');
      const done = await act(viewOf(c), applicationId);
      return done.ok
        ? seeOther(c, `/staff/applications/${applicationId}/extension`)
        : page(c, applicationId, done.failure);
    });
};
