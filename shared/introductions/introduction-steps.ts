import type { DomainEvent } from '../kernel/event.ts';
import type { StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { IntroductionChange } from './introduction.port.ts';
import {
  answerDays,
  type Introduction,
  type IntroductionAction,
  introductionAfter,
  isShared,
  type JoinedRole,
  type OutcomeTerms,
  statusAt,
} from './introduction.ts';

type Act = { readonly by: string; readonly at: Date };
type Step = Exclude<IntroductionAction, 'request'>;

const told = {
  request: 'introduction-requested',
  accept: 'introduction-accepted',
  decline: 'introduction-declined',
  expire: 'introduction-expired',
  withdraw: 'introduction-withdrawn',
  connect: 'introduction-connected',
  join: 'introduction-joined',
  close: 'introduction-closed',
  leave: 'introduction-left',
} as const satisfies Record<IntroductionAction, string>;

const eventOf = (
  { id, version, partnershipId, alumId, personId }: Introduction,
  action: IntroductionAction,
  { by, at }: Act,
): DomainEvent => ({
  id: `${id}/introduction/${version}/${action}`,
  subject: `introduction#${id}`,
  type: told[action],
  at: at.toISOString(),
  by,
  data: { partnershipId, alumId, personId },
});

type Asking = Pick<
  Introduction,
  'id' | 'partnershipId' | 'alumId' | 'personId' | 'organisationId' | 'chapter'
> & { readonly as: Introduction['asked']['as']; readonly note: string };

/** A partnership, or a chapter for it, asks an alum. */
export const requestOf = ({ as, note, ...of }: Asking, act: Act): IntroductionChange => {
  const { by, at } = act;
  const introduction: Introduction = {
    ...of,
    version: 1,
    status: 'requested',
    asked: { by, as, at: at.toISOString(), note },
    expiresAt: deadlineAfter(at),
  };
  return { introduction, events: [eventOf(introduction, 'request', act)] };
};

const deadlineAfter = (at: Date) => new Date(at.getTime() + answerDays * 86_400_000).toISOString();

const refuse = (from: Introduction, action: Step, at: Date) =>
  fail({ kind: 'step-refused' as const, current: statusAt(from, at), action });

/** One step of the status table, from what stands at this instant. */
const step = (
  from: Introduction,
  action: Step,
  act: Act,
  set: Partial<Introduction> = {},
): Result<IntroductionChange, StepRefused> => {
  // Only expiring is for what has expired.
  const current = action === 'expire' ? from.status : statusAt(from, act.at);
  const status = introductionAfter(current, action);
  if (!status || status === 'suggested') return refuse(from, action, act.at);
  const introduction = { ...from, ...set, status, version: from.version + 1 };
  return ok({ introduction, events: [eventOf(introduction, action, act)] });
};

/** The alum says yes. Where the partnership asked itself, that is both, and they are connected. */
export const acceptAs = (from: Introduction, act: Act): Result<IntroductionChange, StepRefused> => {
  if (from.status !== 'requested') return refuse(from, 'accept', act.at);
  const answeredAt = act.at.toISOString();
  if (from.asked.as === 'lead')
    // The partnership has as long as the alum had.
    return step(from, 'accept', act, { answeredAt, expiresAt: deadlineAfter(act.at) });
  const accepted = step(from, 'accept', act, { answeredAt });
  if (!accepted.ok) return accepted;
  const introduction: Introduction = {
    ...accepted.value.introduction,
    status: 'connected',
    connected: { by: from.asked.by, at: answeredAt },
  };
  return ok({ introduction, events: [...accepted.value.events, eventOf(introduction, 'connect', act)] });
};

/** No, from either side; nobody says why. */
export const declineAs = (from: Introduction, act: Act): Result<IntroductionChange, StepRefused> =>
  step(from, 'decline', act, { answeredAt: act.at.toISOString() });

/** Whoever asked takes it back. */
export const withdrawAs = (from: Introduction, act: Act): Result<IntroductionChange, StepRefused> =>
  step(from, 'withdraw', act);

/** Nobody answered in time: written down by the schedule. */
export const expireAt = (from: Introduction, at: Date): Result<IntroductionChange, StepRefused> =>
  statusAt(from, at) === 'expired'
    ? step(from, 'expire', { by: 'system:introductions', at })
    : refuse(from, 'expire', at);

/** The partnership's yes to what a chapter lead asked for. */
export const connectAs = (
  from: Introduction,
  { organisationId, ...act }: Act & { organisationId: string },
): Result<IntroductionChange, StepRefused> =>
  step(from, 'connect', act, { organisationId, connected: { by: act.by, at: act.at.toISOString() } });

/** The alum becomes part of the partnership, or takes another role in it. */
export const joinAs = (
  from: Introduction,
  role: JoinedRole,
  act: Act,
): Result<IntroductionChange, StepRefused> =>
  step(from, 'join', act, { joined: { role, at: from.joined?.at ?? act.at.toISOString() } });

/** The alum ends it, after both had said yes. */
export const leaveAs = (from: Introduction, act: Act): Result<IntroductionChange, StepRefused> =>
  step(from, 'leave', act, { leftAt: act.at.toISOString() });

/** What came of it. Having helped once, or no fit, ends it; of those who joined it is noted and they stay. */
export const outcomeAs = (
  from: Introduction,
  { kind, text }: OutcomeTerms,
  act: Act,
): Result<IntroductionChange, StepRefused> => {
  const outcome = { kind, text, by: act.by, at: act.at.toISOString() };
  if (kind !== 'joined') return step(from, 'close', act, { outcome });
  if (from.status !== 'joined') return refuse(from, 'close', act.at);
  const introduction = { ...from, outcome, version: from.version + 1 };
  const event = eventOf(introduction, 'close', act);
  return ok({ introduction, events: [{ ...event, type: 'introduction-outcome-recorded' }] });
};

/**
 * What stands is ended from the alum's side, as when they withdraw their consent or delete their account: undefined where
 * there is nothing to end. `all`: contacts that both had agreed to as well.
 */
export const endedFor = (
  from: Introduction,
  act: Act,
  reach: 'open' | 'all',
): IntroductionChange | undefined => {
  const isEnding = reach === 'all' && isShared(from.status);
  const ended = isEnding ? leaveAs(from, act) : declineAs(from, act);
  return ended.ok ? ended.value : undefined;
};
