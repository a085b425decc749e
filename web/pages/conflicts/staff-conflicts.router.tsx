import { type Context, Hono } from 'hono';
import { conflictReasonSchema } from '../../../shared/conflicts/conflicts.api.ts';
import { outcomes } from '../../../shared/conflicts/settlement.ts';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { ConflictsPage } from './conflicts-page.tsx';
import type { StaffConflictUseCases } from './use-cases.ts';

/** Staff's page of a round's conflicts of interest. */
export const staffConflictPages = ({ listConflicts, settleConflict }: StaffConflictUseCases) => {
  const page = async (c: Context<Site>, roundId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await listConflicts(view.actor, { roundId, cursor: c.req.query('cursor') }, view.call);
    return seen.ok
      ? render(c, <ConflictsPage view={view} seen={seen.value} failure={failure} />, failure)
      : c.notFound();
  };

  const settle = ({ actor, typed, call }: View) => {
    const reason = conflictReasonSchema.safeParse(typed.text('reason'));
    const outcome = outcomes.find((one) => one === typed.text('outcome'));
    if (!reason.success || !outcome)
      return fail({ kind: 'invalid-input', fields: [{ path: 'reason', code: 'required' }] });
    const of = { applicationId: typed.id('applicationId'), personId: typed.id('personId') };
    const said = { cause: typed.id('cause'), version: Number(typed.text('version')) || 0 };
    return settleConflict(actor, { ...of, ...said, outcome, reason: reason.data }, call);
  };

  return new Hono<Site>()
    .get('/staff/rounds/:id/conflicts', (c) => page(c, c.req.param('id')))
    .post('/staff/rounds/:id/conflicts', async (c) => {
      const view = viewOf(c);
      const done = await settle(view);
      return done.ok ? seeOther(c, view.path) : page(c, c.req.param('id'), done.failure);
    });
};
