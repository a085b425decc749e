import { type Context, Hono } from 'hono';
import { entryRefusal } from '../../../shared/applications/paper-steps.ts';
import type { Failure } from '../../../shared/failures.ts';
import { idSchema } from '../../../shared/kernel/ids.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { pathOf } from '../applications/task-stops.ts';
import { EnterPaperPage } from './enter-paper-page.tsx';
import { PapersPage } from './papers-page.tsx';
import { readPaper } from './read-paper.ts';
import type { PaperUseCases } from './use-cases.ts';

/** What came on paper in a round; whose one more is; and the beginning of typing it. */
export const paperPages = (useCases: PaperUseCases) => {
  const newPage = async (c: Context<Site>, failure?: Failure) => {
    const { actor, call } = viewOf(c);
    const partnership = idSchema.safeParse(c.req.query('partnership'));
    if (!partnership.success || failure?.kind === 'not-found') return c.notFound();
    const [seen, claimants] = await Promise.all([
      useCases.viewRound(actor, { roundId: c.req.param('id') ?? '' }, call),
      useCases.listClaimants(actor, { partnershipId: partnership.data }, call),
    ]);
    if (!seen.ok || !claimants.ok) return c.notFound();
    const round = seen.value;
    if (entryRefusal(round, call.receivedAt) && !failure)
      return seeOther(c, `/staff/rounds/${round.id}/papers`);
    return render(
      c,
      <EnterPaperPage view={viewOf(c)} round={round} claimants={claimants.value} failure={failure} />,
      failure,
    );
  };

  return new Hono<Site>()
    .get('/staff/rounds/:id/papers', async (c) => {
      const view = viewOf(c);
      const text = c.req.query('q')?.trim().slice(0, 100) ?? '';
      const [papers, found] = await Promise.all([
        useCases.listPapers(view.actor, { roundId: c.req.param('id') }, view.call),
        text === '' ? undefined : useCases.listPartnerships(view.actor, { text }, view.call),
      ]);
      if (!papers.ok) return c.notFound();
      const matches = found?.ok ? found.value.matches : [];
      return render(c, <PapersPage view={view} papers={papers.value} find={{ text, matches }} />);
    })
    .get('/staff/rounds/:id/papers/new', (c) => newPage(c))
    .post('/staff/rounds/:id/papers/new', async (c) => {
      const { actor, typed, call } = viewOf(c);
      const read = readPaper(typed, c.req.query('partnership') ?? '');
      const done = read.ok
        ? await useCases.enterPaper(actor, { ...read.value, roundId: c.req.param('id') }, call)
        : read;
      return done.ok ? seeOther(c, pathOf(done.value.id)) : newPage(c, done.failure);
    });
};
