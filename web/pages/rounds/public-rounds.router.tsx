import { Hono } from 'hono';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { CheckPage } from './check-page.tsx';
import { conditions } from './conditions.ts';
import { roundCalendar } from './round-calendar.ts';
import { RoundPage } from './round-page.tsx';
import { RoundsPage } from './rounds-page.tsx';
import type { PublicRoundUseCases } from './use-cases.ts';

/** The list of rounds, a round's call, its calendar file and the check whether one can apply. */
export const publicRoundPages = ({ listOpenRounds, viewOpenRound }: PublicRoundUseCases) =>
  new Hono<Site>()
    .get('/rounds', async (c) => {
      const view = viewOf(c);
      const listed = await listOpenRounds(view.actor, { cursor: c.req.query('cursor') }, view.call);
      return listed.ok ? render(c, <RoundsPage view={view} rounds={listed.value} />) : seeOther(c, '/rounds');
    })

    .get('/rounds/:file{[A-Za-z0-9-]+[.]ics}', async (c) => {
      const view = viewOf(c);
      const roundId = c.req.param('file').replace(/[.]ics$/, '');
      const seen = await viewOpenRound(view.actor, { roundId }, view.call);
      if (!seen.ok) return c.notFound();
      return c.body(roundCalendar(view, seen.value), 200, {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename="${roundId}.ics"`,
      });
    })

    .get('/rounds/:id', async (c) => {
      const view = viewOf(c);
      const seen = await viewOpenRound(view.actor, { roundId: c.req.param('id') }, view.call);
      return seen.ok ? render(c, <RoundPage view={view} round={seen.value} />) : c.notFound();
    })

    // Answers stay in the address: nothing is stored, and nothing is sent to anyone.
    .get('/rounds/:id/check', async (c) => {
      const view = viewOf(c);
      const seen = await viewOpenRound(view.actor, { roundId: c.req.param('id') }, view.call);
      if (!seen.ok) return c.notFound();
      const answers = new Map(conditions.map((condition) => [condition, c.req.query(condition)]));
      return render(c, <CheckPage view={view} round={seen.value} answers={answers} />);
    });
