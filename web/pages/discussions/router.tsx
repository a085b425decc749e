import { type Context, Hono } from 'hono';
import { revisionReasonSchema } from '../../../shared/discussions/discussion.ts';
import type { Failure } from '../../../shared/failures.ts';
import { applicationIdOf } from '../../../shared/reviews/review.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { readAssessment } from '../reviews/read-assessment.ts';
import { DiscussionPage } from './discussion-page.tsx';
import { MyAgendaPage } from './my-agenda-page.tsx';
import { NotesPage } from './notes-page.tsx';
import { oneDiscussion, versionOf, wrong } from './one-discussion.tsx';
import { RescorePage } from './rescore-page.tsx';
import type { DiscussionUseCases } from './use-cases.ts';

/** What reviewers reach by a review of theirs: its application's discussion, new scores, their agenda. */
export const discussionPages = (useCases: DiscussionUseCases) => {
  const one = oneDiscussion(useCases);

  const rescorePage = async (c: Context<Site>, reviewId: string, failure?: Failure) => {
    const view = viewOf(c);
    const of = { applicationId: applicationIdOf(reviewId) };
    const [seen, discussion] = await Promise.all([
      useCases.viewReview(view.actor, { reviewId }, view.call),
      useCases.viewDiscussion(view.actor, of, view.call),
    ]);
    const content = seen.ok ? seen.value.content : undefined;
    if (!seen.ok || !content || seen.value.status !== 'submitted' || !discussion.ok) return c.notFound();
    if (!discussion.value.open && !failure) return seeOther(c, `/reviews/${reviewId}/discussion`);
    const typed = failure || view.returned ? view.typed : undefined;
    const shown = { view, seen: seen.value, content, typed, failure };
    return render(c, <RescorePage {...shown} />, failure);
  };

  const rescore = async (view: View, reviewId: string) => {
    const { actor, typed, call } = view;
    const assessment = readAssessment(typed);
    if (!assessment.ok) return assessment;
    const reason = revisionReasonSchema.safeParse(typed.text('reason'));
    if (!reason.success) return wrong('reason', typed.text('reason'));
    const input = { reviewId, version: versionOf(view), assessment: assessment.value, reason: reason.data };
    return useCases.reviseReview(actor, input, call);
  };

  return new Hono<Site>()
    .get('/reviews/:id/discussion', (c) => one.page(c, DiscussionPage, applicationIdOf(c.req.param('id'))))
    .post('/reviews/:id/discussion', (c) => one.talk(c, applicationIdOf(c.req.param('id'))))
    .get('/reviews/:id/notes', (c) => one.page(c, NotesPage, applicationIdOf(c.req.param('id'))))
    .post('/reviews/:id/notes', (c) => one.note(c, applicationIdOf(c.req.param('id'))))
    .get('/reviews/:id/rescore', (c) => rescorePage(c, c.req.param('id')))
    .post('/reviews/:id/rescore', async (c) => {
      const reviewId = c.req.param('id');
      const done = await rescore(viewOf(c), reviewId);
      return done.ok
        ? seeOther(c, `/reviews/${reviewId}/discussion`)
        : rescorePage(c, reviewId, done.failure);
    })
    .get('/reviews/:id/agenda', async (c) => {
      const view = viewOf(c);
      const mine = await useCases.viewMyAgenda(view.actor, { reviewId: c.req.param('id') }, view.call);
      return mine.ok ? render(c, <MyAgendaPage view={view} agenda={mine.value} />) : c.notFound();
    });
};
