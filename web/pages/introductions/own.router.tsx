import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { reportTermsSchema } from '../../../shared/introductions/introduction-report.ts';
import type { IntroductionSheet } from '../../../shared/introductions/introduction-sheet.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { OwnIntroductionsPage } from './own-list-page.tsx';
import { OwnIntroductionPage } from './own-page.tsx';
import { readWords } from './read-words.ts';
import type { OwnIntroductionUseCases } from './use-cases.ts';

/** `/alumni/introductions`: what partnerships ask of the signed-in alum. */
export const ownIntroductionPages = (useCases: OwnIntroductionUseCases) => {
  const sheetOf = async (c: Context<Site>, introductionId: string) => {
    const { actor, call } = viewOf(c);
    const seen = await useCases.viewIntroduction(actor, { introductionId }, call);
    // A coordinator's page of it lies in the workspace.
    return seen.ok && seen.value.side === 'alum' ? seen.value : undefined;
  };

  const page = async (c: Context<Site>, introductionId: string, failure?: Failure) => {
    const sheet = await sheetOf(c, introductionId);
    if (!sheet) return c.notFound();
    const done = c.req.query('done');
    return render(
      c,
      <OwnIntroductionPage
        view={viewOf(c)}
        sheet={sheet}
        failure={failure}
        done={failure ? undefined : done === 'reported' || done === 'saved' ? done : undefined}
      />,
      failure,
    );
  };

  const act = async (c: Context<Site>, introductionId: string) => {
    const { actor, typed, call } = viewOf(c);
    const of = { introductionId };
    const step = { ...of, version: Number(typed.text('version')) };
    switch (typed.text('act')) {
      case 'accept':
        return useCases.answerIntroduction(actor, { ...of, answer: 'accept' }, call);
      case 'decline':
        return useCases.answerIntroduction(actor, { ...of, answer: 'decline' }, call);
      case 'refuse':
        return useCases.stepIntroduction(actor, { ...step, action: 'decline' }, call);
      case 'leave':
        return useCases.stepIntroduction(actor, { ...step, action: 'leave' }, call);
      case 'block':
        return useCases.blockPartnership(actor, { ...of, blocked: true }, call);
      case 'unblock':
        return useCases.blockPartnership(actor, { ...of, blocked: false }, call);
      case 'report': {
        const read = readWords(reportTermsSchema, typed, { from: 'report', to: 'text' });
        return read.ok ? useCases.reportIntroduction(actor, { ...of, ...read.value }, call) : read;
      }
      default:
        return fail({ kind: 'not-found' });
    }
  };

  return new Hono<Site>()
    .get('/alumni/introductions', async (c) => {
      const view = viewOf(c);
      const cursor = c.req.query('cursor');
      const list = await useCases.listMyIntroductions(view.actor, { cursor }, view.call);
      if (!list.ok) return seeOther(c, '/alumni/introductions');
      const waiting = list.value.items.filter(({ status }) => status === 'requested');
      const open = (await Promise.all(waiting.map(({ id }) => sheetOf(c, id)))).filter(
        (one): one is IntroductionSheet => one !== undefined,
      );
      const saved = c.req.query('done') === 'saved';
      return render(c, <OwnIntroductionsPage view={view} list={list.value} open={open} saved={saved} />);
    })
    .get('/alumni/introductions/:id', (c) => page(c, c.req.param('id')))
    .post('/alumni/introductions/:id', async (c) => {
      const introductionId = c.req.param('id');
      const done = await act(c, introductionId);
      if (!done.ok) return page(c, introductionId, done.failure);
      const said = viewOf(c).typed.text('act') === 'report' ? 'reported' : 'saved';
      return seeOther(c, `/alumni/introductions/${introductionId}?done=${said}`);
    });
};
