import { type Context, Hono } from 'hono';
import { proposalSchema } from '../../../shared/awards/decision.ts';
import type { PortfolioTerms } from '../../../shared/awards/portfolio.ts';
import type { ManyProposed } from '../../../shared/awards/propose-decisions.ts';
import { certifiedOtherwise, restChoices } from '../../../shared/awards/propose-portfolio.ts';
import type { PortfolioView } from '../../../shared/awards/view-portfolio.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { lookAgain } from '../../look-again.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { PortfolioPage } from './portfolio-page.tsx';
import { readTerms } from './read-terms.ts';

export type PortfolioUseCases = {
  viewPortfolio: UseCase<{ roundId: string }, PortfolioView, Failure>;
  askPortfolio: UseCase<PortfolioTerms & { roundId: string; version: number }, unknown, Failure>;
  proposePortfolio: UseCase<
    { roundId: string; version: number; reason: string; rest: (typeof restChoices)[number] },
    ManyProposed,
    Failure
  >;
  cancelJob: UseCase<{ jobId: string }, unknown, Failure>;
};

/** A round's portfolio: its terms, what was planned under them, and the acts that propose it or cancel its planning. */
export const portfolioPages = (useCases: PortfolioUseCases) => {
  const page = async (c: Context<Site>, roundId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewPortfolio(view.actor, { roundId }, view.call);
    if (!seen.ok) return c.notFound();
    const { portfolio, job } = seen.value;
    lookAgain(c, portfolio?.plan ? undefined : job, failure);
    const count = c.req.query('proposed');
    const proposed =
      count === undefined
        ? undefined
        : {
            count: Number(count) || 0,
            failed: Number(c.req.query('failed')) || 0,
            certified: Number(c.req.query('certified')) || 0,
          };
    return render(
      c,
      <PortfolioPage view={view} seen={seen.value} failure={failure} proposed={proposed} />,
      failure,
    );
  };
  return new Hono<Site>()
    .get('/staff/rounds/:id/portfolio', (c) => page(c, c.req.param('id')))
    .post('/staff/rounds/:id/portfolio', async (c) => {
      const { actor, typed, call } = viewOf(c);
      const roundId = c.req.param('id');
      const at = { roundId, version: Number(typed.text('version')) };
      const here = `/staff/rounds/${roundId}/portfolio`;
      if (typed.text('action') === 'propose') {
        const reason = proposalSchema.shape.reason.safeParse(typed.text('reason'));
        if (!reason.success)
          return page(c, roundId, { kind: 'invalid-input', fields: [{ path: 'reason', code: 'required' }] });
        const rest = restChoices.find((one) => one === typed.text('rest')) ?? 'leave';
        const done = await useCases.proposePortfolio(actor, { ...at, reason: reason.data, rest }, call);
        if (!done.ok) return page(c, roundId, done.failure);
        const { proposed, failures } = done.value;
        const certified = failures.filter(({ kind }) => kind === certifiedOtherwise).length;
        const failed = failures.length - certified;
        return seeOther(c, `${here}?proposed=${proposed}&failed=${failed}&certified=${certified}`);
      }
      if (typed.text('action') === 'cancel') {
        const done = await useCases.cancelJob(actor, { jobId: typed.id('jobId') }, call);
        return done.ok ? seeOther(c, here) : page(c, roundId, done.failure);
      }
      const terms = readTerms(typed);
      if (!terms.ok) return page(c, roundId, terms.failure);
      const asked = await useCases.askPortfolio(actor, { ...terms.value, ...at }, call);
      return asked.ok ? seeOther(c, here) : page(c, roundId, asked.failure);
    });
};
