import { type Context, Hono } from 'hono';
import {
  type AttachmentType,
  attachmentTypeIds,
  attachmentTypes,
} from '../../../../shared/applications/attachment.ts';
import type { Failure } from '../../../../shared/failures.ts';
import type { InvalidInput } from '../../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Typed } from '../../../components/form/typed.ts';
import { render, seeOther } from '../../../respond.tsx';
import { type Site, viewOf } from '../../../view.ts';
import { pathOf } from '../task-stops.ts';
import type { ApplicationUseCases } from '../use-cases.ts';
import { NewFilePage, SendFilePage } from './file-pages.tsx';

type UseCases = Pick<
  ApplicationUseCases,
  'viewApplication' | 'addAttachment' | 'openAttachment' | 'removeAttachment'
>;
type Announced = { name: string; type: AttachmentType };

/** What the file is to be called, with the ending of its kind. */
const readAnnounced = (typed: Typed): Result<Announced, InvalidInput> => {
  const purpose = typed.text('purpose').normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
  const type = attachmentTypeIds.find((id) => id === typed.text('type'));
  if (purpose === '' || purpose.length > 180 || !type)
    return fail({
      kind: 'invalid-input',
      fields: [
        ...(purpose === '' ? [{ path: 'purpose', code: 'required' }] : []),
        ...(purpose.length > 180 ? [{ path: 'purpose', code: 'too_big' }] : []),
        ...(type ? [] : [{ path: 'type', code: 'required' }]),
      ],
    });
  const ending = `.${attachmentTypes[type].ending}`;
  return ok({ type, name: purpose.toLowerCase().endsWith(ending) ? purpose : purpose + ending });
};

/** Files: announced here, sent by the browser straight to the store, listed in the section. */
export const filePages = (useCases: UseCases) => {
  const { viewApplication, addAttachment, openAttachment, removeAttachment } = useCases;
  const idOf = (c: Context<Site>) => ({ applicationId: c.req.param('id') ?? '' });

  const newPage = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await viewApplication(view.actor, idOf(c), view.call);
    if (!seen.ok || failure?.kind === 'not-found') return c.notFound();
    if (!seen.value.actions.includes('edit') && !failure)
      return seeOther(c, pathOf(seen.value.application.id, 'attachments'));
    return render(c, <NewFilePage view={view} seen={seen.value} failure={failure} />, failure);
  };

  return new Hono<Site>()
    .get('/applications/:id/files/new', (c) => newPage(c))
    .post('/applications/:id/files/new', async (c) => {
      const view = viewOf(c);
      const announced = readAnnounced(view.typed);
      if (!announced.ok) return newPage(c, announced.failure);
      const goOnTo = view.href(pathOf(c.req.param('id'), 'attachments'));
      const file = { ...announced.value, goOnTo };
      const added = await addAttachment(view.actor, { ...idOf(c), ...file }, view.call);
      if (!added.ok) return newPage(c, added.failure);
      const seen = await viewApplication(view.actor, idOf(c), view.call);
      if (!seen.ok) return c.notFound();
      // Shown at once and not after a redirect: the store's form is a secret of its own and opens for an hour.
      return render(
        c,
        <SendFilePage view={view} seen={seen.value} {...announced.value} upload={added.value.upload} />,
      );
    })
    .get('/applications/:id/files/:file', async (c) => {
      const { actor, call } = viewOf(c);
      const file = await openAttachment(actor, { ...idOf(c), attachmentId: c.req.param('file') }, call);
      return file.ok ? c.redirect(file.value.address, 303) : c.notFound();
    })
    .post('/applications/:id/files/remove', async (c) => {
      const { actor, call, typed } = viewOf(c);
      const input = { ...idOf(c), attachmentId: typed.id('attachment') };
      const removed = await removeAttachment(actor, input, call);
      return removed.ok || removed.failure.kind === 'step-refused'
        ? seeOther(c, pathOf(c.req.param('id'), 'attachments'))
        : c.notFound();
    });
};
