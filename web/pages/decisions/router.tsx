import { type Context, Hono } from 'hono';
import type { DecisionTable } from '../../../shared/awards/list-decisions.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { download } from '../../download.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { decisionsCsv } from './decisions-csv.ts';
import { DecisionsPage } from './decisions-page.tsx';

export type DecisionUseCases = {
  listDecisions: UseCase<{ roundId: string }, DecisionTable, Failure>;
  announceRound: UseCase<{ roundId: string; version: number }, Round, Failure>;
};

/** A round's decisions as a table and as a file, and its announcement. */
export const decisionPages = (useCases: DecisionUseCases) => {
  const tablePage = async (c: Context<Site>, roundId: string, failure?: Failure) => {
    const view = viewOf(c);
    const table = await useCases.listDecisions(view.actor, { roundId }, view.call);
    if (!table.ok) return c.notFound();
    return render(c, <DecisionsPage view={view} table={table.value} failure={failure} />, failure);
  };

  return new Hono<Site>()
    .get('/staff/rounds/:id/decisions', (c) => tablePage(c, c.req.param('id')))
    .get('/staff/rounds/:id/decisions/export/decisions.csv', async (c) => {
      const { actor, call } = viewOf(c);
      const roundId = c.req.param('id');
      const table = await useCases.listDecisions(actor, { roundId }, call);
      return table.ok
        ? download(c, `decisions-${roundId}`, 'csv', decisionsCsv(table.value.rows))
        : c.notFound();
    })
    .post('/staff/rounds/:id/decisions', async (c) => {
      const { actor, typed, call } = viewOf(c);
      const roundId = c.req.param('id');
      const version = Number(typed.text('version'));
      const done = await useCases.announceRound(actor, { roundId, version }, call);
      return done.ok
        ? seeOther(c, `/staff/rounds/${roundId}/decisions`)
        : tablePage(c, roundId, done.failure);
    });
};
