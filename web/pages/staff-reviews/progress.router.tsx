import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { idsOf } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { flagWordsSchema } from '../../../shared/reviews/flag.ts';
import { reviewIdOf } from '../../../shared/reviews/review.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { ProgressPage } from './progress-page.tsx';
import type { StaffReviewUseCases } from './use-cases.ts';

type UseCases = Pick<
  StaffReviewUseCases,
  'viewProgress' | 'viewAssignments' | 'assignReviewer' | 'removeReviewer' | 'listFlags' | 'settleFlag'
>;

/** How far a round's reviewing is, with what can be done about it in place. */
export const progressPages = (useCases: UseCases) => {
  const page = async (c: Context<Site>, roundId: string, failure?: Failure) => {
    const view = viewOf(c);
    const { actor, call } = view;
    const [seen, assignments, flags] = await Promise.all([
      useCases.viewProgress(actor, { roundId }, call),
      useCases.viewAssignments(actor, { roundId, cursor: c.req.query('cursor') }, call),
      useCases.listFlags(actor, { roundId }, call),
    ]);
    if (!seen.ok || !assignments.ok || !flags.ok) return c.notFound();
    const parts = { view, seen: seen.value, assignments: assignments.value, flags: flags.value, failure };
    return render(c, <ProgressPage {...parts} />, failure);
  };

  /** The new reviewer first: where that is refused, nobody has lost their place. */
  const reassign = async ({ actor, typed, call }: View, roundId: string) => {
    const [applicationId, reviewerId] = [typed.id('applicationId'), typed.id('reviewerId')];
    if (reviewerId === '')
      return fail({ kind: 'invalid-input', fields: [{ path: 'reviewerId', code: 'required' }] });
    const [reviewId = '', version = ''] = typed.text('reviewId').split('/');
    // One's own a colleague takes: known before anybody is given the place.
    if (actor.kind === 'person' && idsOf(actor).some((id) => reviewIdOf(applicationId, id) === reviewId))
      return fail({ kind: 'own-assignment' });
    const given = await useCases.assignReviewer(actor, { roundId, applicationId, reviewerId }, call);
    if (!given.ok || reviewId === '') return given;
    return useCases.removeReviewer(actor, { reviewId, version: Number(version) || 0 }, call);
  };

  const settle = ({ actor, typed, call }: View) => {
    const note = flagWordsSchema.safeParse(typed.text('note'));
    const of = { reviewId: typed.id('reviewId'), flagId: typed.id('flagId') };
    return note.success
      ? useCases.settleFlag(
          actor,
          { ...of, version: Number(typed.text('version')) || 0, note: note.data },
          call,
        )
      : fail({ kind: 'invalid-input', fields: [{ path: `n-${of.flagId}`, code: 'required' }] });
  };

  return new Hono<Site>()
    .get('/staff/rounds/:id/progress', (c) => page(c, c.req.param('id')))
    .post('/staff/rounds/:id/progress', async (c) => {
      const view = viewOf(c);
      const roundId = c.req.param('id');
      const settles = view.typed.text('action') === 'settle-flag';
      const done = await (settles ? settle(view) : reassign(view, roundId));
      return done.ok ? seeOther(c, view.path) : page(c, roundId, done.failure);
    });
};
