import type { Application } from '../applications/application.ts';
import type { Jobs } from '../jobs/job.port.ts';
import { type SeenJob, seenJob } from '../jobs/view-job.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Portfolios } from './portfolio.port.ts';
import type { Override, Portfolio } from './portfolio.ts';
import { type ClearedPorts, clearedRound } from './portfolio-clearance.ts';
import type { PortfolioFacts } from './portfolio-facts.ts';

type Ports = ClearedPorts & {
  rounds: Pick<Rounds, 'find' | 'announced'>;
  portfolios: Pick<Portfolios, 'find'>;
  jobs: Pick<Jobs, 'find'>;
};

/** One application beside the portfolio: what the choice goes by, and what it came to. */
export type PortfolioRow = {
  readonly application: Pick<Application, 'id' | 'title' | 'pair' | 'status'>;
  readonly facts: PortfolioFacts;
  /** What the portfolio gives it; undefined where it is not chosen. */
  readonly amountCents?: number | undefined;
  readonly override?: Override | undefined;
};
export type PortfolioView = {
  readonly round: Round;
  /** Someone kept from an application of the round sees none of it: no rows, no portfolio. */
  readonly isKept: boolean;
  /** Best score first. */
  readonly rows: readonly PortfolioRow[];
  readonly scale: number;
  readonly portfolio?: Portfolio | undefined;
  /** What plans it, or planned it. */
  readonly job?: SeenJob | undefined;
};

/** A round's portfolio with the facts behind it, for staff who may see all of the round. */
export const viewPortfolio =
  (ports: Ports): UseCase<{ roundId: string }, PortfolioView, NotFound> =>
  async (actor, { roundId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, cleared, { portfolio, job }] = await Promise.all([
      ports.rounds.find(roundId),
      clearedRound(ports, actor, roundId),
      withJob(ports, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    if (!cleared.ok) return ok({ round, isKept: true, rows: [], scale: 1 });
    const { applications, facts, scale } = cleared.value;
    const heads = new Map(applications.map((one) => [one.id, one]));
    const given = new Map(portfolio?.plan?.awards.map((one) => [one.applicationId, one.amountCents]));
    const said = new Map(portfolio?.terms.overrides.map((one) => [one.applicationId, one]));
    const rows = facts.flatMap((one): PortfolioRow[] => {
      const application = heads.get(one.applicationId);
      if (!application) return [];
      const { id, title, pair, status } = application;
      return [
        {
          application: { id, title, pair, status },
          facts: one,
          amountCents: given.get(id),
          override: said.get(id),
        },
      ];
    });
    return ok({
      round,
      isKept: false,
      scale,
      rows: rows.toSorted((a, b) => (b.facts.score ?? -1) - (a.facts.score ?? -1)),
      ...(portfolio && { portfolio }),
      ...(job && { job: seenJob(job, receivedAt) }),
    });
  };

const withJob = async ({ portfolios, jobs }: Ports, roundId: string) => {
  const portfolio = await portfolios.find(roundId);
  return { portfolio, job: portfolio && (await jobs.find(portfolio.jobId)) };
};
