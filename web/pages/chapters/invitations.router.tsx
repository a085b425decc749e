import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { importChoiceSchema } from '../../../shared/chapters/alum-invitations.api.ts';
import type { ImportPreview } from '../../../shared/chapters/preview-import.ts';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { AlumInvitationPage, ClosedAlumInvitationPage } from './alum-invitation-page.tsx';
import { ChapterInvitationsPage } from './invitations-page.tsx';
import type { ChapterUseCases } from './use-cases.ts';

type Shown = { csv?: string; preview?: ImportPreview | undefined; failure?: Failure | undefined };

/** `/chapters/:id/invitations`: a file of people to ask, looked at first; and whom the chapter has asked. */
export const chapterInvitationPages = (useCases: ChapterUseCases, signedIn: MiddlewareHandler<Site>) => {
  const page = async (c: Context<Site>, chapterId: string, { csv = '', preview, failure }: Shown = {}) => {
    const view = viewOf(c);
    const { actor, call } = view;
    const [seen, list] = await Promise.all([
      useCases.viewChapter(actor, { chapterId }, call),
      useCases.listAlumInvitations(actor, { chapterId, cursor: c.req.query('cursor') }, call),
    ]);
    if (!seen.ok || (!list.ok && list.failure.kind === 'not-found')) return c.notFound();
    if (!list.ok) return seeOther(c, `/chapters/${chapterId}/invitations`);
    const count = c.req.query('invited');
    const invited = count && /^\d{1,3}$/.test(count) ? Number(count) : undefined;
    return render(
      c,
      <ChapterInvitationsPage
        view={view}
        chapter={seen.value.chapter}
        list={list.value}
        {...{ csv, preview, failure, invited }}
      />,
      failure,
    );
  };

  const check = async (c: Context<Site>, chapterId: string, failure?: Failure) => {
    const { actor, call, typed } = viewOf(c);
    const csv = typed.text('csv');
    const preview = await useCases.previewAlumImport(actor, { chapterId, csv }, call);
    if (preview.ok) return page(c, chapterId, { csv, preview: preview.value, failure });
    if (preview.failure.kind === 'not-found') return c.notFound();
    return page(c, chapterId, { csv, failure: preview.failure });
  };

  const invite = (c: Context<Site>, chapterId: string) => {
    const { actor, call, typed } = viewOf(c);
    const choice = importChoiceSchema.safeParse({
      csv: typed.text('csv'),
      rows: typed.all('rows').map(Number),
      language: typed.text('language') || undefined,
    });
    return choice.success
      ? useCases.importAlumni(actor, { chapterId, ...choice.data }, call)
      : fail({ kind: 'invalid-input', fields: [{ path: 'rows', code: 'invalid' }] } as const);
  };

  return new Hono<Site>()
    .get('/chapters/:id/invitations', signedIn, (c) => page(c, c.req.param('id')))
    .post('/chapters/:id/invitations', signedIn, async (c) => {
      const chapterId = c.req.param('id');
      const { actor, call, typed } = viewOf(c);
      const here = `/chapters/${chapterId}/invitations`;
      const act = typed.text('act');
      if (act === 'correct') return page(c, chapterId, { csv: typed.text('csv') });
      if (act === 'check') return check(c, chapterId);
      const id = typed.id('id');
      if (act === 'withdraw') {
        const done = await useCases.withdrawAlumInvitation(actor, { chapterId, invitationId: id }, call);
        return done.ok ? seeOther(c, here) : page(c, chapterId, { failure: done.failure });
      }
      const done =
        act === 'continue'
          ? await useCases.continueAlumImport(actor, { chapterId, importId: id }, call)
          : await invite(c, chapterId);
      if (done.ok) return seeOther(c, `${here}?invited=${done.value.invited}`);
      if (act === 'continue') return page(c, chapterId, { failure: done.failure });
      return done.failure.kind === 'not-found' ? c.notFound() : check(c, chapterId, done.failure);
    });
};

/** `/alumni/invitations/:token`: where the mail leads. Looking changes nothing; each answer is a POST. */
export const alumInvitationPages = (useCases: ChapterUseCases) =>
  new Hono<Site>()
    .get('/alumni/invitations/:token', async (c) => {
      const view = viewOf(c);
      const token = c.req.param('token');
      const seen = await useCases.viewAlumInvitation(view.actor, { token }, view.call);
      if (seen.ok) return render(c, <AlumInvitationPage view={view} token={token} seen={seen.value} />);
      return render(c, <ClosedAlumInvitationPage view={view} failure={seen.failure} />, seen.failure);
    })
    .post('/alumni/invitations/:token', async (c) => {
      const view = viewOf(c);
      const { actor, call, typed } = view;
      const token = c.req.param('token');
      const closed = (failure: Failure | undefined) =>
        render(c, <ClosedAlumInvitationPage view={view} failure={failure} />, failure ?? 200);
      if (typed.text('act') === 'decline') {
        const done = await useCases.declineAlumInvitation(actor, { token }, call);
        return closed(done.ok ? undefined : done.failure);
      }
      const here = encodeURIComponent(`/alumni/invitations/${encodeURIComponent(token)}`);
      if (actor.kind !== 'person') return seeOther(c, `/sign-in?next=${here}`);
      const done = await useCases.acceptAlumInvitation(actor, { token }, call);
      return done.ok ? seeOther(c, '/alumni/me') : closed(done.failure);
    });
