import { type Context, Hono } from 'hono';
import type { ConfirmationSheet } from '../../../shared/applications/application-view.ts';
import type { Answer, KeptAnswer } from '../../../shared/applications/confirmation.ts';
import type { Colleague } from '../../../shared/applications/hand-on-confirmation.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Typed } from '../../components/form/typed.ts';
import { render, seeOther } from '../../respond.tsx';
import type { SitePorts } from '../../session/site-ports.ts';
import { type Site, viewOf } from '../../view.ts';
import { InquirySheet } from './inquiry-sheet.tsx';
import { LetterPage } from './letter-page.tsx';
import { linkDoor } from './link-door.tsx';
import { HandedOnPage } from './link-pages.tsx';
import type { OfficeAct } from './plan.tsx';
import { readAnswer, readColleague, readKept } from './read-answer.ts';

export type ConfirmUseCases = {
  readonly viewConfirmation: UseCase<unknown, ConfirmationSheet, Failure>;
  readonly answerConfirmation: UseCase<Answer, unknown, Failure>;
  readonly keepAnswer: UseCase<KeptAnswer & { version: number }, unknown, Failure>;
  readonly handOnConfirmation: UseCase<Colleague, unknown, Failure>;
};

type LinkHolder = { readonly kind: 'link'; readonly token: string };
type Refused = { failure?: Failure; act?: OfficeAct; back?: Typed | undefined };

/**
 * The Japanese office's page: the link is all that is needed, no account.
 */
export const confirmPages = (useCases: ConfirmUseCases, ports: SitePorts) => {
  const { viewConfirmation, answerConfirmation, keepAnswer, handOnConfirmation } = useCases;
  const door = linkDoor(ports, { page: 'confirm', what: 'letter', read: viewConfirmation });
  const { sessions, gone, ended, opened } = door;

  const letter = (c: Context<Site>, sheet: ConfirmationSheet, refused: Refused = {}) =>
    render(c, <LetterPage view={viewOf(c)} sheet={sheet} {...refused} />, refused.failure);

  const act = async (c: Context<Site>, holder: LinkHolder) => {
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
    .route('/', door.routes);
};
