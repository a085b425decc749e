import * as z from 'zod';
import type { Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { placesAfter } from './alum-requests.ts';
import { type Side, type SidePorts, sideOf } from './coordination.ts';
import type { IntroductionChange, Introductions } from './introduction.port.ts';
import {
  type Introduction,
  type IntroductionStatus,
  isOpen,
  joinedRoles,
  type OutcomeTerms,
  statusAt,
  type ToldStatus,
  toldStatus,
} from './introduction.ts';
import { connectAs, declineAs, joinAs, leaveAs, outcomeAs, withdrawAs } from './introduction-steps.ts';

export const introductionStepSchema = z.strictObject({
  action: z.enum(['connect', 'decline', 'withdraw', 'leave']),
});
export const roleTermsSchema = z.strictObject({ role: z.enum(joinedRoles) });
type RoleTerms = z.output<typeof roleTermsSchema>;

type Ports = SidePorts & { introductions: Pick<Introductions, 'find' | 'requestsOf' | 'save'> };
type Settled = {
  readonly id: string;
  readonly version: number;
  readonly status: IntroductionStatus | ToldStatus;
};
type Refusal = NotFound | Conflict | Stale | StepRefused;
type Of = { introductionId: string; version: number };

type Act = { readonly by: string; readonly at: Date };
type Step<Terms> = {
  /** Whether it is this side's to take. */
  readonly for: (side: Side, introduction: Introduction) => boolean;
  readonly take: (
    from: Introduction,
    terms: Terms,
    act: Act & { readonly side: Side },
  ) => Result<IntroductionChange, StepRefused>;
  /** Whether it stands already, as after a first click. */
  readonly isDone: (introduction: Introduction, terms: Terms, side: Side) => boolean;
};

/** As this side is told it: nobody but the alum learns a no from no answer, by a refusal either. */
const toldTo = (side: Side, status: IntroductionStatus) =>
  side.side === 'alum' ? status : toldStatus(status);

const settle =
  <Terms extends object>(step: Step<Terms>) =>
  (ports: Ports): UseCase<Of & Terms, Settled, Refusal> =>
  async (actor, input, { receivedAt: at }) => {
    const { introductions } = ports;
    const found = await introductions.find(input.introductionId);
    const side = found && (await sideOf(ports, actor, found));
    if (!found || !side || !step.for(side, found)) return fail({ kind: 'not-found' });
    const shown = (one: Introduction): Settled => ({
      id: one.id,
      version: one.version,
      status: toldTo(side, statusAt(one, at)),
    });
    if (found.version === input.version + 1 && step.isDone(found, input, side)) return ok(shown(found));
    if (found.version !== input.version) return fail({ kind: 'stale', current: found.version });
    // Only a person has a side.
    const { personId: by } = actor as Person;
    const taken = step.take(found, input, { by, at, side });
    if (!taken.ok) return fail({ ...taken.failure, current: toldTo(side, statusAt(found, at)) });
    const { introduction } = taken.value;
    const requests = isOpen(found)
      ? placesAfter(await introductions.requestsOf(found.personId), introduction, at)
      : undefined;
    const saved = await introductions.save({ ...taken.value, ...(requests && { requests }) });
    return saved.ok ? ok(shown(introduction)) : saved;
  };

const coordinators = ({ side }: Side) => side === 'coordinator';

/** The partnership's yes to what a chapter lead asked for. Both get mail, and each sees the other from now on. */
const connectIntroduction = settle<object>({
  for: coordinators,
  take: (from, _, { side, by, at }) => {
    const organisationId = side.side === 'coordinator' ? side.organisations[0] : undefined;
    return connectAs(from, { by, at, organisationId: organisationId ?? '' });
  },
  isDone: ({ status }) => status === 'connected',
});

/** The partnership's no to it, or the alum's after all. Nobody says why. */
const refuseIntroduction = settle<object>({
  for: ({ side }, { status }) => side !== 'lead' && status !== 'requested',
  take: (from, _, act) => declineAs(from, act),
  isDone: ({ status }, _, side) =>
    side.side === 'alum' ? status === 'declined' : toldStatus(status) === 'not-taken-up',
});

/** Whoever asked takes it back: the organisation its own, the chapter its own. Nobody gets mail. */
const withdrawIntroduction = settle<object>({
  for: ({ side }, { asked }) => side === asked.as,
  take: (from, _, act) => withdrawAs(from, act),
  isDone: ({ status }) => status === 'withdrawn',
});

/** The alum becomes part of the partnership, or takes another role in it. They get mail. */
export const joinPartnership = settle<RoleTerms>({
  for: coordinators,
  take: (from, { role }, act) => joinAs(from, role, act),
  isDone: ({ status, joined }, { role }) => status === 'joined' && joined?.role === role,
});

/** What came of it, which the alum reads too. Having helped once, or no fit, ends it. Nobody gets mail. */
export const recordOutcome = settle<OutcomeTerms>({
  for: coordinators,
  take: (from, terms, act) => outcomeAs(from, terms, act),
  isDone: ({ outcome }, { kind, text }) => outcome?.kind === kind && outcome.text === text,
});

/** The alum ends a contact or leaves a partnership. Nobody gets mail; neither side sees the other any more. */
const leaveIntroduction = settle<object>({
  for: ({ side }) => side === 'alum',
  take: (from, _, act) => leaveAs(from, act),
  isDone: ({ status, leftAt }) => status === 'closed' && leftAt !== undefined,
});

const steps = {
  connect: connectIntroduction,
  decline: refuseIntroduction,
  withdraw: withdrawIntroduction,
  leave: leaveIntroduction,
};

/** Any step that needs no more words than its name, by whichever side it belongs to. */
export const stepIntroduction =
  (ports: Ports): UseCase<Of & z.output<typeof introductionStepSchema>, Settled, Refusal> =>
  (actor, { action, ...of }, call) =>
    steps[action](ports)(actor, of, call);
