import { type Context, Hono } from 'hono';
import { type Decision, type Proposal, proposalSchema } from '../../../shared/awards/decision.ts';
import type { DecisionView } from '../../../shared/awards/view-decision.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { parseCents } from '../../../shared/kernel/money.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { DecidePage } from './decide-page.tsx';

export type DecideUseCases = {
  viewDecision: UseCase<{ applicationId: string }, DecisionView, Failure>;
  proposeDecision: UseCase<Proposal & { applicationId: string; version: number }, Decision, Failure>;
  settleDecision: UseCase<
    { applicationId: string; action: 'certify' | 'send-back'; version: number },
    Decision,
    Failure
  >;
};

/** One application's decision: one member of staff proposes, another certifies. */
export const decidePages = (useCases: DecideUseCases) => {
  const onePage = async (c: Context<Site>, applicationId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewDecision(view.actor, { applicationId }, view.call);
    if (!seen.ok) return c.notFound();
    const typed = failure && view.typed.has('decision') ? view.typed : undefined;
    return render(c, <DecidePage view={view} {...seen.value} typed={typed} failure={failure} />, failure);
  };

  return new Hono<Site>()
    .get('/staff/applications/:id/decision', (c) => onePage(c, c.req.param('id')))
    .post('/staff/applications/:id/decision', async (c) => {
      const { actor, typed, call } = viewOf(c);
      const applicationId = c.req.param('id');
      const at = { applicationId, version: Number(typed.text('version')) };
      const action = typed.text('action');
      const done =
        action === 'certify' || action === 'send-back'
          ? await useCases.settleDecision(actor, { ...at, action }, call)
          : await proposed(typed.record, (proposal) =>
              useCases.proposeDecision(actor, { ...proposal, ...at }, call),
            );
      return done.ok
        ? seeOther(c, `/staff/rounds/${done.value.roundId}/decisions`)
        : onePage(c, applicationId, done.failure);
    });
};

/** What the form says as a proposal: dollars become cents, and an amount is read only for an award. */
const proposed = async <Done,>(
  { decision, amountCents = '', reason, waitlistRank = '' }: Readonly<Record<string, string>>,
  propose: (proposal: Proposal) => Promise<Done>,
) => {
  const empty = amountCents.trim() === '';
  const cents = empty ? 0 : parseCents(amountCents);
  if (cents === undefined)
    return fail({ kind: 'invalid-input', fields: [{ path: 'amountCents', code: 'not-money' }] });
  const parsed = proposalSchema.safeParse({
    ...{ decision, amountCents: cents, reason },
    ...(waitlistRank.trim() && { waitlistRank: Number(waitlistRank.normalize('NFKC')) }),
  });
  if (parsed.success) return propose(parsed.data);
  const fields = parsed.error.issues.map(({ path }) => ({ path: path.join('.'), code: 'required' }));
  return fail({ kind: 'invalid-input', fields });
};
