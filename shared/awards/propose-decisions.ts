import type { Applications } from '../applications/application.port.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision, Proposal } from './decision.ts';
import { proposeDecision as propose } from './decision-steps.ts';
import { type Clearance, isSameProposal } from './propose-decision.ts';

export type ManyPorts = {
  applications: Pick<Applications, 'many'>;
  rounds: Pick<Rounds, 'find'>;
  decisions: Pick<Decisions, 'ofApplications' | 'save'>;
  clearance: Clearance;
};
/** `version` is the decision's as it was seen; 0 where there was none. */
export type OneOfMany = Proposal & { readonly applicationId: string; readonly version: number };
/** What became of each: proposed, or the kind of failure that kept it. */
export type ManyProposed = {
  readonly proposed: number;
  readonly failures: readonly { readonly applicationId: string; readonly kind: string }[];
};

/** Writes side by side: a committee's round is some dozens. */
const atOnce = 10;

/** Proposals for many applications of one round, each its own conditional write: one that fails keeps no other. */
export const proposeDecisions =
  (ports: ManyPorts): UseCase<{ roundId: string; proposals: readonly OneOfMany[] }, ManyProposed, NotFound> =>
  async (actor, { roundId, proposals }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const ids = [...new Set(proposals.map(({ applicationId }) => applicationId))];
    const [round, found, decided, conflict] = await Promise.all([
      ports.rounds.find(roundId),
      ports.applications.many(ids),
      ports.decisions.ofApplications(ids),
      ports.clearance(actor, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const applications = new Map(found.map((one) => [one.id, one]));
    const act = { by: actor.personId, now: receivedAt };

    const one = async ({ applicationId, version, ...proposal }: OneOfMany): Promise<string | undefined> => {
      const application = applications.get(applicationId);
      // Another round's, nobody's, or one this person is kept from: all the same from outside.
      if (!application || application.roundId !== roundId || conflict(application)) return 'not-found';
      const earlier: Decision | undefined = decided.get(applicationId);
      if (earlier && isSameProposal(earlier, proposal, version, act.by)) return undefined;
      if ((earlier?.version ?? 0) !== version) return 'stale';
      const made = propose({ application, round, earlier }, proposal, act);
      if (!made.ok) return made.failure.kind;
      const saved = await ports.decisions.save(made.value);
      return saved.ok ? undefined : saved.failure.kind;
    };

    const failures: { applicationId: string; kind: string }[] = [];
    for (let start = 0; start < proposals.length; start += atOnce) {
      const batch = proposals.slice(start, start + atOnce);
      const done = await Promise.all(batch.map(one));
      for (const [at, kind] of done.entries()) {
        const of = batch[at];
        if (kind && of) failures.push({ applicationId: of.applicationId, kind });
      }
    }
    return ok({ proposed: proposals.length - failures.length, failures });
  };
