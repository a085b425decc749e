import type { Application } from '../applications/application.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { InvalidInput, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Round } from '../programs/round.ts';
import type { OwnProposal } from './award.errors.ts';
import type { DecisionChange } from './decision.port.ts';
import {
  type Decision,
  type DecisionAction,
  type DecisionStatus,
  decisionSteps,
  type Proposal,
} from './decision.ts';

type Act = { readonly by: string; readonly now: Date };
/** `formerly`: the ids of accounts that were merged into the one who acts. What was done under them is theirs. */
type Settling = Act & { readonly formerly?: readonly string[] | undefined };

const next = (from: DecisionStatus, action: DecisionAction): Result<DecisionStatus, StepRefused> => {
  const steps: Partial<Record<DecisionAction, DecisionStatus>> = decisionSteps[from];
  const status = steps[action];
  return status ? ok(status) : fail({ kind: 'step-refused', current: from, action });
};

const change = (decision: Decision, type: string, { by, now }: Act): DecisionChange => {
  const event: DomainEvent = {
    id: `${decision.applicationId}/decision/${decision.version}`,
    subject: `application#${decision.applicationId}`,
    type,
    at: now.toISOString(),
    by,
    data: { decision: decision.decision, amountCents: decision.amountCents },
  };
  return { decision, events: [event] };
};

/** What is wrong with a proposed amount: an award is above zero and within maximum and request; others give nothing. */
const amountProblem = ({ decision, amountCents }: Proposal, round: Round, application: Application) => {
  if (decision !== 'award') return amountCents === 0 ? undefined : 'only-for-award';
  if (amountCents === 0) return 'required';
  if (amountCents > round.maximumAwardCents) return 'over-maximum-award';
  return amountCents > (application.submission?.requestedCents ?? 0) ? 'over-request' : undefined;
};

/**
 * Before the announcement what is in review; after it the waitlist, and what lost its certificate in the announcement's
 * very moment. Both lead to an award or to a decline then.
 */
export const decidable = (
  { status }: Pick<Application, 'status'>,
  { announcedAt }: Pick<Round, 'announcedAt'>,
  earlier: Decision | undefined,
): boolean => {
  const inReview = ['in-review', 'shortlisted'].includes(status);
  if (!announcedAt) return inReview;
  const isLeft = earlier?.status === 'proposed' || earlier?.status === 'sent-back';
  return status === 'waitlisted' || (inReview && isLeft);
};

const rankProblem = ({ decision, waitlistRank }: Proposal) =>
  waitlistRank !== undefined && decision !== 'waitlist'
    ? [{ path: 'waitlistRank', code: 'only-for-waitlist' }]
    : [];

/** What was announced stays as history, also where the new proposal is replaced in its turn. */
const historyOf = (before: Decision | undefined): NonNullable<Decision['earlier']> => {
  if (!before) return [];
  const kept = before.earlier ?? [];
  if (before.status !== 'announced') return kept;
  const { decision, amountCents, reason, waitlistRank, proposedBy, settledBy, settledAt } = before;
  const settled = { ...(settledBy && { settledBy }), ...(settledAt && { settledAt }) };
  return [
    ...kept,
    { decision, amountCents, reason, proposedBy, ...settled, ...(waitlistRank && { waitlistRank }) },
  ];
};

/** A proposal, new or in place of an earlier one. Nobody outside the committee sees it. */
export const proposeDecision = (
  { application, round, earlier }: { application: Application; round: Round; earlier: Decision | undefined },
  proposal: Proposal,
  act: Act,
): Result<DecisionChange, StepRefused | InvalidInput> => {
  const status = earlier ? next(earlier.status, 'propose') : ok('proposed' as const);
  if (!status.ok) return status;
  const again = round.announcedAt !== undefined && proposal.decision === 'waitlist';
  if (again || !decidable(application, round, earlier) || !application.submission)
    return fail({ kind: 'step-refused', current: application.status, action: 'propose' });
  const code = amountProblem(proposal, round, application);
  const fields = [...(code ? [{ path: 'amountCents', code }] : []), ...rankProblem(proposal)];
  if (fields.length > 0) return fail({ kind: 'invalid-input', fields });
  const history = historyOf(earlier);
  const decision: Decision = {
    ...proposal,
    applicationId: application.id,
    roundId: application.roundId,
    version: (earlier?.version ?? 0) + 1,
    status: status.value,
    pair: application.pair,
    title: application.title,
    theme: application.submission.theme,
    partnershipId: application.partnershipId,
    proposedBy: act.by,
    proposedAt: act.now.toISOString(),
    ...(history.length > 0 && { earlier: history }),
  };
  return ok(change(decision, 'decision-proposed', act));
};

/** A second person says yes, or sends the proposal back. Nobody settles their own. */
export const settleDecision = (
  from: Decision,
  action: 'certify' | 'send-back',
  act: Settling,
): Result<DecisionChange, StepRefused | OwnProposal> => {
  const status = next(from.status, action);
  if (!status.ok) return status;
  if ([act.by, ...(act.formerly ?? [])].includes(from.proposedBy)) return fail({ kind: 'own-proposal' });
  const decision: Decision = {
    ...from,
    status: status.value,
    version: from.version + 1,
    settledBy: act.by,
    settledAt: act.now.toISOString(),
  };
  return ok(change(decision, action === 'certify' ? 'decision-certified' : 'decision-sent-back', act));
};

/** The decision becomes the application's outcome: its last step. The application's own event tells the history. */
export const announceDecision = (from: Decision): Result<DecisionChange, StepRefused> => {
  const status = next(from.status, 'announce');
  if (!status.ok) return status;
  return ok({ decision: { ...from, status: status.value, version: from.version + 1 }, events: [] });
};
