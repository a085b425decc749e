import { type Context, Hono } from 'hono';
import { sectionIds } from '../../../../shared/applications/application.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { render, seeOther } from '../../../respond.tsx';
import { type Site, viewOf } from '../../../view.ts';
import { pathOf } from '../task-stops.ts';
import type { ApplicationUseCases } from '../use-cases.ts';
import { ChooseEarlierPage, CopyPage } from './copy-pages.tsx';

type UseCases = Pick<ApplicationUseCases, 'viewApplication' | 'listEarlier' | 'previewCopy' | 'copyEarlier'>;

/** Text of an earlier application carried over into this one, seen before it is copied. */
export const copyPages = (useCases: UseCases) => {
  const idOf = (c: Context<Site>) => ({ applicationId: c.req.param('id') ?? '' });
  const pairOf = (c: Context<Site>) => ({ ...idOf(c), fromId: c.req.param('from') ?? '' });

  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const [seen, preview] = await Promise.all([
      useCases.viewApplication(view.actor, idOf(c), view.call),
      useCases.previewCopy(view.actor, pairOf(c), view.call),
    ]);
    return seen.ok && preview.ok
      ? render(
          c,
          <CopyPage view={view} seen={seen.value} preview={preview.value} failure={failure} />,
          failure,
        )
      : c.notFound();
  };

  return new Hono<Site>()
    .get('/applications/:id/copy', async (c) => {
      const view = viewOf(c);
      const [seen, list] = await Promise.all([
        useCases.viewApplication(view.actor, idOf(c), view.call),
        useCases.listEarlier(view.actor, idOf(c), view.call),
      ]);
      return seen.ok && list.ok
        ? render(c, <ChooseEarlierPage view={view} seen={seen.value} items={list.value.items} />)
        : c.notFound();
    })
    .get('/applications/:id/copy/:from', (c) => page(c))
    .post('/applications/:id/copy/:from', async (c) => {
      const { actor, call, typed } = viewOf(c);
      const sections = sectionIds.filter((id) => typed.all('sections').includes(id));
      const done = await useCases.copyEarlier(actor, { ...pairOf(c), sections }, call);
      if (done.ok) return seeOther(c, pathOf(idOf(c).applicationId));
      return done.failure.kind === 'not-found' ? c.notFound() : page(c, done.failure);
    });
};
