import { type Context, Hono } from 'hono';
import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import {
  type AttachmentType,
  attachmentTypeIds,
  attachmentTypes,
} from '../../../../shared/applications/attachment.ts';
import { fileQuestions } from '../../../../shared/applications/sections/file-questions.ts';
import type { Failure } from '../../../../shared/failures.ts';
import type { InvalidInput } from '../../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Typed } from '../../../components/form/typed.ts';
import { openFile } from '../../../open-file.tsx';
import { render, seeOther } from '../../../respond.tsx';
import { type Site, viewOf } from '../../../view.ts';
import { pathOf } from '../task-stops.ts';
import type { ApplicationUseCases } from '../use-cases.ts';
import { listPath, NewFilePage, SendFilePage } from './file-pages.tsx';

type UseCases = Pick<
  ApplicationUseCases,
  'viewApplication' | 'addAttachment' | 'openAttachment' | 'settleAttachment' | 'removeAttachment'
>;
type Announced = { name: string; type: AttachmentType; standsFor?: 'office-answer' };

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
  const standsFor = typed.text('officeAnswer') === 'yes' ? { standsFor: 'office-answer' as const } : {};
  return ok({
    type,
    ...standsFor,
    name: purpose.toLowerCase().endsWith(ending) ? purpose : purpose + ending,
  });
};

/** Files: announced here, sent by the browser straight to the store, listed in the section. */
export const filePages = (useCases: UseCases) => {
  const { viewApplication, addAttachment, openAttachment, settleAttachment, removeAttachment } = useCases;
  const idOf = (c: Context<Site>) => ({ applicationId: c.req.param('id') ?? '' });

  /** The extra question that a file is to answer, if it is one of this round's. */
  const questionIn = (c: Context<Site>, { round }: ApplicationView) => {
    const id = c.req.query('question') ?? viewOf(c).typed.text('question');
    return fileQuestions(round.extraQuestions).find((one) => one.id === id);
  };

  const newPage = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await viewApplication(view.actor, idOf(c), view.call);
    if (!seen.ok || failure?.kind === 'not-found') return c.notFound();
    const question = questionIn(c, seen.value);
    if (!seen.value.actions.includes('edit') && !failure)
      return seeOther(c, listPath(seen.value.application.id, question?.id));
    return render(
      c,
      <NewFilePage
        view={view}
        seen={seen.value}
        question={question}
        officeAnswer={c.req.query('for') === 'office-answer'}
        failure={failure}
      />,
      failure,
    );
  };

  return (
    new Hono<Site>()
      .get('/applications/:id/files/new', (c) => newPage(c))
      .post('/applications/:id/files/new', async (c) => {
        const view = viewOf(c);
        const announced = readAnnounced(view.typed);
        if (!announced.ok) return newPage(c, announced.failure);
        const questionId = view.typed.text('question');
        const of = questionId === '' ? {} : { questionId };
        const goOnTo = view.href(listPath(c.req.param('id'), of.questionId));
        const file = { ...announced.value, ...of, goOnTo };
        const added = await addAttachment(view.actor, { ...idOf(c), ...file }, view.call);
        if (!added.ok) return newPage(c, added.failure);
        const seen = await viewApplication(view.actor, idOf(c), view.call);
        if (!seen.ok) return c.notFound();
        // Shown at once and not after a redirect: the store's form is a secret of its own and opens for an hour.
        return render(
          c,
          <SendFilePage
            view={view}
            seen={seen.value}
            question={questionIn(c, seen.value)}
            {...announced.value}
            reserved={added.value}
          />,
        );
      })
      .get('/applications/:id/files/:file', async (c) => {
        const { actor, call } = viewOf(c);
        const file = await openAttachment(actor, { ...idOf(c), attachmentId: c.req.param('file') }, call);
        return openFile(c, file, pathOf(c.req.param('id'), 'attachments'));
      })
      // A browser module asks this once it has sent a file: what lies at the store counts, not what the store answered.
      .post('/applications/:id/files/:file/arrived', async (c) => {
        const { actor, call } = viewOf(c);
        const settled = await settleAttachment(
          actor,
          { ...idOf(c), attachmentId: c.req.param('file') },
          call,
        );
        return settled.ok ? c.json({ state: settled.value.state }) : c.notFound();
      })
      .post('/applications/:id/files/look', async (c) => {
        const { actor, call } = viewOf(c);
        const seen = await viewApplication(actor, idOf(c), call);
        if (!seen.ok) return c.notFound();
        const open = seen.value.attachments.filter(
          ({ state }) => state === 'waiting' || state === 'scanning',
        );
        await Promise.all(
          open.map(({ id }) => settleAttachment(actor, { ...idOf(c), attachmentId: id }, call)),
        );
        return seeOther(c, pathOf(c.req.param('id'), 'attachments'));
      })
      .post('/applications/:id/files/remove', async (c) => {
        const { actor, call, typed } = viewOf(c);
        const input = { ...idOf(c), attachmentId: typed.id('attachment') };
        const removed = await removeAttachment(actor, input, call);
        return removed.ok || removed.failure.kind === 'step-refused' || removed.failure.kind === 'conflict'
          ? seeOther(c, pathOf(c.req.param('id'), 'attachments'))
          : c.notFound();
      })
  );
};
