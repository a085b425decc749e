import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, LinkExpired, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { ConfirmationChange } from './confirmation.port.ts';
import {
  type Answer,
  type Confirmation,
  type ConfirmationAction,
  type ConfirmationStatus,
  confirmationSteps,
} from './confirmation.ts';
import { linkLifeDays } from './sign-off.ts';

type Asked = Pick<Confirmation['asked'], 'office' | 'contact' | 'email' | 'by' | 'tokenHash' | 'key'>;
type Asking = {
  readonly of: Pick<Confirmation, 'applicationId' | 'organisationId' | 'plan'>;
  readonly asked: Asked;
  readonly at: Date;
};

const statusAfter = (
  status: ConfirmationStatus,
  action: ConfirmationAction,
): Result<ConfirmationStatus, StepRefused> => {
  const steps: Partial<Record<ConfirmationAction, ConfirmationStatus>> = confirmationSteps[status];
  const next = steps[action];
  return next ? ok(next) : fail({ kind: 'step-refused', current: status, action });
};

const eventOf = (
  { applicationId, version }: Confirmation,
  type: string,
  { by, at, data = {} }: { by: string; at: Date; data?: DomainEvent['data'] },
): DomainEvent => ({
  id: `${applicationId}/confirmation/${version}`,
  subject: `application#${applicationId}`,
  type,
  at: at.toISOString(),
  by,
  data,
});

/** Fails from the link's last instant on: a link is open while `now` is before `expiresAt`. */
export const checkLink = ({ asked }: Confirmation, now: Date): Result<void, LinkExpired> =>
  now >= new Date(asked.expiresAt)
    ? fail({ kind: 'link-expired', expiredAt: asked.expiresAt })
    : ok(undefined);

/** The applicant asks, or asks again: the new link and the present plan replace the old ones and any earlier answer. */
export const askOffice = (
  from: Confirmation | undefined,
  { of, asked, at }: Asking,
): Result<ConfirmationChange, StepRefused> => {
  const status = statusAfter(from?.status ?? 'not-requested', 'request');
  if (!status.ok) return status;
  const expiresAt = new Date(at.getTime() + linkLifeDays * 86_400_000).toISOString();
  const confirmation: Confirmation = {
    ...of,
    version: (from?.version ?? 0) + 1,
    status: status.value,
    asked: { ...asked, at: at.toISOString(), expiresAt },
  };
  return ok({ confirmation, events: [eventOf(confirmation, 'counterpart-asked', { by: asked.by, at })] });
};

/** The office answers what it saw: an answer to an older version is a conflict, not a surprise. */
export const answerAsOffice = (
  from: Confirmation,
  { version, action, name, approver, note }: Answer,
  at: Date,
): Result<ConfirmationChange, Conflict | StepRefused | LinkExpired> => {
  const link = checkLink(from, at);
  if (!link.ok) return link;
  // The table speaks first: "answered already" helps a second click more than "changed".
  const status = statusAfter(from.status, action);
  if (!status.ok) return status;
  if (version !== from.version) return fail({ kind: 'conflict' });
  const confirmation: Confirmation = {
    ...from,
    version: from.version + 1,
    status: status.value,
    answer: { name, approver, note, at: at.toISOString() },
  };
  const fact = { by: 'link:confirm-exchange', at, data: { answer: status.value } };
  return ok({ confirmation, events: [eventOf(confirmation, 'counterpart-answered', fact)] });
};
