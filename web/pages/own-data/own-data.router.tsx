import { type Context, Hono } from 'hono';
import { addressSchema } from '../../../shared/accounts/account.ts';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { download } from '../../download.ts';
import { render, seeOther } from '../../respond.tsx';
import { privateCookies } from '../../session/cookies.ts';
import type { SitePorts } from '../../session/site-ports.ts';
import { type Site, type View, viewOf } from '../../view.ts';
import { DataPage } from './data-page.tsx';
import { DeletePage } from './delete-page.tsx';
import { DeletedPage } from './deleted-page.tsx';
import type { OwnDataUseCases } from './use-cases.ts';

/** Outside what is signed in, and known to the identity provider. */
const deletedPath = '/account-deleted';

type Ports = Pick<SitePorts, 'publicOrigin' | 'logoutUrl'>;

/** All that is kept of oneself, as a page and as a file, and the end of it. What lies under `/account/` is signed in. */
export const ownDataPages = (
  { viewOwnData, viewNamedData, viewDeletion, deleteAccount }: OwnDataUseCases,
  { publicOrigin, logoutUrl }: Ports,
) => {
  const cookies = privateCookies(publicOrigin);

  /** By way of the provider, whose own sign-in would open a new account at the next click. */
  const signedOutAt = (address: string): string => {
    const url = new URL(address);
    url.searchParams.set('logout_uri', `${publicOrigin}${deletedPath}`);
    return url.href;
  };

  const deletePage = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const standing = await viewDeletion(view.actor, {}, view.call);
    if (!view.person || !standing.ok) return c.notFound();
    const { refused } = standing.value;
    return render(
      c,
      <DeletePage view={view} person={view.person} refused={refused} failure={failure} />,
      failure,
    );
  };

  const end = async ({ actor, call, typed }: View) => {
    const email = addressSchema.safeParse(typed.text('email'));
    if (!email.success)
      return fail({ kind: 'invalid-input', fields: [{ path: 'email', code: 'not-theirs' }] });
    return deleteAccount(actor, { email: email.data }, call);
  };

  return new Hono<Site>()
    .get('/account/data', async (c) => {
      const view = viewOf(c);
      const named = await viewNamedData(view.actor, {}, view.call);
      return named.ok
        ? render(c, <DataPage view={view} named={named.value} origin={publicOrigin} />)
        : c.notFound();
    })
    .get('/account/data.json', async (c) => {
      const view = viewOf(c);
      const data = await viewOwnData(view.actor, {}, view.call);
      return data.ok
        ? download(c, 'shimai-data', 'json', JSON.stringify(data.value, undefined, 2))
        : c.notFound();
    })
    .get('/account/delete', (c) => deletePage(c))
    .post('/account/delete', async (c) => {
      const done = await end(viewOf(c));
      if (!done.ok) return deletePage(c, done.failure);
      cookies.remove(c, 'session');
      cookies.remove(c, 'kept-form');
      return logoutUrl ? c.redirect(signedOutAt(logoutUrl), 303) : seeOther(c, deletedPath);
    })
    .get(deletedPath, (c) => render(c, <DeletedPage view={viewOf(c)} />));
};
