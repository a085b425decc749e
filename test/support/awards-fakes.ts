import type { Announcement, DecisionChange, Decisions } from '../../shared/awards/decision.port.ts';
import type { Decision } from '../../shared/awards/decision.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import { anApplication } from './reviews-fakes.ts';

export const aDecision = (over: Partial<Decision> = {}): Decision => {
  const { id, roundId, pair, title, partnershipId } = anApplication();
  return {
    applicationId: id,
    roundId,
    version: 1,
    status: 'proposed',
    decision: 'award',
    amountCents: 1_000_000,
    reason: 'Strong partners on both sides.',
    pair,
    title,
    theme: 'sustainability',
    partnershipId,
    proposedBy: 'staff-1',
    proposedAt: '2027-02-20T12:00:00.000Z',
    ...over,
  };
};

type Kept = { saved: DecisionChange[]; announced: Announcement[] };

/** Decisions in memory, as strict about versions as the store. */
export const fakeDecisions = (...held: Decision[]): Decisions & Kept => {
  const byId = new Map(held.map((one) => [one.applicationId, one]));
  const saved: DecisionChange[] = [];
  const announced: Announcement[] = [];
  const put = (change: DecisionChange) => {
    const { applicationId, version } = change.decision;
    if ((byId.get(applicationId)?.version ?? 0) !== version - 1) return fail({ kind: 'conflict' });
    byId.set(applicationId, change.decision);
    return ok(undefined);
  };
  return {
    saved,
    announced,
    find: async (applicationId) => byId.get(applicationId),
    ofApplications: async (ids) => new Map([...byId].filter(([id]) => ids.includes(id))),
    ofRound: async (roundId, kind) =>
      [...byId.values()].filter((one) => one.roundId === roundId && (!kind || one.decision === kind)),
    save: async (change) => {
      const done = put(change);
      if (done.ok) saved.push(change);
      return done;
    },
    announce: async (change) => {
      const done = put(change.decision);
      if (done.ok) announced.push(change);
      return done;
    },
  };
};
