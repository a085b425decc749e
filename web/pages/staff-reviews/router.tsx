import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { applicationStatuses } from '../../../shared/applications/application.ts';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { themeSchema } from '../../../shared/kernel/theme.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { ApplicationsPage } from './applications-page.tsx';
import { AssignmentsPage } from './assignments-page.tsx';
import { progressPages } from './progress.router.tsx';
import { scoresPages } from './scores.router.tsx';
import type { StaffReviewUseCases } from './use-cases.ts';

/** Staff's pages about reviewing a round: its applications, assignments, progress and scores. */
export const staffReviewPages = (useCases: StaffReviewUseCases) => {
  const assignmentsPage = async (c: Context<Site>, roundId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewAssignments(
      view.actor,
      { roundId, cursor: c.req.query('cursor') },
      view.call,
    );
    return seen.ok
      ? render(c, <AssignmentsPage view={view} seen={seen.value} failure={failure} />, failure)
      : c.notFound();
  };

  const assignOrRemove = ({ actor, typed, call }: View, roundId: string) => {
    if (typed.text('action') === 'remove')
      return useCases.removeReviewer(
        actor,
        { reviewId: typed.id('reviewId'), version: Number(typed.text('version')) || 0 },
        call,
      );
    const [applicationId, reviewerId] = [typed.id('applicationId'), typed.id('reviewerId')];
    return reviewerId === ''
      ? fail({ kind: 'invalid-input', fields: [{ path: 'reviewerId', code: 'required' }] })
      : useCases.assignReviewer(actor, { roundId, applicationId, reviewerId }, call);
  };

  return new Hono<Site>()
    .route('/', progressPages(useCases))
    .route('/', scoresPages(useCases))
    .get('/staff/rounds/:id/applications', async (c) => {
      const view = viewOf(c);
      const status = z.enum(applicationStatuses).safeParse(c.req.query('status')).data;
      // One filter at a time: both together are asked of the roster.
      const theme = status ? undefined : themeSchema.safeParse(c.req.query('theme')).data;
      const only = { ...(status && { status }), ...(theme && { theme }) };
      const input = { roundId: c.req.param('id'), cursor: c.req.query('cursor'), ...only };
      const listed = await useCases.listApplicationsForStaff(view.actor, input, view.call);
      return listed.ok
        ? render(c, <ApplicationsPage view={view} listed={listed.value} only={only} />)
        : c.notFound();
    })
    .get('/staff/rounds/:id/assignments', (c) => assignmentsPage(c, c.req.param('id')))
    .post('/staff/rounds/:id/assignments', async (c) => {
      const view = viewOf(c);
      const roundId = c.req.param('id');
      const done = await assignOrRemove(view, roundId);
      return done.ok ? seeOther(c, view.path) : assignmentsPage(c, roundId, done.failure);
    });
};
