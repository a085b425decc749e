import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import type { IntroductionSheet } from '../../../shared/introductions/introduction-sheet.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { AnswerPage, GoneAnswerPage } from './answer-page.tsx';

export type AnswerUseCases = {
  readonly viewIntroductionByLink: UseCase<unknown, IntroductionSheet, Failure>;
  readonly answerIntroductionByLink: UseCase<{ answer: 'accept' | 'decline' }, unknown, Failure>;
};

/** `/introductions/answer/:token`: where the mail leads. Mail scanners follow links: looking changes nothing, a button answers. */
export const answerPages = ({ viewIntroductionByLink, answerIntroductionByLink }: AnswerUseCases) => {
  const holder = (c: Context<Site>) => ({ kind: 'link', token: c.req.param('token') ?? '' }) as const;
  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await viewIntroductionByLink(holder(c), {}, view.call);
    return seen.ok
      ? render(c, <AnswerPage view={view} sheet={seen.value} />, failure)
      : render(c, <GoneAnswerPage view={view} />, seen.failure);
  };
  return new Hono<Site>()
    .get('/introductions/answer/:token', (c) => page(c))
    .post('/introductions/answer/:token', async (c) => {
      const { typed, call } = viewOf(c);
      const act = typed.text('act');
      if (act !== 'accept' && act !== 'decline') return page(c, { kind: 'not-found' });
      const done = await answerIntroductionByLink(holder(c), { answer: act }, call);
      // What stands by now says why it was refused.
      return done.ok
        ? seeOther(c, `/introductions/answer/${encodeURIComponent(c.req.param('token'))}`)
        : page(c, done.failure);
    });
};
