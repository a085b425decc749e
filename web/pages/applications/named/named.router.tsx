import { type Context, Hono } from 'hono';
import type { Failure } from '../../../../shared/failures.ts';
import { render, seeOther } from '../../../respond.tsx';
import { type Site, viewOf } from '../../../view.ts';
import { pathOf } from '../task-stops.ts';
import type { ApplicationUseCases } from '../use-cases.ts';
import { NamedPage } from './named-page.tsx';
import { readNamed } from './read-named.ts';

type UseCases = Pick<ApplicationUseCases, 'viewApplication' | 'viewNamedReviewers' | 'nameReviewers'>;

/** Whom the applicant asks to keep from reviewing its application. */
export const namedPages = ({ viewApplication, viewNamedReviewers, nameReviewers }: UseCases) => {
  const idOf = (c: Context<Site>) => ({ applicationId: c.req.param('id') ?? '' });

  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const [seen, named] = await Promise.all([
      viewApplication(view.actor, idOf(c), view.call),
      viewNamedReviewers(view.actor, idOf(c), view.call),
    ]);
    if (!seen.ok || !named.ok || failure?.kind === 'not-found') return c.notFound();
    const saved = c.req.query('saved') === '1';
    const props = { view, seen: seen.value, named: named.value, saved, failure };
    return render(c, <NamedPage {...props} />, failure);
  };

  return new Hono<Site>()
    .get('/applications/:id/conflicts', (c) => page(c))
    .post('/applications/:id/conflicts', async (c) => {
      const { actor, typed, call } = viewOf(c);
      const people = readNamed(typed);
      if (!people.ok) return page(c, people.failure);
      const version = Number(typed.text('version')) || 0;
      const done = await nameReviewers(actor, { ...idOf(c), version, people: people.value }, call);
      return done.ok
        ? seeOther(c, `${pathOf(c.req.param('id'), 'conflicts')}?saved=1`)
        : page(c, done.failure);
    });
};
