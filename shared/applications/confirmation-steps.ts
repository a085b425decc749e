import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, InvalidInput, LinkExpired, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { dayOf, japanZone } from '../kernel/zoned-time.ts';
import type { MailPaused } from './application.errors.ts';
import type { ConfirmationChange } from './confirmation.port.ts';
import {
  type Answer,
  type Confirmation,
  type ConfirmationAction,
  type ConfirmationStatus,
  confirmationSteps,
  domainOf,
  isOpen,
  type KeptAnswer,
} from './confirmation.ts';
import { mailedAgain } from './outward-mail.ts';
import { linkLifeDays } from './sign-off.ts';

/** Who acts where a link's holder does: nobody knows their name. */
const holder = 'link:confirm-exchange';

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

/**
 * The applicant asks, or asks again: the new link and the present plan replace the old ones and any earlier answer.
 * What waits for an approval stays, if it is the same office that is asked.
 */
export const askOffice = (
  from: Confirmation | undefined,
  { of, asked, at }: Asking,
): Result<ConfirmationChange, StepRefused | MailPaused> => {
  const status = statusAfter(from?.status ?? 'not-requested', 'request');
  if (!status.ok) return status;
  const mailed = mailedAgain(from?.mailed ?? [], at, { cameBack: from?.asked.bouncedAt !== undefined });
  if (!mailed.ok) return mailed;
  const expiresAt = new Date(at.getTime() + linkLifeDays * 86_400_000).toISOString();
  const kept = from?.asked.email === asked.email ? from.kept : undefined;
  const confirmation: Confirmation = {
    ...of,
    version: (from?.version ?? 0) + 1,
    status: status.value,
    asked: { ...asked, at: at.toISOString(), expiresAt },
    ...(kept && { kept }),
    mailed: [...mailed.value],
  };
  return ok({ confirmation, events: [eventOf(confirmation, 'counterpart-asked', { by: asked.by, at })] });
};

type Stepped = Result<
  ConfirmationChange & { confirmation: Confirmation },
  StepRefused | LinkExpired | Conflict
>;
type Step = {
  readonly action: ConfirmationAction;
  readonly version: number;
  readonly set: Partial<Confirmation>;
  readonly event: { type: string; by: string; data?: DomainEvent['data'] };
};

/** One step of an open link: what was read is what is changed, and the table says whether it may follow. */
const stepOpen = (from: Confirmation, { action, version, set, event }: Step, at: Date): Stepped => {
  const link = checkLink(from, at);
  if (!link.ok) return link;
  // The table speaks first: "answered already" helps a second click more than "changed".
  const status = statusAfter(from.status, action);
  if (!status.ok) return status;
  if (version !== from.version) return fail({ kind: 'conflict' });
  const confirmation: Confirmation = { ...from, ...set, version: from.version + 1, status: status.value };
  return ok({ confirmation, events: [eventOf(confirmation, event.type, { ...event, at })] });
};

/** The days an office proposes lie ahead by its own calendar, in pairs and in order; a proposal says days or words. */
const checkAnswer = ({ action, arrivesOn, leavesOn, note }: Answer, at: Date): Result<void, InvalidInput> => {
  if (action !== 'propose-changes') return ok(undefined);
  const wrong = (path: string, code: string) =>
    fail({ kind: 'invalid-input' as const, fields: [{ path, code }] });
  if (arrivesOn === '' && leavesOn !== '') return wrong('arrivesOn', 'required');
  if (arrivesOn !== '' && leavesOn === '') return wrong('leavesOn', 'required');
  if (arrivesOn !== '' && arrivesOn < dayOf(at, japanZone)) return wrong('arrivesOn', 'in-the-past');
  if (arrivesOn > leavesOn) return wrong('leavesOn', 'too-early');
  return arrivesOn === '' && note === '' ? wrong('note', 'required') : ok(undefined);
};

/** The office answers what it saw: an answer to an older version is a conflict, not a surprise. */
export const answerAsOffice = (
  from: Confirmation,
  answer: Answer,
  at: Date,
): Result<ConfirmationChange, Conflict | StepRefused | LinkExpired | InvalidInput> => {
  const checked = checkAnswer(answer, at);
  if (!checked.ok) return checked;
  const { version, action, ...words } = answer;
  const days = action === 'propose-changes' ? {} : { arrivesOn: '', leavesOn: '' };
  const { kept: _, ...rest } = from;
  const stepped = stepOpen(
    rest,
    {
      action,
      version,
      set: { answer: { ...words, ...days, at: at.toISOString() } },
      event: {
        type: 'counterpart-answered',
        by: holder,
        data: { answer: confirmationSteps.requested[action] },
      },
    },
    at,
  );
  return stepped;
};

/** Keeps what is written while the office waits for its approval (決裁). Nobody else reads it. */
export const keepAsOffice = (
  from: Confirmation,
  { version, ...kept }: KeptAnswer & { version: number },
  at: Date,
): Result<ConfirmationChange, Conflict | StepRefused | LinkExpired> =>
  stepOpen(
    from,
    {
      action: 'keep',
      version,
      set: { kept: { ...kept, at: at.toISOString() } },
      event: { type: 'counterpart-awaiting-approval', by: holder },
    },
    at,
  );

type HandingOn = { version: number; name: string; email: string; tokenHash: string; key: string };

/** The office hands its link on within its own domain: the new link ends the old one, and its last day stays. */
export const handOn = (
  from: Confirmation,
  { version, name, email, tokenHash, key }: HandingOn,
  at: Date,
): Result<ConfirmationChange, Conflict | StepRefused | LinkExpired | InvalidInput | MailPaused> => {
  const wrong = (code: string) => fail({ kind: 'invalid-input' as const, fields: [{ path: 'email', code }] });
  if (domainOf(email) !== domainOf(from.asked.email)) return wrong('other-domain');
  if (email.toLowerCase() === from.asked.email.toLowerCase()) return wrong('same-address');
  const mailed = mailedAgain(from.mailed ?? [], at);
  if (!mailed.ok) return mailed;
  const { bouncedAt: _, ...asked } = from.asked;
  return stepOpen(
    from,
    {
      action: 'forward',
      version,
      set: {
        asked: { ...asked, contact: name, email, tokenHash, key, forwardedAt: at.toISOString() },
        mailed: [...mailed.value],
      },
      event: { type: 'counterpart-handed-on', by: holder },
    },
    at,
  );
};

/** The applicant takes the question back: the link opens nothing from now on. What waited for an approval goes with it. */
export const revokeAsking = (
  from: Confirmation,
  by: string,
  at: Date,
): Result<ConfirmationChange, StepRefused> => {
  const status = statusAfter(from.status, 'revoke');
  if (!status.ok) return status;
  const { kept: _, ...rest } = from;
  const confirmation: Confirmation = { ...rest, version: from.version + 1, status: status.value };
  return ok({ confirmation, events: [eventOf(confirmation, 'counterpart-revoked', { by, at })] });
};

/** The mail with the link came back. Once an answer is in, that one reached nobody says nothing any more. */
export const markBounced = (from: Confirmation, at: Date): ConfirmationChange | undefined => {
  if (from.asked.bouncedAt || !isOpen(from.status)) return undefined;
  const confirmation: Confirmation = {
    ...from,
    version: from.version + 1,
    asked: { ...from.asked, bouncedAt: at.toISOString() },
  };
  return {
    confirmation,
    events: [eventOf(confirmation, 'counterpart-mail-bounced', { by: 'system:mail', at })],
  };
};
