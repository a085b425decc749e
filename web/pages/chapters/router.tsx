import { Hono } from 'hono';
import type { ShownCounts } from '../../../shared/chapters/alumni-counts.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { JetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { stateCodeSchema } from '../../../shared/reference/regions.ts';
import { render } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { AlumniPage } from './alumni-page.tsx';
import { ChapterPage } from './chapter-page.tsx';

export type ChapterUseCases = {
  listChapters: UseCase<{ state?: string | undefined }, { items: readonly JetaaChapter[] }, Failure>;
  viewChapter: UseCase<{ chapterId: string }, { chapter: JetaaChapter }, Failure>;
  viewAlumniCounts: UseCase<unknown, ShownCounts, Failure>;
};

const noCounts: ShownCounts = { prefectures: [], states: [] };

/** `/alumni` for everyone, and each chapter's page. */
export const chapterPages = (useCases: ChapterUseCases) =>
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
      const seen = await useCases.viewChapter(view.actor, { chapterId: c.req.param('id') }, view.call);
      return seen.ok ? render(c, <ChapterPage view={view} chapter={seen.value.chapter} />) : c.notFound();
    });
