import { type Context, Hono } from 'hono';
import { mergeSchema } from '../../../shared/accounts/merge-people.ts';
import type { Failure } from '../../../shared/failures.ts';
import { idSchema } from '../../../shared/kernel/ids.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { StaffPersonPage } from './staff-person-page.tsx';
import type { StaffPersonUseCases } from './use-cases.ts';

/** `/staff/people/<id>`: an account with its addresses, and the merge of another into it. */
export const staffPersonPages = ({ viewPerson, mergePeople }: StaffPersonUseCases) => {
  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const personId = idSchema.safeParse(c.req.param('personId'));
    if (!personId.success) return c.notFound();
    const seen = await viewPerson(view.actor, { personId: personId.data }, view.call);
    if (!seen.ok) return c.notFound();
    const merged = c.req.query('merged') === '1';
    return render(
      c,
      <StaffPersonPage view={view} seen={seen.value} merged={merged} failure={failure} />,
      failure,
    );
  };

  return new Hono<Site>()
    .get('/staff/people/:personId', (c) => page(c))
    .post('/staff/people/:personId', async (c) => {
      const { actor, call, typed } = viewOf(c);
      const personId = idSchema.safeParse(c.req.param('personId'));
      if (!personId.success) return c.notFound();
      const asked = mergeSchema.safeParse({ email: typed.text('email'), reason: typed.text('reason') });
      if (!asked.success)
        return page(
          c,
          fail({
            kind: 'invalid-input',
            fields: asked.error.issues.map(({ path, code }) => ({ path: path.join('.'), code })),
          }).failure,
        );
      const done = await mergePeople(actor, { personId: personId.data, ...asked.data }, call);
      return done.ok ? seeOther(c, `/staff/people/${personId.data}?merged=1`) : page(c, done.failure);
    });
};
