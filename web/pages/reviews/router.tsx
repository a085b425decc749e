import { type Context, Hono } from 'hono';
import { type Failure, failures } from '../../../shared/failures.ts';
import { idSchema } from '../../../shared/kernel/ids.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { flagWordsSchema } from '../../../shared/reviews/flag.ts';
import { applicationIdOf, mayDecline } from '../../../shared/reviews/review.ts';
import { conflictReasonSchema } from '../../../shared/reviews/staff-conflict.ts';
import type { Typed } from '../../components/form/typed.ts';
import { openFile } from '../../open-file.tsx';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { ClosedPage } from './closed-page.tsx';
import { ConflictPage } from './conflict-page.tsx';
import { DeclinedPage, DeclinePage } from './decline-page.tsx';
import { QueuePage } from './queue-page.tsx';
import { readAssessment } from './read-assessment.ts';
import { ReviewPage } from './review-page.tsx';
import { RevisionsPage } from './revisions-page.tsx';
import type { ReviewUseCases } from './use-cases.ts';

/** A form that comes back after signing in again is shown as it was typed. */
const kept = (view: View): Typed | undefined => (view.returned ? view.typed : undefined);
const numberOf = (typed: Typed): number => Number(typed.text('version')) || 0;

/** The reviewer's pages: the queue, the declaration on a page of its own, and the review. */
export const reviewPages = (useCases: ReviewUseCases) => {
  const reviewPage = async (c: Context<Site>, reviewId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewReview(view.actor, { reviewId }, view.call);
    if (!seen.ok) return c.notFound();
    const { content, status, conflict } = seen.value;
    if (conflict) return render(c, <ClosedPage view={view} seen={seen.value} failure={failure} />, failure);
    if (status === 'declined') return render(c, <DeclinedPage view={view} seen={seen.value} />, failure);
    if (status === 'assigned' || !content) return seeOther(c, `/reviews/${reviewId}/conflict`);
    const typed = failure ? view.typed : kept(view);
    const page = { view, seen: seen.value, content, typed, failure };
    return render(c, <ReviewPage {...page} />, failure);
  };

  const conflictPage = async (c: Context<Site>, reviewId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewReview(view.actor, { reviewId }, view.call);
    if (!seen.ok) return c.notFound();
    if (seen.value.conflict || seen.value.status === 'declined') return seeOther(c, `/reviews/${reviewId}`);
    const typed = failure ? view.typed : kept(view);
    return render(c, <ConflictPage view={view} seen={seen.value} typed={typed} failure={failure} />, failure);
  };

  const declinePage = async (c: Context<Site>, reviewId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewReview(view.actor, { reviewId }, view.call);
    if (!seen.ok) return c.notFound();
    const { conflict, status } = seen.value;
    if (conflict || !mayDecline(status)) return seeOther(c, `/reviews/${reviewId}`);
    const typed = failure ? view.typed : kept(view);
    return render(c, <DeclinePage view={view} seen={seen.value} typed={typed} failure={failure} />, failure);
  };

  const decline = ({ actor, typed, call }: View, reviewId: string) => {
    const reason = conflictReasonSchema.safeParse(typed.text('reason'));
    return reason.success
      ? useCases.declineReview(actor, { reviewId, version: numberOf(typed), reason: reason.data }, call)
      : fail({ kind: 'invalid-input', fields: [wrong('reason', typed.text('reason') && 'too_big')] });
  };

  const declare = (view: View, reviewId: string) => {
    const { actor, typed, call } = view;
    const of = { reviewId, version: numberOf(typed) };
    const said = typed.text('declaration');
    // A reason beside "none" is one of two answers, and only the person knows which.
    if (said === 'none' && typed.text('reason').trim() !== '')
      return fail({ kind: 'invalid-input', fields: [wrong('declaration', 'contradicts')] });
    if (said === 'none') return useCases.declareNone(actor, of, call);
    if (said !== 'conflict') return fail({ kind: 'invalid-input', fields: [wrong('declaration')] });
    const reason = conflictReasonSchema.safeParse(typed.text('reason'));
    return reason.success
      ? useCases.declareConflict(actor, { ...of, reason: reason.data }, call)
      : fail({ kind: 'invalid-input', fields: [wrong('reason', typed.text('reason') && 'too_big')] });
  };

  const write = async ({ actor, typed, call }: View, reviewId: string, submits: boolean) => {
    const assessment = readAssessment(typed);
    if (!assessment.ok) return assessment;
    const words = { reviewId, version: numberOf(typed), assessment: assessment.value };
    const save = () => useCases.saveReview(actor, words, call);
    if (!submits) return save();
    const done = await useCases.submitReview(actor, words, call);
    // Too late or not complete: what was written is kept as the draft all the same.
    if (!done.ok && (done.failure.kind === 'review-closed' || done.failure.kind === 'invalid-input'))
      await save();
    return done;
  };

  return (
    new Hono<Site>()
      .get('/reviews', async (c) => {
        const view = viewOf(c);
        const queue = await useCases.listMyReviews(view.actor, { cursor: c.req.query('cursor') }, view.call);
        return queue.ok ? render(c, <QueuePage view={view} queue={queue.value} />) : c.notFound();
      })
      .get('/reviews/:id', (c) => reviewPage(c, c.req.param('id')))
      .post('/reviews/:id', async (c) => {
        const view = viewOf(c);
        const reviewId = c.req.param('id');
        const alone = c.req.header('x-autosave') !== undefined;
        const done = await write(view, reviewId, !alone && view.typed.text('do') === 'submit');
        if (alone && !done.ok)
          return c.json({ error: done.failure.kind }, failures[done.failure.kind].status);
        if (alone && done.ok && 'savedAt' in done.value)
          return c.json({ savedAt: done.value.savedAt, version: done.value.version });
        return done.ok ? seeOther(c, `/reviews/${reviewId}`) : reviewPage(c, reviewId, done.failure);
      })
      .get('/reviews/:id/files/:file', async (c) => {
        const view = viewOf(c);
        const of = { applicationId: applicationIdOf(c.req.param('id')), attachmentId: c.req.param('file') };
        const file = await useCases.openAttachment(view.actor, of, view.call);
        return openFile(c, file, `/reviews/${c.req.param('id')}`);
      })
      .get('/reviews/:id/revisions', async (c) => {
        const view = viewOf(c);
        const seen = await useCases.listRevisions(view.actor, { reviewId: c.req.param('id') }, view.call);
        return seen.ok ? render(c, <RevisionsPage view={view} seen={seen.value} />) : c.notFound();
      })
      .post('/reviews/:id/flags', async (c) => {
        const { actor, typed, call } = viewOf(c);
        const reviewId = c.req.param('id');
        const reason = flagWordsSchema.safeParse(typed.text('reason'));
        const done = reason.success
          ? await useCases.raiseFlag(actor, { reviewId, reason: reason.data }, call)
          : fail({ kind: 'invalid-input' as const, fields: [wrong('reason')] });
        return done.ok ? seeOther(c, `/reviews/${reviewId}`) : reviewPage(c, reviewId, done.failure);
      })
      // A flag's form that comes back after signing in again finds its page.
      .get('/reviews/:id/flags', (c) => {
        const reviewId = idSchema.safeParse(c.req.param('id'));
        return reviewId.success ? seeOther(c, `/reviews/${reviewId.data}`) : c.notFound();
      })
      .get('/reviews/:id/decline', (c) => declinePage(c, c.req.param('id')))
      .post('/reviews/:id/decline', async (c) => {
        const reviewId = c.req.param('id');
        const done = await decline(viewOf(c), reviewId);
        return done.ok ? seeOther(c, `/reviews/${reviewId}`) : declinePage(c, reviewId, done.failure);
      })
      .get('/reviews/:id/conflict', (c) => conflictPage(c, c.req.param('id')))
      .post('/reviews/:id/conflict', async (c) => {
        const reviewId = c.req.param('id');
        const done = await declare(viewOf(c), reviewId);
        return done.ok ? seeOther(c, `/reviews/${reviewId}`) : conflictPage(c, reviewId, done.failure);
      })
  );
};

const wrong = (path: string, code: string = '') => ({ path, code: code || 'required' });
