import { type Context, Hono } from 'hono';
import type { ConfirmationSheet } from '../../../shared/applications/application-view.ts';
import type { Answer, KeptAnswer } from '../../../shared/applications/confirmation.ts';
import type { Colleague } from '../../../shared/applications/hand-on-confirmation.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Typed } from '../../components/form/typed.ts';
import { render, seeOther } from '../../respond.tsx';
import { linkSessions } from '../../session/link-sessions.ts';
import type { SitePorts } from '../../session/site-ports.ts';
import { type Site, viewOf } from '../../view.ts';
import { GoneLinkPage } from './gone-link-page.tsx';
import { InquirySheet } from './inquiry-sheet.tsx';
import { LetterPage } from './letter-page.tsx';
import { type Ending, HandedOnPage, OpeningPage, SessionEndedPage } from './link-pages.tsx';
import type { OfficeAct } from './plan.tsx';
import { readAnswer, readColleague, readKept } from './read-answer.ts';

export type ConfirmUseCases = {
  readonly viewConfirmation: UseCase<unknown, ConfirmationSheet, Failure>;
  readonly answerConfirmation: UseCase<Answer, unknown, Failure>;
  readonly keepAnswer: UseCase<KeptAnswer & { version: number }, unknown, Failure>;
  readonly handOnConfirmation: UseCase<Colleague, unknown, Failure>;
};

type Refused = { failure?: Failure; act?: OfficeAct; back?: Typed | undefined };

/**
 * The Japanese office's page: the link is all that is needed, no account. Opening it swaps the link's token for a
 * session at an address without it; reading changes nothing.
 */
export const confirmPages = (useCases: ConfirmUseCases, ports: SitePorts) => {
  const { viewConfirmation, answerConfirmation, keepAnswer, handOnConfirmation } = useCases;
  const sessions = linkSessions(ports, 'confirm');
  const linked = (c: Context<Site>) => ({ kind: 'link', token: c.req.param('token') ?? '' }) as const;
  const gone = (c: Context<Site>, failure: Failure) =>
    render(c, <GoneLinkPage view={viewOf(c)} what="letter" failure={failure} />, failure);
  const ended = (c: Context<Site>, ending: Ending, kept = false) =>
    render(c, <SessionEndedPage view={viewOf(c)} ending={ending} kept={kept} />, 401);

  /** The open request, or the page that says why there is none. */
  const opened = async (c: Context<Site>) => {
    const holder = sessions.holder(c);
    if (holder === 'none') return { response: ended(c, 'never') };
    if (holder === 'ended') {
      const kept = c.req.method === 'POST' && (await sessions.keep(c, viewOf(c).typed.text('of')));
      return { response: ended(c, 'closed', kept) };
    }
    const seen = await viewConfirmation(holder, {}, viewOf(c).call);
    return seen.ok ? { holder, sheet: seen.value } : { response: gone(c, seen.failure) };
  };

  const letter = (c: Context<Site>, sheet: ConfirmationSheet, refused: Refused = {}) =>
    render(c, <LetterPage view={viewOf(c)} sheet={sheet} {...refused} />, refused.failure);

  const act = async (c: Context<Site>, holder: ReturnType<typeof linked>) => {
    const { typed, call } = viewOf(c);
    switch (typed.text('do')) {
      case 'keep': {
        const kept = readKept(typed);
        return { act: 'keep', done: kept.ok ? await keepAnswer(holder, kept.value, call) : kept } as const;
      }
      case 'hand-on': {
        const to = readColleague(typed);
        return {
          act: 'hand-on',
          done: to.ok ? await handOnConfirmation(holder, to.value, call) : to,
        } as const;
      }
      default: {
        const answer = readAnswer(typed);
        return {
          act: 'answer',
          done: answer.ok ? await answerConfirmation(holder, answer.value, call) : answer,
        } as const;
      }
    }
  };

  return new Hono<Site>()
    .get('/confirm', async (c) => {
      const { sheet, response } = await opened(c);
      if (!sheet) return response;
      return letter(c, sheet, { back: sheet.answer ? undefined : await sessions.kept(c, sheet.number) });
    })
    .post('/confirm', async (c) => {
      const { holder, sheet, response } = await opened(c);
      if (!holder) return response;
      // Two requests in one browser share the session: an answer goes to the one it was written for, or nowhere.
      const of = viewOf(c).typed.text('of');
      if (of !== sheet.number) return ended(c, 'other', await sessions.keep(c, of));
      const { act: tried, done } = await act(c, holder);
      if (!done.ok) {
        // What stands now, which another may have changed in between.
        const now = await viewConfirmation(holder, {}, viewOf(c).call);
        return now.ok ? letter(c, now.value, { failure: done.failure, act: tried }) : gone(c, now.failure);
      }
      sessions.forget(c);
      if (tried !== 'hand-on') return seeOther(c, '/confirm');
      sessions.end(c);
      return seeOther(c, '/confirm/handed-on');
    })
    .get('/confirm/handed-on', (c) => render(c, <HandedOnPage view={viewOf(c)} />))
    .get('/confirm/sheet', async (c) => {
      const { sheet, response } = await opened(c);
      return sheet ? render(c, <InquirySheet view={viewOf(c)} sheet={sheet} />) : response;
    })
    .get('/confirm/:token', async (c) => {
      const view = viewOf(c);
      const seen = await viewConfirmation(linked(c), {}, view.call);
      return seen.ok ? render(c, <OpeningPage view={view} what="letter" />) : gone(c, seen.failure);
    })
    .post('/confirm/:token', async (c) => {
      const seen = await viewConfirmation(linked(c), {}, viewOf(c).call);
      if (!seen.ok) return gone(c, seen.failure);
      sessions.open(c, linked(c).token);
      return seeOther(c, '/confirm');
    });
};
