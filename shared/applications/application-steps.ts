import type { DomainEvent } from '../kernel/event.ts';
import type { StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { ApplicationChange } from './application.port.ts';
import {
  type Application,
  type ApplicationAction,
  type ApplicationStatus,
  applicationSteps,
  visibleStatus,
} from './application.ts';

/** Who does it and when: a person's id or `system:<job>`, and the gateway's instant or a job's clock. */
export type Act = { readonly by: string; readonly at: Date };

/** The name of what happened, for history. */
export const applicationEvents = {
  submit: 'application-submitted',
  reopen: 'application-reopened',
  return: 'application-returned',
  'begin-review': 'application-review-begun',
  shortlist: 'application-shortlisted',
  award: 'application-awarded',
  waitlist: 'application-waitlisted',
  decline: 'application-declined',
  accept: 'application-accepted',
  'decline-award': 'application-award-declined',
  withdraw: 'application-withdrawn',
} as const satisfies Record<ApplicationAction, string>;

export const awardAnswers = ['accept', 'decline-award'] as const;
type AwardAnswer = (typeof awardAnswers)[number];

/** An answer that staff recorded is told apart from one that the applicant gave on the page. */
const recordedEvents = {
  accept: 'application-acceptance-recorded',
  'decline-award': 'application-refusal-recorded',
} as const satisfies Record<AwardAnswer, string>;

/** Where the action leads from here; undefined if it cannot be taken. */
export const statusAfter = (status: ApplicationStatus, action: ApplicationAction) => {
  const steps: Partial<Record<ApplicationAction, ApplicationStatus>> = applicationSteps[status];
  return steps[action];
};

/** A refusal for the applicant's side: it tells no more of the committee's work than the page does. */
export const refuseStep = (
  { status }: Pick<Application, 'status'>,
  action: string,
  announced = false,
): StepRefused => ({ kind: 'step-refused', current: visibleStatus(status, announced), action });

/** Whether the application is where this action leads already: a second click is then no error. */
export const hasTaken = ({ status, submission }: Application, action: ApplicationAction): boolean =>
  (action !== 'reopen' || submission !== undefined) &&
  Object.values(applicationSteps).some((steps: Partial<Record<ApplicationAction, ApplicationStatus>>) => {
    return steps[action] === status;
  });

/** An event of the head's change, named by the version that it makes. */
export const applicationEvent = (
  { id, version }: Pick<Application, 'id' | 'version'>,
  type: string,
  { by, at }: Act,
  data: DomainEvent['data'] = {},
): DomainEvent => ({
  id: `${id}/application/${version}`,
  subject: `application#${id}`,
  type,
  at: at.toISOString(),
  by,
  data,
});

/** Version 1, a draft. */
export const startApplicationAs = (
  fields: Omit<Application, 'version' | 'status' | 'createdAt'>,
  act: Act,
): ApplicationChange => {
  const application: Application = {
    ...fields,
    version: 1,
    status: 'draft',
    createdAt: act.at.toISOString(),
  };
  const { roundId, organisationId } = application;
  return {
    application,
    events: [applicationEvent(application, 'application-started', act, { roundId, organisationId })],
  };
};

type Told = { set?: Partial<Application>; data?: DomainEvent['data']; type?: string };

/** One step of the status table, with what it sets and what its event tells. */
export const stepApplication = (
  from: Application,
  action: ApplicationAction,
  act: Act,
  { set = {}, data = {}, type = applicationEvents[action] }: Told = {},
): Result<ApplicationChange, StepRefused> => {
  const status = statusAfter(from.status, action);
  if (!status) return fail({ kind: 'step-refused', current: from.status, action });
  // What staff asked for stands while it is asked: every step from `returned` ends that.
  const { returned: _, ...kept } = from;
  const application: Application = {
    ...kept,
    ...set,
    status,
    version: from.version + 1,
  };
  return ok({
    application,
    events: [applicationEvent(application, type, act, data)],
  });
};

/** The announced decision: awarded with its amount, waitlisted or declined. */
export const decideApplication = (
  from: Application,
  outcome: { decision: 'award' | 'waitlist' | 'decline'; amountCents: number },
  act: Act,
): Result<ApplicationChange, StepRefused> =>
  stepApplication(from, outcome.decision, act, {
    set: { outcome: { ...outcome, at: act.at.toISOString() } },
    data: outcome.decision === 'award' ? { amountCents: outcome.amountCents } : {},
  });

/** Staff ask for changes, with the last instant (inclusive) at which it may be sent again. */
export const returnApplicationAs = (
  from: Application,
  returned: { reason: string; until: string },
  act: Act,
): Result<ApplicationChange, StepRefused> =>
  stepApplication(from, 'return', act, { set: { returned }, data: { until: returned.until } });

/** Staff record an answer that came by post or telephone, or that none came: the applicant's own step, with why. */
export const recordAnswerAs = (
  from: Application,
  answer: AwardAnswer,
  reason: string,
  act: Act,
): Result<ApplicationChange, StepRefused> =>
  stepApplication(from, answer, act, {
    set: { recorded: { reason, at: act.at.toISOString() } },
    type: recordedEvents[answer],
  });
