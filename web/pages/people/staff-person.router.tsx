import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { addressSchema } from '../../../shared/accounts/account.ts';
import { deletionReasonSchema } from '../../../shared/accounts/close-account.ts';
import { mergeSchema } from '../../../shared/accounts/merge-people.ts';
import type { Failure } from '../../../shared/failures.ts';
import { idSchema } from '../../../shared/kernel/ids.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { StaffPersonPage } from './staff-person-page.tsx';
import type { StaffPersonUseCases } from './use-cases.ts';

const deletionSchema = z.object({ email: addressSchema, reason: deletionReasonSchema });

const refuse = ({ issues }: z.ZodError) =>
  fail({
    kind: 'invalid-input',
    fields: issues.map(({ path, code }) => ({ path: path.join('.'), code })),
  });

/** `/staff/people/<id>`: an account with its addresses, and the merge of another into it. */
export const staffPersonPages = ({ viewPerson, mergePeople, deletePerson }: StaffPersonUseCases) => {
  const page = async (c: Context<Site>, failure?: Failure, refused?: 'merge' | 'delete') => {
    const view = viewOf(c);
    const personId = idSchema.safeParse(c.req.param('personId'));
    if (!personId.success) return c.notFound();
    const seen = await viewPerson(view.actor, { personId: personId.data }, view.call);
    if (!seen.ok) return c.notFound();
    const merged = c.req.query('merged') === '1';
    return render(
      c,
      <StaffPersonPage view={view} seen={seen.value} merged={merged} refused={refused} failure={failure} />,
      failure,
    );
  };

  const join = async ({ actor, call, typed }: View, personId: string) => {
    const asked = mergeSchema.safeParse({ email: typed.text('email'), reason: typed.text('reason') });
    return asked.success ? mergePeople(actor, { personId, ...asked.data }, call) : refuse(asked.error);
  };

  const end = async ({ actor, call, typed }: View, personId: string) => {
    const asked = deletionSchema.safeParse({ email: typed.text('email'), reason: typed.text('reason') });
    return asked.success ? deletePerson(actor, { personId, ...asked.data }, call) : refuse(asked.error);
  };

  return new Hono<Site>()
    .get('/staff/people/:personId', (c) => page(c))
    .post('/staff/people/:personId', async (c) => {
      const view = viewOf(c);
      const personId = idSchema.safeParse(c.req.param('personId'));
      if (!personId.success) return c.notFound();
      if (view.typed.text('act') === 'delete') {
        const gone = await end(view, personId.data);
        return gone.ok ? seeOther(c, '/staff/people?deleted=1') : page(c, gone.failure, 'delete');
      }
      const done = await join(view, personId.data);
      return done.ok
        ? seeOther(c, `/staff/people/${personId.data}?merged=1`)
        : page(c, done.failure, 'merge');
    });
};
