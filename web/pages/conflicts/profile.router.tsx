import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { ProfilePage } from './profile-page.tsx';
import { readProfile } from './read-profile.ts';
import type { ProfileUseCases } from './use-cases.ts';

/** `/reviews/profile`: what one says of oneself. Before the reviews' own router: its address would fit theirs too. */
export const profilePages = ({ viewPersonProfile, savePersonProfile, listPartnerships }: ProfileUseCases) => {
  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const own = await viewPersonProfile(view.actor, {}, view.call);
    if (!own.ok) return c.notFound();
    const saved = !failure && c.req.query('saved') === '1';
    const { partnerships = [], formerly = [] } = own.value.profile ?? {};
    const named = partnerships.length > 0 || formerly.some(({ fact }) => fact.kind === 'partnership');
    const listed = named ? await listPartnerships(view.actor, {}, view.call) : undefined;
    const pairs = new Map(
      listed?.ok
        ? listed.value.matches.map(({ id, us, jp }) => [id, `${us.name} ${us.region} ${jp.name}`])
        : [],
    );
    const props = { view, own: own.value, pairs, saved, failure };
    return render(c, <ProfilePage {...props} />, failure);
  };
  return new Hono<Site>()
    .get('/reviews/profile', (c) => page(c))
    .post('/reviews/profile', async (c) => {
      const { actor, call, typed } = viewOf(c);
      const { read, inForm } = await readProfile(typed, async (text) => {
        const found = await listPartnerships(actor, { text }, call);
        return found.ok ? found.value.matches.map(({ id }) => id) : [];
      });
      if (!read.ok) return page(c, read.failure);
      const version = Number(typed.text('version')) || 0;
      const done = await savePersonProfile(actor, { ...read.value, version }, call);
      if (done.ok) return seeOther(c, '/reviews/profile?saved=1');
      return page(c, done.failure.kind === 'invalid-input' ? inForm(done.failure) : done.failure);
    });
};
