import { Hono } from 'hono';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { EligibilityPage } from './eligibility-page.tsx';
import { readAnswers } from './read-answers.ts';
import { roundCalendar } from './round-calendar.ts';
import { RoundPage } from './round-page.tsx';
import { RoundsPage } from './rounds-page.tsx';
import type { PublicRoundUseCases } from './use-cases.ts';

/** The list of rounds, a round's call, its calendar file and the check whether one can apply. */
export const publicRoundPages = ({
  listOpenRounds,
  viewOpenRound,
  checkRoundEligibility,
}: PublicRoundUseCases) =>
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

    // Links of earlier calls lead here.
    .get('/rounds/:id/check', (c) =>
      seeOther(c, `/rounds/${encodeURIComponent(c.req.param('id'))}/eligibility`),
    )
    .get('/rounds/:id/eligibility', async (c) => {
      const view = viewOf(c);
      const seen = await viewOpenRound(view.actor, { roundId: c.req.param('id') }, view.call);
      return seen.ok ? render(c, <EligibilityPage view={view} round={seen.value} />) : c.notFound();
    })
    // Nothing is stored: the answers go on, sealed, in the address that starts an application.
    .post('/rounds/:id/eligibility', async (c) => {
      const view = viewOf(c);
      const roundId = c.req.param('id');
      const seen = await viewOpenRound(view.actor, { roundId }, view.call);
      if (!seen.ok) return c.notFound();
      const answers = readAnswers(view.typed);
      const checked = answers.ok
        ? await checkRoundEligibility(view.actor, { ...answers.value, roundId }, view.call)
        : answers;
      const page = { view, round: seen.value };
      return checked.ok
        ? render(c, <EligibilityPage {...page} checked={checked.value} />)
        : render(c, <EligibilityPage {...page} failure={checked.failure} />, checked.failure);
    });
