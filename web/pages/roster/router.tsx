import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { exportFormats } from '../../../shared/roster/export.ts';
import { isUnderWay, lookAgain } from '../../look-again.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { ExportsPage } from './exports-page.tsx';
import { mailingPages } from './mailings.router.tsx';
import { readQuery, writeFilter } from './read-query.ts';
import { RosterPage } from './roster-page.tsx';
import type { RosterUseCases } from './use-cases.ts';

/** A round's list by any filter, files of it, and mail to it. */
export const rosterPages = (useCases: RosterUseCases) => {
  const exportsPage = async (c: Context<Site>, roundId: string, failure?: Failure) => {
    const view = viewOf(c);
    const { filter, order } = queryOf(c);
    const [list, exports] = await Promise.all([
      useCases.listRoster(view.actor, { ...filter, ...order, roundId }, view.call),
      useCases.listExports(view.actor, { roundId }, view.call),
    ]);
    if (!list.ok || !exports.ok) return c.notFound();
    const running = exports.value.items.find(({ job, asked }) => !asked.file && isUnderWay(job));
    lookAgain(c, running?.job, failure);
    const page = { view, exports: exports.value, list: list.value, filter, failure };
    return render(c, <ExportsPage {...page} />, failure);
  };

  const ask = ({ actor, typed, call, language }: View, roundId: string, c: Context<Site>) => {
    if (typed.text('action') === 'cancel')
      return useCases.cancelJob(actor, { jobId: typed.id('jobId') }, call);
    const format = exportFormats.find((one) => one === typed.text('format'));
    return format
      ? useCases.askExport(actor, { roundId, format, language, filter: queryOf(c).filter }, call)
      : fail({ kind: 'invalid-input', fields: [{ path: 'format', code: 'required' }] } as const);
  };

  return new Hono<Site>()
    .get('/staff/lists/:id', async (c) => {
      const view = viewOf(c);
      const query = queryOf(c);
      const roundId = c.req.param('id');
      const input = { ...query.filter, ...query.order, roundId, cursor: c.req.query('cursor') };
      const list = await useCases.listRoster(view.actor, input, view.call);
      // A cursor of another list than the one that is asked for now: the list from its start.
      if (!list.ok)
        return list.failure.kind === 'invalid-input'
          ? seeOther(c, `/staff/lists/${roundId}${writeFilter(query.filter)}`)
          : c.notFound();
      const rebuilt = c.req.query('rebuilt') !== undefined;
      return render(c, <RosterPage view={view} list={list.value} query={query} rebuilt={rebuilt} />);
    })
    .post('/staff/lists/:id', async (c) => {
      const { actor, call } = viewOf(c);
      const roundId = c.req.param('id');
      const asked = await useCases.rebuildRoster(actor, { roundId }, call);
      return asked.ok ? seeOther(c, `/staff/lists/${roundId}?rebuilt`) : c.notFound();
    })
    .get('/staff/lists/:id/exports', (c) => exportsPage(c, c.req.param('id')))
    .post('/staff/lists/:id/exports', async (c) => {
      const view = viewOf(c);
      const roundId = c.req.param('id');
      const done = await ask(view, roundId, c);
      return done.ok ? seeOther(c, view.path) : exportsPage(c, roundId, done.failure);
    })
    .get('/staff/lists/:id/exports/:export/file', async (c) => {
      const view = viewOf(c);
      const file = await useCases.openExport(view.actor, { exportId: c.req.param('export') }, view.call);
      if (file.ok) return c.redirect(file.value.address, 303);
      return file.failure.kind === 'not-found'
        ? c.notFound()
        : exportsPage(c, c.req.param('id'), file.failure);
    })
    .route('/', mailingPages(useCases));
};

const queryOf = (c: Context<Site>) => readQuery(new URL(c.req.url).searchParams);
