import { askFor } from '../jobs/job-steps.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import type { KeptFromYou } from './award.errors.ts';
import type { Portfolios } from './portfolio.port.ts';
import type { Portfolio, PortfolioTerms } from './portfolio.ts';
import { type ClearedPorts, clearedRound } from './portfolio-clearance.ts';

type Ports = ClearedPorts & { portfolios: Pick<Portfolios, 'find' | 'save'> };
type Input = PortfolioTerms & { roundId: string; version: number };
type Refusal = NotFound | Conflict | Stale | StepRefused | InvalidInput | KeptFromYou;

/**
 * Staff state the terms and ask for a portfolio; it is planned in the background and decides nothing. Whoever is kept
 * from an application of the round leaves this to a colleague: a portfolio weighs each against all. Nobody gets mail.
 */
export const askPortfolio =
  (ports: Ports): UseCase<Input, Portfolio, Refusal> =>
  async (actor, { roundId, version, minimumShare, floors, overrides }, { receivedAt, idempotencyKey }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [cleared, earlier] = await Promise.all([
      clearedRound(ports, actor, roundId),
      ports.portfolios.find(roundId),
    ]);
    if (!cleared.ok) return cleared;
    const { facts, round } = cleared.value;
    if (round.announcedAt) return fail({ kind: 'step-refused', current: 'announced', action: 'plan' });
    const jobId = deriveId('portfolio', roundId, actor.personId, idempotencyKey);
    // The same request sent again finds what it asked for.
    if (earlier?.jobId === jobId) return ok(earlier);
    if ((earlier?.version ?? 0) !== version) return fail({ kind: 'stale', current: earlier?.version ?? 0 });
    const known = new Map(facts.map((one) => [one.applicationId, one]));
    const fields = overrides.flatMap(({ applicationId, choice, amountCents }, at) => {
      const of = known.get(applicationId);
      const path = `overrides.${at}`;
      if (!of) return [{ path: `${path}.applicationId`, code: 'invalid' }];
      if (amountCents === undefined) return [];
      if (choice === 'out') return [{ path: `${path}.amountCents`, code: 'only-for-award' }];
      const most = Math.min(of.requestedCents, round.maximumAwardCents);
      return amountCents > most || amountCents === 0
        ? [{ path: `${path}.amountCents`, code: 'over-request' }]
        : [];
    });
    if (fields.length > 0) return fail({ kind: 'invalid-input', fields });

    const act = { by: actor.personId, at: receivedAt };
    const portfolio: Portfolio = {
      roundId,
      version: version + 1,
      terms: { minimumShare, floors, overrides },
      askedBy: actor.personId,
      askedAt: receivedAt.toISOString(),
      jobId,
    };
    const event = {
      id: `${roundId}/portfolio/${portfolio.version}`,
      subject: `round#${roundId}`,
      type: 'portfolio-asked',
      at: portfolio.askedAt,
      by: actor.personId,
      data: { version: portfolio.version, floors: floors.length, overrides: overrides.length },
    };
    const job = askFor({ id: jobId, kind: 'plan-portfolio', roundId, about: roundId }, act);
    const saved = await ports.portfolios.save({ portfolio, events: [event], job });
    return saved.ok ? ok(portfolio) : saved;
  };
