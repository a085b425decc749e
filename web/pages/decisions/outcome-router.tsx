import { type Context, Hono } from 'hono';
import type { Outcome } from '../../../shared/awards/view-outcome.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { OutcomePage } from './outcome-page.tsx';

type Answer = UseCase<{ applicationId: string; version: number }, unknown, Failure>;

export type OutcomeUseCases = {
  viewOutcome: UseCase<{ applicationId: string }, Outcome, Failure>;
  acceptAward: Answer;
  declineAward: Answer;
};

/** The applicant's page after the announcement; before it there is nothing under this address. */
export const outcomePages = ({ viewOutcome, acceptAward, declineAward }: OutcomeUseCases) => {
  const page = async (c: Context<Site>, applicationId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await viewOutcome(view.actor, { applicationId }, view.call);
    if (!seen.ok) return c.notFound();
    return render(c, <OutcomePage view={view} outcome={seen.value} failure={failure} />, failure);
  };
  const answers = new Map<string, Answer>([
    ['accept', acceptAward],
    ['decline-award', declineAward],
  ]);

  return new Hono<Site>()
    .get('/applications/:id/outcome', (c) => page(c, c.req.param('id')))
    .post('/applications/:id/outcome', async (c) => {
      const { actor, typed, call } = viewOf(c);
      const applicationId = c.req.param('id');
      const answer = answers.get(typed.text('action'));
      const done = answer
        ? await answer(actor, { applicationId, version: Number(typed.text('version')) }, call)
        : fail({ kind: 'invalid-input', fields: [{ path: 'action', code: 'required' }] });
      return done.ok
        ? seeOther(c, `/applications/${applicationId}/outcome`)
        : page(c, applicationId, done.failure);
    });
};
