import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { offerTermsSchema } from '../../../shared/introductions/request-introduction.ts';
import { leads } from '../../../shared/kernel/actor.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { idSchema } from '../../../shared/kernel/ids.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import type { JetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { OfferPage } from './offer-page.tsx';

type Filter = { text?: string; state?: string };
export type OfferUseCases = {
  viewChapter: UseCase<{ chapterId: string }, { chapter: JetaaChapter }, Failure>;
  listPartnerships: UseCase<Filter, { matches: readonly Partnership[] }, Failure>;
  offerIntroduction: UseCase<
    { chapterId: string; partnershipId: string; alumId: string; note: string },
    unknown,
    Failure
  >;
};

/** As many as one page lets choose from; words make them fewer. */
const mostShown = 40;

/** `/chapters/:id/offer`: a lead offers an alum of the chapter an introduction. */
export const chapterOfferPages = (useCases: OfferUseCases, signedIn: MiddlewareHandler<Site>) => {
  const partnershipsFor = async (c: Context<Site>, { states }: JetaaChapter, text: string) => {
    const { actor, call } = viewOf(c);
    const filters: readonly Filter[] = text ? [{ text }] : states.map(({ state }) => ({ state }));
    const found = await Promise.all(filters.map((one) => useCases.listPartnerships(actor, one, call)));
    return found.flatMap((one) => (one.ok ? one.value.matches : [])).slice(0, mostShown);
  };

  const page = async (c: Context<Site>, chapterId: string, alum: string | undefined, failure?: Failure) => {
    const view = viewOf(c);
    const alumId = idSchema.safeParse(alum).data;
    const seen = await useCases.viewChapter(view.actor, { chapterId }, view.call);
    if (!seen.ok || !alumId || !leads(view.actor, chapterId)) return c.notFound();
    const { chapter } = seen.value;
    const words = (c.req.query('q') ?? '').slice(0, 120);
    const partnerships = await partnershipsFor(c, chapter, words);
    return render(c, <OfferPage {...{ view, chapter, alumId, words, partnerships, failure }} />, failure);
  };

  return new Hono<Site>()
    .get('/chapters/:id/offer', signedIn, (c) => page(c, c.req.param('id'), c.req.query('alum')))
    .post('/chapters/:id/offer', signedIn, async (c) => {
      const { actor, call, typed } = viewOf(c);
      const chapterId = c.req.param('id');
      const alumId = typed.text('alum');
      const terms = offerTermsSchema.safeParse({
        alumId,
        partnershipId: typed.text('partnershipId'),
        note: typed.text('note'),
      });
      if (!terms.success) {
        const fields = terms.error.issues.map(({ path, code }) => {
          const name = String(path[0]);
          return { path: name, code: typed.text(name).trim() === '' ? 'required' : code };
        });
        return page(c, chapterId, alumId, { kind: 'invalid-input', fields });
      }
      const done = await useCases.offerIntroduction(actor, { chapterId, ...terms.data }, call);
      return done.ok
        ? seeOther(c, `/chapters/${chapterId}/introductions`)
        : page(c, chapterId, alumId, done.failure);
    });
};
