import { type Context, Hono } from 'hono';
import { accountDetailsSchema, addressSchema } from '../../../shared/accounts/account.ts';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { AccountPage } from './account-page.tsx';
import type { AccountUseCases } from './use-cases.ts';

/** One's own account. `/account` is behind the sign-in already. */
export const accountPages = ({ editAccount, endSessions, askAddress }: AccountUseCases) => {
  const page = (c: Context<Site>, failure?: Failure, refused: 'details' | 'address' = 'details') => {
    const view = viewOf(c);
    if (!view.person) return c.notFound();
    const saved = c.req.query('saved') === '1';
    const typed = failure && view.typed;
    const said = c.req.query('address');
    return render(
      c,
      <AccountPage
        view={view}
        person={view.person}
        typed={typed}
        saved={saved}
        refused={failure && refused}
        address={said === 'sent' || said === 'added' ? said : undefined}
        failure={failure}
      />,
      failure,
    );
  };

  const save = async ({ actor, call, typed }: View) => {
    const details = accountDetailsSchema.safeParse({
      name: typed.text('name'),
      language: typed.text('language'),
    });
    if (!details.success)
      return fail({
        kind: 'invalid-input',
        fields: details.error.issues.map(({ path, code }) => ({ path: path.join('.'), code })),
      });
    return editAccount(actor, { ...details.data, version: Number(typed.text('version')) }, call);
  };

  const ask = async ({ actor, call, typed }: View) => {
    const email = addressSchema.safeParse(typed.text('email'));
    if (!email.success) return fail({ kind: 'invalid-input', fields: [{ path: 'email', code: 'invalid' }] });
    return askAddress(actor, { email: email.data }, call);
  };

  return new Hono<Site>()
    .get('/account', (c) => page(c))
    .post('/account', async (c) => {
      const view = viewOf(c);
      if (view.typed.text('act') === 'end-sessions') {
        const ended = await endSessions(view.actor, {}, view.call);
        return ended.ok ? seeOther(c, '/') : page(c, ended.failure);
      }
      if (view.typed.text('act') === 'ask-address') {
        const asked = await ask(view);
        return asked.ok ? seeOther(c, '/account?address=sent#addresses') : page(c, asked.failure, 'address');
      }
      const done = await save(view);
      return done.ok ? seeOther(c, '/account?saved=1') : page(c, done.failure);
    });
};
