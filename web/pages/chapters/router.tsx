import { Hono, type MiddlewareHandler } from 'hono';
import type { ShownCounts } from '../../../shared/chapters/alumni-counts.ts';
import { leads } from '../../../shared/kernel/actor.ts';
import { stateCodeSchema } from '../../../shared/reference/regions.ts';
import { download } from '../../download.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { AlumniPage } from './alumni-page.tsx';
import { ChapterPage } from './chapter-page.tsx';
import { ChapterIntroductionsPage } from './introductions-page.tsx';
import { ChapterNumbersPage } from './numbers-page.tsx';
import type { ChapterUseCases } from './use-cases.ts';

const noCounts: ShownCounts = { prefectures: [], states: [] };

/** `/alumni` for everyone, and each chapter's page with what its leads find there. */
export const chapterPages = (useCases: ChapterUseCases, signedIn: MiddlewareHandler<Site>) =>
  new Hono<Site>()
    .get('/alumni', async (c) => {
      const view = viewOf(c);
      const { actor, call } = view;
      const state = stateCodeSchema.safeParse(c.req.query('state')).data;
      const [listed, counts] = await Promise.all([
        useCases.listChapters(actor, { state }, call),
        useCases.viewAlumniCounts(actor, {}, call),
      ]);
      return render(
        c,
        <AlumniPage
          view={view}
          chapters={listed.ok ? listed.value.items : []}
          state={state}
          counts={counts.ok ? counts.value : noCounts}
        />,
      );
    })

    .get('/chapters/:id', async (c) => {
      const view = viewOf(c);
      const { actor, call } = view;
      const chapterId = c.req.param('id');
      const cursor = c.req.query('cursor');
      const [seen, members] = await Promise.all([
        useCases.viewChapter(actor, { chapterId }, call),
        leads(actor, chapterId) ? useCases.listChapterMembers(actor, { chapterId, cursor }, call) : undefined,
      ]);
      if (!seen.ok) return c.notFound();
      // A cursor of another list, or of another day's key: the list begins anew.
      if (members && !members.ok) return seeOther(c, `/chapters/${chapterId}`);
      return render(c, <ChapterPage view={view} chapter={seen.value.chapter} members={members?.value} />);
    })

    .get('/chapters/:id/numbers', signedIn, async (c) => {
      const view = viewOf(c);
      const { actor, call } = view;
      const chapterId = c.req.param('id');
      const [seen, numbers] = await Promise.all([
        useCases.viewChapter(actor, { chapterId }, call),
        useCases.viewChapterNumbers(actor, { chapterId }, call),
      ]);
      if (!seen.ok || !numbers.ok) return c.notFound();
      return render(
        c,
        <ChapterNumbersPage view={view} chapter={seen.value.chapter} numbers={numbers.value} />,
      );
    })

    .get('/chapters/:id/introductions', signedIn, async (c) => {
      const view = viewOf(c);
      const { actor, call } = view;
      const chapterId = c.req.param('id');
      const [seen, listed] = await Promise.all([
        useCases.viewChapter(actor, { chapterId }, call),
        useCases.listChapterIntroductions(actor, { chapterId, cursor: c.req.query('cursor') }, call),
      ]);
      if (!seen.ok || (!listed.ok && listed.failure.kind === 'not-found')) return c.notFound();
      if (!listed.ok) return seeOther(c, `/chapters/${chapterId}/introductions`);
      const { chapter } = seen.value;
      return render(
        c,
        <ChapterIntroductionsPage view={view} chapter={chapter} introductions={listed.value} />,
      );
    })

    .post('/chapters/:id/members.csv', signedIn, async (c) => {
      const { actor, call } = viewOf(c);
      const chapterId = c.req.param('id');
      const made = await useCases.exportChapterMembers(actor, { chapterId }, call);
      return made.ok ? download(c, `members-${chapterId}`, 'csv', made.value.csv) : c.notFound();
    });
