import { Hono } from 'hono';
import type { PublicAward } from '../../../shared/awards/list-awards.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { render } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { AwardsPage } from './awards-page.tsx';

export type PublicAwardUseCases = {
  /** Announced awards of real rounds, newest round first. */
  listAwards: UseCase<unknown, { items: readonly PublicAward[] }, Failure>;
};

export const publicAwardPages = ({ listAwards }: PublicAwardUseCases) =>
  new Hono<Site>().get('/awards', async (c) => {
    const view = viewOf(c);
    const listed = await listAwards(view.actor, {}, view.call);
    return render(c, <AwardsPage view={view} awards={listed.ok ? listed.value.items : []} />);
  });
