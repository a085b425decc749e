import type { Work } from '../jobs/job.port.ts';
import type { Clock } from '../kernel/clock.ts';
import { fail, ok } from '../kernel/result.ts';
import type { OptimiseMilp } from '../optimiser/milp.ts';
import { planPortfolio } from './plan-portfolio.ts';
import type { Portfolios } from './portfolio.port.ts';
import { type FactsPorts, factsOfRound } from './portfolio-round.ts';

type Ports = FactsPorts & {
  portfolios: Pick<Portfolios, 'find' | 'save'>;
  optimise: OptimiseMilp;
  clock: Clock;
};

/**
 * The work behind a portfolio that was asked for, on the round as it is now. Begun again after a crash it plans anew; one
 * whose terms have been replaced meanwhile is dropped.
 */
export const makePortfolio =
  (ports: Ports): Work =>
  async (job, report) => {
    const [found, portfolio] = await Promise.all([
      factsOfRound(ports, job.about),
      ports.portfolios.find(job.about),
    ]);
    if (!found || !portfolio) return fail({ kind: 'work-failed', reason: 'facts-missing' });
    if (portfolio.jobId !== job.id) return fail({ kind: 'work-failed', reason: 'refused' });
    if (portfolio.plan) return ok(undefined);
    const { facts, scale, round: means } = found;
    const plan = await planPortfolio(ports.optimise)(
      { facts, scale, terms: portfolio.terms, means },
      (done, total) => report(done, total).then((told) => told.ok),
    );
    if (!plan) return fail({ kind: 'stopped' });
    const plannedAt = ports.clock().toISOString();
    const saved = await ports.portfolios.save({
      portfolio: { ...portfolio, version: portfolio.version + 1, plan: { ...plan, plannedAt } },
      events: [],
    });
    return saved.ok ? ok(undefined) : fail({ kind: 'work-failed', reason: 'refused' });
  };
