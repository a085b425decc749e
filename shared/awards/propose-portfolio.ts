import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { KeptFromYou } from './award.errors.ts';
import type { Decision, Proposal } from './decision.ts';
import type { Portfolios } from './portfolio.port.ts';
import type { Portfolio } from './portfolio.ts';
import { type ClearedPorts, clearedRound } from './portfolio-clearance.ts';
import { type ManyPorts, type ManyProposed, type OneOfMany, proposeDecisions } from './propose-decisions.ts';

type Ports = ClearedPorts & ManyPorts & { portfolios: Pick<Portfolios, 'find'> };

/** What is proposed for those the portfolio leaves out: nothing yet, or the same for all of them. */
export const restChoices = ['leave', 'waitlist', 'decline'] as const;
type Input = { roundId: string; version: number; reason: string; rest: (typeof restChoices)[number] };

/** What keeps a proposal of the portfolio: a certificate that stands, for something else. */
export const certifiedOtherwise = 'certified-otherwise';

/**
 * Proposes the portfolio's awards in one act, each its own conditional write; what stands proposed or certified just so
 * is left alone, and what is certified otherwise is named and stays: a portfolio takes nobody's certificate away. Each
 * still needs its certificate by someone else. Nobody gets mail.
 */
export const proposePortfolio =
  (ports: Ports): UseCase<Input, ManyProposed, NotFound | Stale | StepRefused | KeptFromYou> =>
  async (actor, { roundId, version, reason, rest }, call) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [cleared, portfolio] = await Promise.all([
      clearedRound(ports, actor, roundId),
      ports.portfolios.find(roundId),
    ]);
    if (!cleared.ok) return cleared;
    if (!portfolio) return fail({ kind: 'not-found' });
    // What is decided after the announcement is the waitlist's, one by one: an old page does not propose over it.
    if (cleared.value.round.announcedAt)
      return fail({ kind: 'step-refused', current: 'announced', action: 'propose' });
    if (portfolio.version !== version) return fail({ kind: 'stale', current: portfolio.version });
    if (portfolio.plan?.status !== 'optimal')
      return fail({ kind: 'step-refused', current: portfolio.plan?.status ?? 'planning', action: 'propose' });
    const ids = cleared.value.applications.map(({ id }) => id);
    const decided = await ports.decisions.ofApplications(ids);
    const wanted = ids.flatMap((applicationId): Wanted[] => {
      const proposal = proposalFor(portfolio, applicationId, { reason, rest });
      const stands = decided.get(applicationId);
      if (!proposal || (stands && isDecidedSo(stands, proposal))) return [];
      return [
        { ...proposal, applicationId, version: stands?.version ?? 0, isCertified: isCertified(stands) },
      ];
    });
    const kept = wanted
      .filter((one) => one.isCertified)
      .map(({ applicationId }) => ({ applicationId, kind: certifiedOtherwise }));
    const proposals = wanted.filter((one) => !one.isCertified).map(({ isCertified: _, ...one }) => one);
    if (proposals.length === 0) return ok({ proposed: 0, failures: kept });
    const done = await proposeDecisions(ports)(actor, { roundId, proposals }, call);
    return done.ok ? ok({ ...done.value, failures: [...done.value.failures, ...kept] }) : done;
  };

type Wanted = OneOfMany & { readonly isCertified: boolean };

const isCertified = (stands: Decision | undefined) => stands?.status === 'certified';

const proposalFor = (
  { plan, terms }: Portfolio,
  applicationId: string,
  { reason, rest }: Pick<Input, 'reason' | 'rest'>,
): Proposal | undefined => {
  const award = plan?.awards.find((one) => one.applicationId === applicationId);
  const override = terms.overrides.find((one) => one.applicationId === applicationId);
  // Why staff chose otherwise stands with the decision too.
  const why = override ? `${reason}\n\n${override.reason}` : reason;
  if (award) return { decision: 'award', amountCents: award.amountCents, reason: why };
  return rest === 'leave' ? undefined : { decision: rest, amountCents: 0, reason: why };
};

/** Proposed or certified to the same end: a new proposal would only take its certificate away. */
const isDecidedSo = (stands: Decision, { decision, amountCents }: Proposal): boolean =>
  stands.status !== 'sent-back' && stands.decision === decision && stands.amountCents === amountCents;
